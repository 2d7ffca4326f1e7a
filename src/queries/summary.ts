import { z } from "zod";
import { ClaimItem, ConceptItem, limit, Person } from "./shapes.ts";

/** `limit` bounds each of the three lists. */
export const SummaryInput = z.strictObject({ limit: limit(5) }).readonly();

/** What a store holds, and where to begin reading: the most disputed claims, the main concepts and people. */
export const SummaryOutput = z
  .strictObject({
    counts: z
      .strictObject({
        sources: z.int(),
        comments: z.int(),
        authors: z.int(),
        quotes: z.int(),
        locutions: z.int(),
        claims: z.int(),
        concepts: z.int(),
        relations: z
          .strictObject({
            "disagrees-with": z.int(),
            refines: z.int(),
            "responds-to": z.int(),
            supports: z.int(),
          })
          .readonly(),
        stances: z.strictObject({ for: z.int(), against: z.int(), neutral: z.int() }).readonly(),
      })
      .readonly(),
    disputed: z.array(ClaimItem).readonly(),
    concepts: z.array(ConceptItem).readonly(),
    authors: z
      .array(z.strictObject({ ...Person.unwrap().shape, comments: z.int(), claims: z.int() }).readonly())
      .readonly(),
  })
  .readonly();
export type SummaryOutput = z.output<typeof SummaryOutput>;
