import { SaidBefore } from "./said-before.ts";
import type { Unit } from "./units.ts";

/** What somebody says in a comment themselves, and how others name it. */
export interface OwnWords {
  /** The statements of a comment that stand in no quote, in reading order; always the same list. */
  readonly units: readonly Unit[];
  readonly said: SaidBefore;
}

/** Many passages answer one comment, and many comments. */
const remembered = new WeakMap<readonly Unit[], OwnWords>();
const nothing: OwnWords = { units: [], said: new SaidBefore([]) };

/** The statements of a comment that are its writer's own words. Linear in them the first time. */
export function ownWordsIn(units: readonly Unit[] | undefined): OwnWords {
  if (units === undefined) return nothing;
  const known = remembered.get(units);
  if (known !== undefined) return known;
  const own = units.filter(({ quoteId }) => quoteId === null);
  const words = { units: own, said: new SaidBefore(own) };
  remembered.set(units, words);
  return words;
}
