import type { Locution } from "../model/claim.ts";
import { byId } from "../model/id.ts";
import type { Known } from "../model/known.ts";

/**
 * The words that stand for claims: those that founded each, else the first of those that state it, as they
 * were imported.
 *
 * A claim keeps its id when the words that gave it are forgotten, and others go on stating it.
 *
 * @param stating - all locutions that state the claims.
 * @returns the locution of each claim, by the claim's id.
 */
export async function foundersOf(
  known: Known,
  stating: readonly Locution[],
): Promise<ReadonlyMap<string, Locution>> {
  const comments = await known.comments([...new Set(stating.map(({ commentId }) => commentId))]);
  const seqs = new Map(comments.map(({ id, seq }) => [id, seq]));
  const seqOf = ({ commentId }: Locution): number => seqs.get(commentId) ?? 0;
  const founders = new Map<string, Locution>();
  for (const locution of stating.toSorted(
    (a, b) => seqOf(a) - seqOf(b) || a.span.start - b.span.start || byId(a, b),
  ))
    if (!founders.has(locution.claimId) || locution.id === locution.claimId)
      founders.set(locution.claimId, locution);
  return founders;
}
