import { z } from "zod";
import { KindOfRelation, limit, listOf, RelationCorrection, Words } from "../shapes.ts";

const LayerId = z.string().trim().min(1).nullable().default(null);

/** `a` and `b` are ids of layers, null where the store has two; `limit` bounds each of the two lists of differences. */
export const CompareInput = z.strictObject({ a: LayerId, b: LayerId, limit: limit(20) }).readonly();

/** What one layer draws between two stretches of words. */
const OfLayer = z.strictObject({ id: z.string(), kind: KindOfRelation, confidence: z.number() }).readonly();

/**
 * Words that two layers relate otherwise; null where a layer draws nothing. `correction` is what a person
 * said of them.
 */
const RelationDifference = z
  .strictObject({
    from: Words,
    to: Words,
    ofA: OfLayer.nullable(),
    ofB: OfLayer.nullable(),
    correction: RelationCorrection.nullable(),
  })
  .readonly();
export type RelationDifference = z.output<typeof RelationDifference>;

/** A claim that only `layer` states, by its earliest words. */
const ClaimDifference = z.strictObject({ layer: z.string(), words: Words }).readonly();

/**
 * Where two layers differ in the comments that both have read; `comments` counts the live ones, and how many only
 * one layer has read or neither. What stands in the others is left out of all that follows.
 *
 * Words of two layers are the same where they share at least half of the shorter ones; claims and pairs match
 * one to one, pairs of one kind and those that share the most first. A claim or pair that both have is shown
 * in the words of `a`. A pair is two stretches of words, the answering ones first: `same` counts those for
 * which both layers draw the same kind, `otherKind` those for which they draw different ones. `agreement`
 * says for each kind how many relations each layer draws and the F1 of one against the other, 0 to 1; null
 * where neither draws any. Differences in relations stand in the order of confidence, the surest first.
 */
export const CompareOutput = z
  .strictObject({
    a: z.string(),
    b: z.string(),
    comments: z.strictObject({ both: z.int(), onlyA: z.int(), onlyB: z.int(), neither: z.int() }).readonly(),
    claims: z.strictObject({ onlyA: z.int(), onlyB: z.int(), both: z.int() }).readonly(),
    relations: z
      .strictObject({ same: z.int(), otherKind: z.int(), onlyA: z.int(), onlyB: z.int() })
      .readonly(),
    agreement: z
      .array(
        z
          .strictObject({
            kind: z.enum(["any kind", ...KindOfRelation.options]),
            a: z.int(),
            b: z.int(),
            both: z.int(),
            f1: z.number().nullable(),
          })
          .readonly(),
      )
      .readonly(),
    differingRelations: listOf(RelationDifference),
    differingClaims: listOf(ClaimDifference),
  })
  .readonly();
export type CompareOutput = z.output<typeof CompareOutput>;
