import { z } from "zod";
import { relationshipType } from "../model/relation.ts";
import { loadClaims } from "./load/claims.ts";
import { requireAuthors, requireConcepts } from "./load/find.ts";
import type { Query } from "./query.ts";
import { Count, Id, readRows } from "./read-rows.ts";
import { ClaimItem, drawn, KindOfRelation, layer, limit, listOf } from "./shapes.ts";
import { openView } from "./view/view-reader.ts";

/**
 * Which claims to list; null leaves a condition out.
 *
 * `concept` is a label in any case or an id, `author` a name in any case or an id, and `kind` keeps the claims
 * at either end of a relation of that kind that is drawn.
 */
export const ClaimsInput = z
  .strictObject({
    concept: z.string().trim().min(1).nullable().default(null),
    author: z.string().trim().min(1).nullable().default(null),
    kind: KindOfRelation.nullable().default(null),
    limit: limit(50),
    extractor: layer,
    relations: drawn,
  })
  .readonly();

/** Claims, the most discussed first: by the relations drawn at either end, then by locutions, then by id. */
export const ClaimsOutput = listOf(ClaimItem);
export type ClaimsOutput = z.output<typeof ClaimsOutput>;

const RankedRow = z.object({ total: Count, ids: z.array(Id) });

export const claims: Query<typeof ClaimsInput, typeof ClaimsOutput> = {
  id: "claims",
  describes: "Claims by concept, author and kind of relation, the most discussed first.",
  input: ClaimsInput,
  output: ClaimsOutput,
  /** @throws AppError `query.no-match` where no concept or author is called so; `query.unknown-layer`. */
  async run(whole, { concept, author, kind, limit: most, extractor = null, relations = "sure" }) {
    const store = await openView(whole, extractor, relations);
    const idsOf = (found: readonly { readonly id: string }[]): readonly string[] => found.map(({ id }) => id);
    const conditions = {
      conceptIds: concept === null ? null : idsOf(await requireConcepts(store, concept)),
      authorIds: author === null ? null : idsOf(await requireAuthors(store, author)),
      type: kind === null ? null : relationshipType(kind),
      limit: most,
    };
    const [ranked] = await readRows(store, fileFor(conditions), conditions, RankedRow);
    return { total: ranked?.total ?? 0, items: await loadClaims(store, ranked?.ids ?? []) };
  },
};

/** Begins at the condition that leaves the fewest claims: a scan of all takes seconds on a large store. */
function fileFor({
  conceptIds,
  authorIds,
  type,
}: {
  readonly conceptIds: readonly string[] | null;
  readonly authorIds: readonly string[] | null;
  readonly type: string | null;
}): string {
  if (conceptIds !== null)
    return authorIds === null && type === null
      ? "claims-ranked-by-concept"
      : "claims-ranked-by-concept-and-others";
  if (authorIds !== null)
    return type === null ? "claims-ranked-by-author" : "claims-ranked-by-author-and-kind";
  return type === null ? "claims-ranked" : "claims-ranked-by-kind";
}
