/**
 * How likely a relation is right that a model calls so likely: the place in a list is what the model says, in
 * tenths.
 *
 * Of the pairs that a capable model drew in three labelled texts, those inside a thread that it called .3,
 * .4, .5 and .6 likely were right in 14 of 37, 39 of 57, 40 of 44 and 28 of 30 cases, and so were all 25
 * above: it was too modest. Those in which somebody comes back to an older comment of theirs, counted with
 * the labels of continued claims, were right in 2 of 24, 8 of 30, 13 of 22 and 6 of 7: there it was not. Each
 * share is taken with one right and one wrong case more; where nothing failed, and below .3, which the prompt
 * asks to leave out, the shares are set by hand to rise slowly. In part in-sample: `npm run eval -- recorded`
 * prints such counts.
 *
 * @see Niculescu-Mizil and Caruana 2005, "Predicting good probabilities with supervised learning",
 *   doi:10.1145/1102351.1102430, for isotonic regression.
 */
const shareRight = [0, 0.1, 0.2, 0.38, 0.68, 0.89, 0.91, 0.95, 0.96, 0.97, 0.98] as const;
const shareRightOfEarlier = [0, 0.05, 0.08, 0.12, 0.28, 0.58, 0.78, 0.8, 0.82, 0.85, 0.9] as const;

/** Relations that are less likely than this are not drawn: more than two of three would be wrong. */
export const leastProbability = 0.3;

/**
 * Raised whenever the same answer gives another probability: what was read with the old ones is read anew,
 * without asking.
 */
export const probabilityVersion = "3";

/**
 * The probability of a relation to which a model gives a confidence, 0 to 1, rounded to tenths.
 *
 * 0 stays 0, and more confidence is never less likely.
 *
 * @param isToEarlier - whether it ends on what its writer said in an older comment outside of the thread above.
 */
export function probabilityOf(confidence: number, isToEarlier: boolean): number {
  return (isToEarlier ? shareRightOfEarlier : shareRight)[Math.round(confidence * 10)] ?? 0;
}
