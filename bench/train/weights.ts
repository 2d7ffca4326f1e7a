/** Features with their weights; `bias` is added once to every item. */
export type Weights = Readonly<Record<string, number>>;

/** A weight as it is shipped, with three decimals. */
export const roundWeight = (weight: number): number => Math.round(weight * 1000) / 1000 + 0;

/** Fitted weights by the names of their features. */
export function weightsByName(names: readonly string[], fitted: ArrayLike<number>): Weights {
  return Object.fromEntries(names.map((name, at) => [name, roundWeight(fitted[at] ?? 0)]));
}
