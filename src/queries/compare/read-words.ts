import { z } from "zod";
import type { StoreReader } from "../../store/store.ts";
import { Id, readStretches } from "../read-rows.ts";

/** Words that one of two layers states, or both. */
export interface StatedWords {
  readonly id: string;
  readonly claimId: string;
  /** The text that they stand in: a comment in one of its versions. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isInA: boolean;
  readonly isInB: boolean;
}

const Row = z.object({
  id: Id,
  claimId: Id,
  commentId: Id,
  version: Id,
  startsAt: z.int(),
  endsAt: z.int(),
  isInA: z.boolean(),
  isInB: z.boolean(),
});

/**
 * All words of some comments that two layers state, the claims of any layer, each once, and the ids of all
 * locutions of those comments.
 */
export async function readStated(
  store: StoreReader,
  a: string,
  b: string,
  comments: ReadonlySet<string>,
): Promise<{
  readonly words: readonly StatedWords[];
  readonly claimIds: readonly string[];
  readonly locutionIds: ReadonlySet<string>;
}> {
  const words: StatedWords[] = [];
  const claimIds = new Set<string>();
  const locutionIds = new Set<string>();
  for await (const row of readStretches(store, "compare-locutions", { a, b }, Row)) {
    const { id, claimId, commentId, version, startsAt: start, endsAt: end, isInA, isInB } = row;
    if (!comments.has(commentId)) continue;
    claimIds.add(claimId);
    locutionIds.add(id);
    if (isInA || isInB)
      words.push({ id, claimId, text: `${commentId}\u001f${version}`, start, end, isInA, isInB });
  }
  return { words, claimIds: [...claimIds], locutionIds };
}
