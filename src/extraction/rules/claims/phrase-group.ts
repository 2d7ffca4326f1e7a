import type { PhraseGroup } from "./lexicon.ts";

/** Reads phrases written as one string, parted by `|`; line breaks count as blanks. */
export function phraseGroup(name: string, phrases: string, { atStart = false } = {}): PhraseGroup {
  const list = phrases.split("|").map((phrase) => phrase.trim().replace(/\s+/g, " "));
  return { name, phrases: list.filter((phrase) => phrase !== ""), atStart };
}
