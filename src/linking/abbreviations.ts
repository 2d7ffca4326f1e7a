import { normalForm } from "../text/tokens.ts";

/** An abbreviation and its long form, as normal forms. */
export interface Abbreviation {
  readonly short: string;
  readonly long: string;
}

const bracketed = /\(\s*["“]?([\p{L}\p{N}][^()"”\n]{1,80}?)["”]?\s*(?:[,;][^()\n]{0,40})?\)/gu;
const acronym = /^\p{Lu}[\p{Lu}\p{N}&-]{1,9}s?$/u;

/**
 * The abbreviations that a text explains: "long form (LF)" and "LF (long form)".
 *
 * The letters of the short form must occur in the long form in order, each at the start of a word or of a part of
 * it, and the first letters must agree.
 *
 * @see Schwartz and Hearst 2003, "A simple algorithm for identifying abbreviation definitions in biomedical text",
 *   PSB 8:451. They let a letter stand anywhere in a word; in forum text that is wrong too often.
 */
export function findAbbreviations(text: string): readonly Abbreviation[] {
  const found: Abbreviation[] = [];
  for (const match of text.matchAll(bracketed)) {
    const inside = match[1] ?? "";
    const before = text.slice(Math.max(0, match.index - 120), match.index).trimEnd();
    const outside = /([\p{L}\p{N}&-]+)["”]?$/u.exec(before)?.[1] ?? "";
    if (acronym.test(inside)) {
      const long = longFormBefore(inside, before);
      if (long !== null) found.push({ short: normalForm(inside), long: normalForm(long) });
    } else if (acronym.test(outside) && startsWith(lettersOf(outside), wordsOf(inside)))
      found.push({ short: normalForm(outside), long: normalForm(inside) });
  }
  return found;
}

const lettersOf = (short: string): readonly string[] => [
  ...short
    .replace(/s$/, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, ""),
];
const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The shortest run of words at the end of `before` that the letters abbreviate. */
function longFormBefore(short: string, before: string): string | null {
  const letters = lettersOf(short);
  const clause = /[^.,;:!?()\n"“”]*$/u.exec(before)?.[0] ?? "";
  const starts = [...clause.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index);
  for (const start of starts.reverse().slice(0, letters.length + 3)) {
    const candidate = clause.slice(start).replace(/["”]\s*$/u, "");
    if (startsWith(letters, wordsOf(candidate)) && wordsOf(candidate).length > 1) return candidate.trim();
  }
  return null;
}

const small = new Set(["of", "the", "and", "for", "from", "in", "to", "on", "a", "with", "by"]);

/** Whether the letters are, in order, the starts of the words; small words may be passed over. */
function startsWith(letters: readonly string[], words: readonly string[]): boolean {
  let at = 0;
  for (const [i, word] of words.entries()) {
    if (word[0] === letters[at]) at++;
    else if (i === 0 || !small.has(word)) return false;
  }
  return letters.length > 1 && at === letters.length;
}
