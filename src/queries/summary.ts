import { z } from "zod";
import { relationKinds } from "../model/relation.ts";
import type { StoreReader } from "../store/store.ts";
import { loadClaims } from "./load/claims.ts";
import { loadConcepts } from "./load/concepts.ts";
import { readPeople } from "./load/people.ts";
import { topAuthors } from "./load/top-authors.ts";
import type { Query } from "./query.ts";
import { Count, Id, readRows } from "./read-rows.ts";
import { ClaimItem, ConceptItem, drawn, layer, limit, Person } from "./shapes.ts";
import { openView, type ViewReader } from "./view/view-reader.ts";

/** `limit` bounds each of the three lists. */
const SummaryInput = z.strictObject({ limit: limit(5), extractor: layer, relations: drawn }).readonly();

/**
 * What a store holds, and where to begin reading: the most disputed claims, the main concepts and people.
 * Counts are those of the layer that is read; `layers` are all, each with its own.
 */
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
    layers: z
      .array(
        z
          .strictObject({ id: z.string(), isShown: z.boolean(), claims: z.int(), relations: z.int() })
          .readonly(),
      )
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
  /** @throws AppError `query.unknown-layer`. */
  async run(whole, { limit: most, extractor = null, relations = "sure" }) {
    const store = await openView(whole, extractor, relations);
    const totals = await readTotals(store);
    const disputed = await readRows(store, "disputed-claims", { limit: most }, RankedRow);
    const concepts = await readRows(store, "top-concepts", { limit: most }, RankedRow);
    return {
      counts: await countsOf(store, totals),
      layers: await layersOf(whole, store, totals),
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

/**
 * How many claims and relations each layer holds. What is counted of the layer that is read is not counted
 * twice.
 */
async function layersOf(
  whole: StoreReader,
  { view }: ViewReader,
  counted: ReadonlyMap<string, number>,
): Promise<SummaryOutput["layers"]> {
  const layers: SummaryOutput["layers"][number][] = [];
  for (const { id } of await whole.known.layers()) {
    const isShown = id === view.layer;
    const totals = isShown ? counted : await readTotals(await openView(whole, id));
    const relations = relationKinds.reduce((sum, kind) => sum + (totals.get(kind) ?? 0), 0);
    layers.push({ id, isShown, claims: totals.get("claims") ?? 0, relations });
  }
  return layers;
}

/** Counts by name. An engine may leave out the row of a kind that it holds nothing of. */
async function readTotals(store: StoreReader): Promise<ReadonlyMap<string, number>> {
  const rows = await readRows(store, "summary-counts", {}, TotalRow);
  return new Map(rows.map((row) => [row.name, row.total]));
}

async function countsOf(
  store: StoreReader,
  totals: ReadonlyMap<string, number>,
): Promise<SummaryOutput["counts"]> {
  const total = (name: string): number => totals.get(name) ?? 0;
  return {
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
  };
}

/** What a store holds in all its layers together. */
export async function countAll(store: StoreReader): Promise<SummaryOutput["counts"]> {
  return countsOf(store, await readTotals(store));
}
