import type { Resemblance } from "../../../text/resemblance.ts";
import { type Traits, traitsOf } from "./traits.ts";
import type { Unit } from "./units.ts";

/**
 * Two statements of one comment in its author's own words, in reading order.
 *
 * `positions` count from 0 among `all`, the own statements of the comment. `near` is their resemblance, 0 to 1, and
 * `nearest` the most that `late` has with any earlier one at hand.
 */
export interface OwnPair {
  readonly early: Unit;
  readonly late: Unit;
  readonly earlyTraits: Traits;
  readonly lateTraits: Traits;
  readonly all: readonly Unit[];
  readonly positions: readonly [early: number, late: number];
  readonly near: number;
  readonly nearest: number;
}

/** So many own statements apart two may be joined; the first of a comment may be joined with any. */
const reach = 6;

/** The pairs of own statements that may hang together. Linear in the statements for a fixed reach. */
export function ownPairs(units: readonly Unit[], resemblance: Resemblance): readonly OwnPair[] {
  const all = units.filter((unit) => unit.quoteId === null);
  return all.flatMap((late, second) => {
    const earlier = all.slice(0, second).flatMap((early, first) => {
      if (second - first > reach && first > 0) return [];
      return [{ early, first, near: resemblance.between(early.profile, late.profile) }];
    });
    const nearest = Math.max(0, ...earlier.map(({ near }) => near));
    const lateTraits = traitsOf(late);
    return earlier.map(({ early, first, near }): OwnPair => {
      const earlyTraits = traitsOf(early);
      return { early, late, earlyTraits, lateTraits, all, positions: [first, second], near, nearest };
    });
  });
}
