/**
 * How likely a relation is right that a model calls so likely: the place in the list is what the model says, in tenths.
 *
 * A capable model was too modest. Of the pairs that it drew in three labelled texts, those that it called .2, .3, .4, .5 and .6
 * likely were right in 3 of 10, 12 of 30, 44 of 57, 41 of 48 and 24 of 24 cases, and so were all 29 above. Each share is
 * taken with one right and one wrong case more; where nothing failed, the shares rise slowly below certainty. In part in-sample:
 * `npm run eval -- recorded` prints these counts for the same texts.
 *
 * @see Niculescu-Mizil and Caruana 2005, "Predicting good probabilities with supervised learning",
 *   doi:10.1145/1102351.1102430, for isotonic regression.
 */
const shareRight = [0, 0.25, 0.33, 0.41, 0.76, 0.84, 0.93, 0.95, 0.96, 0.97, 0.98] as const;

/** Raised whenever the same answer gives another probability: what was read with the old ones is read anew, without asking. */
export const probabilityVersion = "2";

/**
 * The probability of a relation to which a model gives a confidence, 0 to 1, rounded to tenths.
 *
 * 0 stays 0, and more confidence is never less likely.
 */
export function probabilityOf(confidence: number): number {
  return shareRight[Math.round(confidence * 10)] ?? 0;
}
