import { z } from "zod";
import { loadClaims } from "./load/claims.ts";
import { loadConcepts } from "./load/concepts.ts";
import { readPeople } from "./load/people.ts";
import { topAuthors } from "./load/top-authors.ts";
import type { Query } from "./query.ts";
import { Count, Id, readRows } from "./read-rows.ts";
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

const TotalRow = z.object({ name: z.string(), total: Count });
const RankedRow = z.object({ id: Id });

export const summary: Query<typeof SummaryInput, typeof SummaryOutput> = {
  id: "summary",
  describes: "What the store holds, and where to begin reading.",
  input: SummaryInput,
  output: SummaryOutput,
  async run(store, { limit: most }) {
    const rows = await readRows(store, "summary-counts", {}, TotalRow);
    // An engine may leave out the row of a kind that it holds nothing of.
    const totals = new Map(rows.map((row) => [row.name, row.total]));
    const total = (name: string): number => totals.get(name) ?? 0;
    const disputed = await readRows(store, "disputed-claims", { limit: most }, RankedRow);
    const concepts = await readRows(store, "top-concepts", { limit: most }, RankedRow);
    return {
      counts: {
        sources: total("sources"),
        comments: total("comments"),
        authors: Math.max(0, total("authors") - (await readPeople(store)).merged.length),
        quotes: total("quotes"),
        locutions: total("locutions"),
        claims: total("claims"),
        concepts: total("concepts"),
        relations: {
          "disagrees-with": total("disagrees-with"),
          refines: total("refines"),
          "responds-to": total("responds-to"),
          supports: total("supports"),
        },
        stances: { for: total("for"), against: total("against"), neutral: total("neutral") },
      },
      disputed: await loadClaims(
        store,
        disputed.map((row) => row.id),
      ),
      concepts: await loadConcepts(
        store,
        concepts.map((row) => row.id),
      ),
      authors: await topAuthors(store, most),
    };
  },
};
