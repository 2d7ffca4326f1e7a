import { z } from "zod";
import { loadClaims } from "./load/claims.ts";
import { loadConcepts } from "./load/concepts.ts";
import type { Query } from "./query.ts";
import { ClaimItem, ConceptItem, drawn, layer, limit, listOf } from "./shapes.ts";
import { openView } from "./view/view-reader.ts";

/** `kind` null searches both claims and concepts. */
export const SearchInput = z
  .strictObject({
    text: z.string().trim().min(1),
    kind: z.enum(["claim", "concept"]).nullable().default(null),
    limit: limit(20),
    extractor: layer,
    relations: drawn,
  })
  .readonly();

const SearchResult = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("claim"), score: z.number(), claim: ClaimItem }),
  z.strictObject({ kind: z.literal("concept"), score: z.number(), concept: ConceptItem }),
]);
type SearchResult = Readonly<z.output<typeof SearchResult>>;

/**
 * Claims and concepts that hold the words, nearest first. Where `hasMore` is true there are more than
 * `total`, which counts the nearest alone.
 */
export const SearchOutput = z
  .strictObject({ ...listOf(SearchResult).unwrap().shape, hasMore: z.boolean() })
  .readonly();
export type SearchOutput = z.output<typeof SearchOutput>;

/** Hits are counted up to here. */
const mostHits = 10_000;

export const search: Query<typeof SearchInput, typeof SearchOutput> = {
  id: "search",
  describes: "Claims and concepts that hold some words, nearest first.",
  input: SearchInput,
  output: SearchOutput,
  /** @throws AppError `query.unknown-layer`. */
  async run(whole, { text, kind, limit: most, extractor = null, relations = "sure" }) {
    const store = await openView(whole, extractor, relations);
    const options = { limit: most, countTo: mostHits, ...(kind === null ? {} : { kind }) };
    const { hits, total, hasMore } = await store.searchAndCount(text, options);
    const idsOf = (wanted: "claim" | "concept") =>
      hits.filter((hit) => hit.kind === wanted).map((hit) => hit.id);
    const claims = new Map((await loadClaims(store, idsOf("claim"))).map((claim) => [claim.id, claim]));
    const concepts = new Map((await loadConcepts(store, idsOf("concept"))).map((it) => [it.id, it]));
    const items = hits.flatMap((hit): SearchResult[] => {
      const claim = hit.kind === "claim" ? claims.get(hit.id) : undefined;
      const concept = hit.kind === "concept" ? concepts.get(hit.id) : undefined;
      if (claim !== undefined) return [{ kind: "claim", score: hit.score, claim }];
      return concept === undefined ? [] : [{ kind: "concept", score: hit.score, concept }];
    });
    return { total, hasMore, items };
  },
};
