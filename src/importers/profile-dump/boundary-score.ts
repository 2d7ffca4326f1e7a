import type { RawBlock } from "./blocks.ts";
import { incoherences } from "./cohesion.ts";
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
  const incoherence = incoherences(blocks, window);
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
