import { topicWeight } from "../../../text/frequent-words.ts";
import type { Resemblance } from "../../../text/resemblance.ts";
import type { Unit } from "./units.ts";

/** So many statements are held against each answer; of more, those with most words in common. */
const mostCompared = 40;

/**
 * The statements that a passage may answer, of those of a comment or of the quotes before it, in their order.
 *
 * Of many only the first of a comment, which sums up many a comment, and those that share most topic words with the passage,
 * so that a book does not stall a reply.
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
  const nearest = all.toSorted((a, b) => (shared.get(b) ?? 0) - (shared.get(a) ?? 0));
  const chosen = new Set(nearest.slice(0, mostCompared));
  return all.filter((unit) => chosen.has(unit));
}
