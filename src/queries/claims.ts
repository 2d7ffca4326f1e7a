import { z } from "zod";
import { ClaimItem, KindOfRelation, limit, listOf } from "./shapes.ts";

/**
 * Which claims to list; null leaves a condition out.
 *
 * `concept` is a label in any case or an id, `author` a name in any case or an id, and `kind` keeps the claims
 * at either end of a relation of that kind.
 */
export const ClaimsInput = z
  .strictObject({
    concept: z.string().trim().min(1).nullable().default(null),
    author: z.string().trim().min(1).nullable().default(null),
    kind: KindOfRelation.nullable().default(null),
    limit: limit(50),
  })
  .readonly();

/** Claims, the most discussed first: by relations at either end, then by locutions, then by id. */
export const ClaimsOutput = listOf(ClaimItem);
export type ClaimsOutput = z.output<typeof ClaimsOutput>;
