import { compareStrings } from "../../../src/model/id.ts";
import { wordsOf } from "../../../src/text/resemblance.ts";
import { stopWords } from "../../../src/text/stop-words.ts";

/** At most so many words make a phrase. */
const longestPhrase = 3;
/** So many phrases are enough for any figure. */
const most = 30;

/**
 * The phrases that a program without grammar finds: runs of up to three words that neither begin nor end with
 * a stop word, those first that are frequent in the text and rare in the others.
 */
export function keyPhraseBaseline(texts: readonly string[]): (text: string) => readonly string[] {
  const frequency = new Map<string, number>();
  for (const text of texts)
    for (const phrase of countRuns(text).keys()) frequency.set(phrase, (frequency.get(phrase) ?? 0) + 1);
  return (text) =>
    [...countRuns(text)]
      .map(([phrase, count]) => ({
        phrase,
        weight: count * Math.log(texts.length / (frequency.get(phrase) ?? 1)),
      }))
      .sort((a, b) => b.weight - a.weight || compareStrings(a.phrase, b.phrase))
      .slice(0, most)
      .map(({ phrase }) => phrase);
}

function countRuns(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const stretch of text.split(/[.,;:!?()[\]"]+/u)) {
    const words = wordsOf(stretch);
    for (let start = 0; start < words.length; start++)
      for (let end = start + 1; end <= Math.min(words.length, start + longestPhrase); end++) {
        if (stopWords.has(words[start] ?? "") || stopWords.has(words[end - 1] ?? "")) continue;
        const phrase = words.slice(start, end).join(" ");
        counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
      }
  }
  return counts;
}
