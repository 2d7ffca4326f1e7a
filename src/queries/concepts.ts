import { z } from "zod";
import { loadConcepts } from "./load/concepts.ts";
import type { Query } from "./query.ts";
import { Count, Id, readRows } from "./read-rows.ts";
import { ConceptItem, layer, limit, listOf } from "./shapes.ts";
import { openView } from "./view/view-reader.ts";

export const ConceptsInput = z.strictObject({ limit: limit(50), extractor: layer }).readonly();

/** The concepts of a store, most salient first. */
export const ConceptsOutput = listOf(ConceptItem);
export type ConceptsOutput = z.output<typeof ConceptsOutput>;

const RankedRow = z.object({ id: Id });
const TotalRow = z.object({ total: Count });

export const concepts: Query<typeof ConceptsInput, typeof ConceptsOutput> = {
  id: "concepts",
  describes: "What the claims are about, most salient first.",
  input: ConceptsInput,
  output: ConceptsOutput,
  /** @throws AppError `query.unknown-layer`. */
  async run(whole, { limit: most, extractor = null }) {
    const store = await openView(whole, extractor);
    const ranked = await readRows(store, "top-concepts", { limit: most }, RankedRow);
    const [count] = await readRows(store, "concept-total", {}, TotalRow);
    return {
      total: count?.total ?? 0,
      items: await loadConcepts(
        store,
        ranked.map((row) => row.id),
      ),
    };
  },
};
