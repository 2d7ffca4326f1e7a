import { remember } from "./remember.ts";
import { cutSuffix, spellAlike } from "./spelling.ts";

/** A word of a text with its place. `norm` is lower case with straight apostrophes. */
export interface Token {
  readonly text: string;
  readonly norm: string;
  readonly start: number;
  readonly end: number;
}

// Letters, digits and their marks; apostrophes only inside. Hyphens part words, so "process-based" is two.
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}_]*(?:['’ʼ][\p{L}\p{M}]+)*/gu;

/**
 * The words of a text in order, contractions whole ("don't"), compounds in parts ("process", "based").
 *
 * @param offset - added to the places, for a text that was cut out of a longer one. Default 0.
 */
export function tokenize(text: string, offset = 0): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const start = offset + match.index;
    tokens.push({ text: match[0], norm: foldWord(match[0]), start, end: start + match[0].length });
  }
  return tokens;
}

const foldWord = remember(foldText);

const straight: Readonly<Record<string, string>> = {
  "‘": "'",
  "’": "'",
  ʼ: "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "‐": "-",
  "‑": "-",
  "–": "-",
  "—": "-",
  "\u00a0": " ",
  "\u202f": " ",
};

/**
 * The text in lower case with plain quotes, dashes and spaces, **as long as the text itself**.
 *
 * Cue patterns run on this form, so they need one spelling each, and what they find has its place in the text.
 * A letter whose lower case is longer ("İ") stays as it is.
 */
export function foldText(text: string): string {
  const plain = text.replace(/[‘’ʼ“”„«»‐‑–—\u00a0\u202f]/g, (mark) => straight[mark] ?? mark);
  const lower = plain.toLowerCase();
  if (lower.length === plain.length) return lower;
  let folded = "";
  for (const char of plain) {
    const low = char.toLowerCase();
    folded += low.length === char.length ? low : char;
  }
  return folded;
}

/**
 * The stem of a word, for likeness only: "trained", "training" and "trains" are "train".
 *
 * A few suffix rules after plural and spelling folding. It errs ("news" is "new") and is never shown.
 */
export function stem(word: string): string {
  const base = spellAlike(foldText(word).replace(/'s?$/, ""));
  return cutSuffix(base);
}

/**
 * The normal form of a phrase, equal for variants that differ in case, hyphens, plural, possessive or spelling.
 *
 *     "Process-based methods"  ->  "process based method"
 *     "LLMs"                   ->  "llm"
 *     "generalisation"         ->  "generalization"
 */
export function normalForm(phrase: string): string {
  return phrase
    .normalize("NFKC")
    .split(/[\s\u00a0\-‐‑–—_/]+/u)
    .map(normalWordOf)
    .filter((word) => word !== "")
    .join(" ");
}

const normalWordOf = remember(normalWord);

function normalWord(word: string): string {
  const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+#]+$/gu, "").replace(/['’]s$/u, "");
  // A plural acronym is known by its case: "AIs" is "ai" though "bus" is not "bu".
  if (/^\p{Lu}{2,}s$/u.test(bare)) return foldText(bare.slice(0, -1));
  return spellAlike(foldText(bare));
}
