import type { Resemblance } from "../../../text/resemblance.ts";
import { SaidBefore } from "./said-before.ts";
import type { StatementsMeant } from "./statements-meant.ts";
import { type Traits, traitsOf } from "./traits.ts";
import type { Unit } from "./units.ts";

/**
 * Two statements of one comment in its author's own words, in reading order.
 *
 * `positions` count from 0 among `all`, the own statements of the comment. `near` is their resemblance, 0 to
 * 1, and `nearest` the most that `late` has with any earlier one at hand. `concludesBetween` and
 * `contrastsBetween` tell whether a statement between the two opens so. `meant` are the earlier statements
 * that `late` names.
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
  readonly concludesBetween: boolean;
  readonly contrastsBetween: boolean;
  readonly meant: StatementsMeant;
}

/**
 * So many own statements apart two may be joined; the first of a comment may be joined with any, and so may
 * one that is named.
 */
const reach = 6;

/** The pairs of own statements that may hang together. Linear in the statements for a fixed reach. */
export function ownPairs(units: readonly Unit[], resemblance: Resemblance): readonly OwnPair[] {
  const all = units.filter((unit) => unit.quoteId === null);
  const pairs: OwnPair[] = [];
  const positions = new Map(all.map((unit, at) => [unit, at]));
  const before = new SaidBefore(all);
  // The last statement before `late` that opens so: it stands between exactly when it stands behind `early`.
  let lastConclusion = -1;
  let lastContrast = -1;
  for (const [second, late] of all.entries()) {
    const meant = before.meantAt(second);
    const earlier = positionsBefore(second, positions, meant).flatMap((first) => {
      const early = all[first];
      if (early === undefined) return [];
      return [{ early, first, near: resemblance.between(early.profile, late.profile) }];
    });
    const nearest = Math.max(0, ...earlier.map(({ near }) => near));
    const lateTraits = traitsOf(late);
    for (const { early, first, near } of earlier)
      pairs.push({
        early,
        late,
        earlyTraits: traitsOf(early),
        lateTraits,
        all,
        positions: [first, second],
        near,
        nearest,
        concludesBetween: lastConclusion > first,
        contrastsBetween: lastContrast > first,
        meant,
      });
    if (lateTraits.has.concludes === 1) lastConclusion = second;
    if (lateTraits.has.contrasts === 1) lastContrast = second;
  }
  return pairs;
}

/**
 * Where the statements stand that one may be joined with: the first, those that it names, and those within
 * {@link reach}.
 */
function positionsBefore(
  second: number,
  positions: ReadonlyMap<Unit, number>,
  { numbered, quoted }: StatementsMeant,
): readonly number[] {
  const from = Math.max(1, second - reach);
  const within = Array.from({ length: Math.max(0, second - from) }, (_, at) => from + at);
  const named =
    numbered.size + quoted.size === 0
      ? []
      : [...numbered, ...quoted].flatMap((unit) => positions.get(unit) ?? []);
  const before = [0, ...named.filter((at) => at > 0 && at < from)].sort((a, b) => a - b);
  return second === 0 ? [] : [...new Set([...before, ...within])];
}
