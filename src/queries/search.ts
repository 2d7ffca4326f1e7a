import { z } from "zod";
import { ClaimItem, ConceptItem, limit, listOf } from "./shapes.ts";

/** `kind` null searches both claims and concepts. */
export const SearchInput = z
  .strictObject({
    text: z.string().trim().min(1),
    kind: z.enum(["claim", "concept"]).nullable().default(null),
    limit: limit(20),
  })
  .readonly();

export const SearchResult = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("claim"), score: z.number(), claim: ClaimItem }),
  z.strictObject({ kind: z.literal("concept"), score: z.number(), concept: ConceptItem }),
]);
export type SearchResult = Readonly<z.output<typeof SearchResult>>;

/** Claims and concepts that hold the words, nearest first. */
export const SearchOutput = listOf(SearchResult);
export type SearchOutput = z.output<typeof SearchOutput>;
