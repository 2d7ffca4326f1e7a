/** What is looked at of a thing, by name: a number, mostly between 0 and 1, for each. */
export type FeatureTable<Thing> = Readonly<Record<string, (thing: Thing) => number>>;

/** Weights by the name of the feature; one that is not named weighs nothing. `bias` is added always. */
export type Weights = Readonly<Record<string, number>>;

/** Joins a table with weights into one function that gives their weighed sum. Features without weight are not computed. */
export function weigh<Thing>(table: FeatureTable<Thing>, weights: Weights): (thing: Thing) => number {
  const terms = Object.entries(table)
    .map(([name, feature]) => ({ feature, weight: weights[name] ?? 0 }))
    .filter(({ weight }) => weight !== 0);
  const start = weights.bias ?? 0;
  return (thing) => {
    let sum = start;
    for (const { feature, weight } of terms) sum += weight * feature(thing);
    return sum;
  };
}

/** Turns scores into probabilities that sum to 1. */
export function softmax(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
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

/** A feature for each of some names, named with `prefix` before it. */
export function featuresOfNames<Thing, Name extends string>(
  prefix: string,
  names: readonly Name[],
  read: (thing: Thing, name: Name) => number,
): FeatureTable<Thing> {
  return Object.fromEntries(names.map((name) => [`${prefix}${name}`, (thing: Thing) => read(thing, name)]));
}
