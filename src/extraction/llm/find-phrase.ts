import type { Span } from "../../model/span.ts";
import { normalForm, tokenize } from "../../text/tokens.ts";

/**
 * Where a sentence holds a phrase, in whatever spelling has the same normal form ("clay dikes" for "Clay dike").
 *
 * @param start - added to the places, for a sentence that was cut out of a text.
 * @param key - the normal form of the phrase.
 */
export function findPhrase(sentence: string, start: number, key: string): readonly Span[] {
  const words = tokenize(sentence);
  const length = key.split(" ").length;
  const found: Span[] = [];
  let end = 0;
  for (const [index, first] of words.entries()) {
    if (first.start < end) continue;
    // A compound may be one word here and two there, so a word more and a word less are tried, too.
    const last = [length, length + 1, length - 1]
      .map((size) => (size < 1 ? undefined : words[index + size - 1]))
      .find((word) => word !== undefined && normalForm(sentence.slice(first.start, word.end)) === key);
    if (last === undefined) continue;
    end = last.end;
    found.push({ start: start + first.start, end: start + end });
  }
  return found;
}
