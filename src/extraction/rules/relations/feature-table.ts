/** What is looked at of a thing, by name: a number, mostly between 0 and 1, for each. */
export type FeatureTable<Thing> = Readonly<Record<string, (thing: Thing) => number>>;

/** Weights by the name of the feature; one that is not named weighs nothing. `bias` is added always. */
export type Weights = Readonly<Record<string, number>>;

/**
 * Joins a table with the weights of some classes into one function that gives the weighed sum of each class.
 *
 * Each feature is computed once for all classes; one that weighs nothing in any of them is not computed.
 */
export function weigh<Thing>(
  table: FeatureTable<Thing>,
  classes: readonly Weights[],
): (thing: Thing) => number[] {
  const terms = Object.entries(table)
    .map(([name, feature]) => ({ feature, weights: classes.map((weights) => weights[name] ?? 0) }))
    .filter(({ weights }) => weights.some((weight) => weight !== 0));
  const start = classes.map(({ bias = 0 }) => bias);
  return (thing) => {
    const sums = start.slice();
    for (const { feature, weights } of terms) {
      const value = feature(thing);
      if (value === 0) continue;
      for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + value * (weights[at] ?? 0);
    }
    return sums;
  };
}

/** Turns the scores of some classes, and of none of them, which scores 0 and stands last, into probabilities. */
export function softmax(scores: readonly number[]): readonly number[] {
  let most = 0;
  for (const score of scores) most = Math.max(most, score);
  const powers = scores.map((score) => Math.exp(score - most));
  powers.push(Math.exp(-most));
  let sum = 0;
  for (const power of powers) sum += power;
  return powers.map((power) => power / sum);
}

/** How far a model's own certainty is taken back, so that its probabilities hold on texts of other people. */
export interface Calibration {
  readonly slope: number;
  readonly shift: number;
}

/**
 * A probability corrected on the scale of log odds: `slope` times the log odds plus `shift`.
 *
 * @see Platt 1999, "Probabilistic outputs for support vector machines".
 */
export function calibrate(probability: number, { slope, shift }: Calibration): number {
  const odds = Math.log(probability / (1 - probability));
  return 1 / (1 + Math.exp(-(slope * odds + shift)));
}

/** 1 where the condition holds, else 0. */
export const indicate = (condition: boolean): number => (condition ? 1 : 0);

/** From 0 towards 1 as `value` grows from 0; a half at `half`. */
export const saturate = (value: number, half: number): number => value / (value + half);
