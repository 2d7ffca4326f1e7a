import { topicWeight } from "../../../text/frequent-words.ts";
import type { Resemblance } from "../../../text/resemblance.ts";
import type { Unit } from "./units.ts";

/** So many statements of a comment are held against each answer; of a longer one those with most words in common. */
const mostCompared = 40;

/**
 * The statements of a comment that a passage may answer, in reading order.
 *
 * Of a long comment only the first, which sums up many a comment, and those that share most topic words with the passage, so
 * that a book does not stall a reply.
 */
export function targetsNear(
  passage: readonly Unit[],
  all: readonly Unit[],
  resemblance: Resemblance,
): readonly Unit[] {
  if (all.length <= mostCompared) return all;
  const words = new Set(
    passage.flatMap(({ profile }) => [...profile.counts.keys()]).filter((word) => topicWeight(word) >= 0.5),
  );
  const inCommon = ({ profile }: Unit): number => {
    let sum = 0;
    for (const word of profile.counts.keys()) if (words.has(word)) sum += resemblance.weight(word);
    return sum;
  };
  const shared = new Map(all.map((unit) => [unit, unit.index === 0 ? Number.MAX_VALUE : inCommon(unit)]));
  const nearest = all.toSorted((a, b) => (shared.get(b) ?? 0) - (shared.get(a) ?? 0) || a.index - b.index);
  return nearest.slice(0, mostCompared).toSorted((a, b) => a.index - b.index);
}
