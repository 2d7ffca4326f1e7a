import { foldWords } from "../../text/keys.ts";
import type { RawBlock } from "./blocks.ts";

/**
 * By how many standard deviations the words around the gap before each block differ more than around the feed's
 * average gap.
 *
 * Cosine of tf-idf vectors of the blocks on either side, words of four letters and more, as in text tiling
 * (Hearst 1997, J97-1003). Blocks are the documents of the idf.
 *
 * @param window - blocks on each side whose words are compared.
 */
export function incoherences(blocks: readonly RawBlock[], window: number): readonly number[] {
  const bags = blocks.map((block) => countWords(block.text));
  const documents = new Map<string, number>();
  for (const bag of bags) for (const word of bag.keys()) documents.set(word, (documents.get(word) ?? 0) + 1);
  const vectorOf = (from: number, to: number): ReadonlyMap<string, number> => {
    const vector = new Map<string, number>();
    for (const bag of bags.slice(Math.max(0, from), to))
      for (const [word, count] of bag) {
        const idf = Math.log((blocks.length + 1) / (documents.get(word) ?? 1));
        vector.set(word, (vector.get(word) ?? 0) + count * idf);
      }
    return vector;
  };
  const likeness = blocks.map((_, index) =>
    index === 0 ? 0 : cosine(vectorOf(index - window, index), vectorOf(index, index + window)),
  );
  const inner = likeness.slice(1);
  const mean = inner.reduce((sum, value) => sum + value, 0) / Math.max(1, inner.length);
  const variance = inner.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, inner.length);
  const deviation = Math.sqrt(variance);
  return likeness.map((value, index) => (index === 0 || deviation === 0 ? 0 : (mean - value) / deviation));
}

function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of foldWords(text).split(" "))
    if (word.length >= 4) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let product = 0;
  let aSquares = 0;
  let bSquares = 0;
  for (const [word, value] of a) {
    product += value * (b.get(word) ?? 0);
    aSquares += value * value;
  }
  for (const value of b.values()) bSquares += value * value;
  return product === 0 ? 0 : product / Math.sqrt(aSquares * bSquares);
}
