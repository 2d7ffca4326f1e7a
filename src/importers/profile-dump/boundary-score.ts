import { foldWords } from "../../text/keys.ts";
import type { RawBlock } from "./blocks.ts";
import {
  acknowledges,
  closes,
  continues,
  namesPost,
  opensWithPost,
  pointsBack,
  secondPerson,
  straighten,
  takesPosition,
} from "./phrases.ts";
import { logistic } from "./quote-score.ts";

/** Weights in log-odds, set by hand: what opens and closes a turn, and what never does. */
export const boundaryWeights = {
  base: -2.2,
  never: -8,
  acknowledges: 2.4,
  takesPosition: 1.2,
  addresses: 0.6,
  namesPost: 0.7,
  continues: -2,
  pointsBack: -1,
  bracketed: -1.8,
  /** What closes a turn does not open one. */
  isFormula: -1.2,
  quoteFirst: 0.9,
  afterQuote: -4,
  closes: 1.1,
  afterBracketed: 0.6,
  afterList: -0.3,
  /** Per standard deviation by which the words on both sides have less in common than elsewhere in the feed. */
  incoherence: 0.6,
} as const;
export type BoundaryWeights = Readonly<Record<keyof typeof boundaryWeights, number>>;

/** A longer paragraph is more than "Let me know how it goes!". Length in UTF-16 units. */
const longestFormula = 120;
/** A turn may open twice ("Thanks!", then "I agree that …"), so what follows a short opener counts for less. */
const secondOpener = 0.4;
/** Blocks on each side whose words are compared. */
const window = 3;

/**
 * How likely a comment begins with each block, 0 to 1.
 *
 * The first block begins one for sure. A list item, a paragraph after a colon and one that starts in lower
 * case never do; neither does what follows a quote, which is its answer.
 */
export function scoreBoundaries(
  blocks: readonly RawBlock[],
  quotes: readonly number[],
  weight: BoundaryWeights,
): readonly number[] {
  const incoherence = incoherences(blocks);
  return blocks.map((block, index) => {
    const before = blocks[index - 1];
    if (before === undefined) return 1;
    const evidence = boundaryEvidence(block, before, quotes[index] ?? 0, quotes[index - 1] ?? 0, weight);
    return logistic(evidence + weight.incoherence * (incoherence[index] ?? 0));
  });
}

function boundaryEvidence(
  block: RawBlock,
  before: RawBlock,
  quoted: number,
  quotedBefore: number,
  weight: BoundaryWeights,
): number {
  const plain = straighten(block.text);
  const previous = straighten(before.text);
  const goesOn = quoted < 0.5 && /^["'(]*(?:\p{Ll}|…|\.\.\.)/u.test(plain);
  if (block.isList || goesOn || previous.endsWith(":")) return weight.never;
  let evidence = weight.base + weight.afterQuote * quotedBefore;
  // What a quote opens with are somebody else's words and say nothing of where a comment begins.
  let opener = openerEvidence(plain, weight);
  if (opener > 0 && previous.length < longestFormula && acknowledges.test(previous)) opener *= secondOpener;
  evidence += (1 - quoted) * opener + quoted * weight.quoteFirst;
  if (closes.test(previous)) evidence += weight.closes;
  if (/^[([].*[)\]]\.?$/su.test(previous)) evidence += weight.afterBracketed;
  if (before.isList) evidence += weight.afterList;
  return evidence;
}

function openerEvidence(plain: string, weight: BoundaryWeights): number {
  const sentence = /^.*?[.!?](?=\s|$)/su.exec(plain)?.[0] ?? plain;
  const first = sentence.slice(0, 160);
  let evidence = 0;
  if (acknowledges.test(plain)) evidence += weight.acknowledges;
  else if (takesPosition.test(plain)) evidence += weight.takesPosition;
  else if (continues.test(plain)) evidence += weight.continues;
  else if (pointsBack.test(plain) && !opensWithPost.test(plain)) evidence += weight.pointsBack;
  if (secondPerson.test(first)) evidence += weight.addresses;
  if (namesPost.test(first)) evidence += weight.namesPost;
  if (/^[([]/u.test(plain)) evidence += weight.bracketed;
  if (plain.length < longestFormula && closes.test(plain) && !acknowledges.test(plain))
    evidence += weight.isFormula;
  return evidence;
}

/**
 * By how many standard deviations the words around each gap differ more than around the feed's average gap.
 *
 * Cosine of tf-idf vectors of the three blocks on either side, words of four letters and more, as in text tiling
 * (Hearst 1997, J97-1003). Blocks are the documents of the idf.
 */
function incoherences(blocks: readonly RawBlock[]): readonly number[] {
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
