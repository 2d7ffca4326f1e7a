import type { Weights } from "./feature-table.ts";
import type { Trait, Traits } from "./traits.ts";

/**
 * What the traits of a statement add to the weighed sums of some classes, its features being named with `prefix` before
 * the trait. It is the same for every pair that the statement stands in, and so is added up once.
 */
export function sumTraits(
  prefix: string,
  names: readonly Trait[],
  classes: readonly Weights[],
): (traits: Traits) => readonly number[] {
  const remembered = new WeakMap<Traits, readonly number[]>();
  const rows = names.map((name) => ({
    name,
    weights: classes.map((weights) => weights[`${prefix}${name}`] ?? 0),
  }));
  return (traits) => {
    const known = remembered.get(traits);
    if (known !== undefined) return known;
    const sums = classes.map(() => 0);
    for (const { name, weights } of rows) if (traits.has[name] === 1) addTo(sums, weights);
    remembered.set(traits, sums);
    return sums;
  };
}

/** Adds sums to others, class by class. */
export function addTo(sums: number[], more: readonly number[]): void {
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (more[at] ?? 0);
}
