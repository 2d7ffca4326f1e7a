import { maskAddresses } from "../../text/addresses.ts";
import { stopWords } from "../../text/stop-words.ts";
import { tokenize } from "../../text/tokens.ts";
import { functionWords } from "./function-words.ts";

/** Fewer words than this do not tell a language by their function words. */
const fewestWords = 8;
/** How many words are read; a language shows long before. */
const mostWords = 400;
/** Least share of a text's words that are function words of its language. Ordinary prose has .35 to .5. */
const leastShare = 0.12;
/** Share of English function words at which no other language is tried. */
const surelyEnglish = 0.35;
/** How much better than English another language must do: people quote and borrow. */
const leastLead = 1.3;
/** How many different words of another language, that are not English too, must be met. */
const fewestKinds = 3;
/** Share of letters in one script from which that script decides. */
const mostlyScript = 0.5;

/** Scripts that one language of the web writes, or mainly one. */
const scripts: readonly { readonly language: string; readonly letters: RegExp }[] = [
  { language: "ja", letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu },
  { language: "ko", letters: /\p{Script=Hangul}/gu },
  { language: "zh", letters: /\p{Script=Han}/gu },
  { language: "el", letters: /\p{Script=Greek}/gu },
  { language: "he", letters: /\p{Script=Hebrew}/gu },
  { language: "hi", letters: /\p{Script=Devanagari}/gu },
  { language: "bn", letters: /\p{Script=Bengali}/gu },
  { language: "ta", letters: /\p{Script=Tamil}/gu },
  { language: "th", letters: /\p{Script=Thai}/gu },
  { language: "ka", letters: /\p{Script=Georgian}/gu },
  { language: "hy", letters: /\p{Script=Armenian}/gu },
  { language: "ar", letters: /\p{Script=Arabic}/gu },
  { language: "ru", letters: /\p{Script=Cyrillic}/gu },
];

/** A letter of any of these scripts. */
const otherScript = new RegExp(scripts.map(({ letters }) => letters.source).join("|"), "u");

/**
 * The language of a text as an ISO 639-1 code, or null when the text is too short or too strange to tell.
 *
 * First the script, where it names a language; then the share of words that are among the commonest of each of
 * some twenty languages in Latin script. That is enough to tell English from the rest, which is all we need; it
 * confuses near relatives such as Danish and Norwegian.
 */
export function detectLanguage(text: string): string | null {
  const head = maskAddresses(text, " ").slice(0, 8000);
  if (!/\p{L}/u.test(head)) return null;
  if (otherScript.test(head)) {
    const letters = head.match(/\p{L}/gu)?.length ?? 0;
    const byScript = scriptLanguage(head, letters);
    if (byScript !== null) return letters >= 4 ? byScript : null;
  }
  const words = tokenize(head)
    .slice(0, mostWords)
    .filter(({ norm }) => !/\d/.test(norm));
  if (words.length < fewestWords) return null;
  const share = (known: ReadonlySet<string>) => {
    let count = 0;
    for (const { norm } of words) if (known.has(norm)) count++;
    return count / words.length;
  };
  const english = share(stopWords);
  if (english >= surelyEnglish) return "en";
  let best = "en";
  let most = english * leastLead;
  for (const [language, known] of functionWords) {
    const kinds = new Set(words.map(({ norm }) => norm).filter((it) => known.has(it) && !stopWords.has(it)));
    if (kinds.size < fewestKinds || share(known) <= most) continue;
    best = language;
    most = share(known);
  }
  return Math.max(english, best === "en" ? 0 : most) < leastShare ? null : best;
}

function scriptLanguage(text: string, letters: number): string | null {
  const share = (pattern: RegExp) => (text.match(pattern)?.length ?? 0) / letters;
  // Japanese mixes kana with Han, so any fair share of kana decides before Han does.
  const kana = scripts[0];
  if (kana !== undefined && share(kana.letters) > 0.1) return kana.language;
  const found = scripts.find((script) => share(script.letters) > mostlyScript)?.language ?? null;
  if (found === "ru") return /[іїєґ]/iu.test(text) ? "uk" : "ru";
  if (found === "ar") return /[پچژگ]/u.test(text) ? "fa" : "ar";
  return found;
}
