import { z } from "zod";
import { ClaimItem, layer, limit, Words } from "../shapes.ts";

/** Below this likeness claims share a few words and seldom their point (docs/quality.md, "Same claim"). */
const usualLikeness = 0.3;

/**
 * What claims are to be like: a claim by its id or the start of one, or words of the asker's own, one of the two.
 *
 * `author` keeps the claims that this person states (a name in any case, or an id), `min` is the least score.
 */
export const SimilarInput = z
  .strictObject({
    claim: z.string().trim().min(1).nullable().default(null),
    text: z.string().trim().min(1).nullable().default(null),
    author: z.string().trim().min(1).nullable().default(null),
    min: z.coerce.number<number>().min(0).max(1).default(usualLikeness),
    limit: limit(10),
    extractor: layer,
  })
  .refine(({ claim, text }) => (claim === null) !== (text === null), {
    error: "name a claim, or give a text, and not both",
  })
  .readonly();
export type SimilarInput = z.output<typeof SimilarInput>;

/**
 * A claim that says nearly the same, with the words that say so.
 *
 * `score` is from 0, nothing in common, to 1, the same: `characters`, the likeness of runs of characters
 * (text/likeness.ts), or a mean of it with `meaning`, the likeness that a model finds, which is null where
 * none is asked. It is no probability. `isOne` says that the words state the claim that was asked for, or
 * that they are the text but for case, marks and spelling; `isApart` that a person says the two are not the
 * same. `differences` are signs that the two say something else, or the opposite: such a claim is not the
 * same however high its score.
 */
export const SimilarItem = z
  .strictObject({
    score: z.number(),
    characters: z.number(),
    meaning: z.number().nullable(),
    isOne: z.boolean(),
    isApart: z.boolean(),
    differences: z.array(z.enum(["negation", "numbers", "opposites", "order"])).readonly(),
    words: Words,
    claim: ClaimItem,
  })
  .readonly();
export type SimilarItem = z.output<typeof SimilarItem>;

/** The claims like one, best first, counted up to 1,000; `asked` says like which. */
export const SimilarOutput = z
  .strictObject({
    asked: z.strictObject({ claimId: z.string().nullable(), text: z.string() }).readonly(),
    total: z.int(),
    items: z.array(SimilarItem).readonly(),
  })
  .readonly();
export type SimilarOutput = z.output<typeof SimilarOutput>;
