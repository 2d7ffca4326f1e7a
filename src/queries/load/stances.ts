import { z } from "zod";
import { compareStrings } from "../../model/id.ts";
import type { StoreReader } from "../../store/store.ts";
import { Id, maybe, readRows, unique } from "../read-rows.ts";
import type { StanceItem } from "../shapes.ts";
import { namesOf } from "./names.ts";
import { readPeople } from "./people.ts";

const StanceRow = z.object({
  id: Id,
  authorId: Id,
  stance: z.enum(["for", "against", "neutral"]),
  method: z.string(),
  targetId: Id,
  text: maybe(z.string()),
  evidence: maybe(z.string()),
  createdAt: maybe(z.string()),
});
const SuggestedRow = z.object({ id: Id, fromLocution: Id });
export type StanceRow = z.output<typeof StanceRow>;

/** Who holds what toward claims, as stored. */
export async function stancesOnClaims(
  store: StoreReader,
  ids: readonly string[],
): Promise<readonly StanceRow[]> {
  return asPeople(store, await readRows(store, "stances-on-claims", { ids }, StanceRow));
}

/**
 * The stances that do not rest on a suggestion. One shown by a relation names the words that it starts from,
 * so whoever does not draw the relation does not count the stance.
 */
export async function onDrawnRelations(
  store: StoreReader,
  stances: readonly StanceRow[],
  which: "sure" | "all",
): Promise<readonly StanceRow[]> {
  const shown = stances.filter(({ method, evidence }) => method === "relation" && evidence !== null);
  if (which === "all" || shown.length === 0) return stances;
  const ids = unique(shown.map(({ targetId }) => targetId));
  const rows = await readRows(store, "suggested-answers", { ids }, SuggestedRow);
  const suggested = new Set(rows.map(({ id, fromLocution }) => `${id} ${fromLocution}`));
  return stances.filter(
    ({ method, targetId, evidence }) => method !== "relation" || !suggested.has(`${targetId} ${evidence}`),
  );
}

/** Who holds what toward concepts, as stored. */
export async function stancesOnConcepts(
  store: StoreReader,
  ids: readonly string[],
): Promise<readonly StanceRow[]> {
  return asPeople(store, await readRows(store, "stances-on-concepts", { ids }, StanceRow));
}

/** Each stance as that of the person, whichever of their entries holds it. */
async function asPeople(store: StoreReader, rows: readonly StanceRow[]): Promise<readonly StanceRow[]> {
  const people = await readPeople(store);
  return rows.map((row) => ({ ...row, authorId: people.idOf(row.authorId) }));
}

/** What one person holds toward claims, oldest first. */
export async function stancesOfAuthor(
  store: StoreReader,
  id: string,
  limit: number,
): Promise<readonly StanceRow[]> {
  const entries = (await readPeople(store)).entriesOf(id);
  const lists = await Promise.all(
    entries.map((entry) => readRows(store, "stances-of-author", { id: entry, limit }, StanceRow)),
  );
  // Engines put what has no time last.
  const time = (row: StanceRow): string => row.createdAt ?? "\uffff";
  return lists
    .flat()
    .sort((a, b) => compareStrings(time(a), time(b)) || compareStrings(a.id, b.id))
    .slice(0, limit);
}

/** Adds the names of the people. */
export async function loadStances(
  store: StoreReader,
  kind: "claim" | "concept",
  rows: readonly StanceRow[],
): Promise<readonly StanceItem[]> {
  const names = await namesOf(
    store,
    rows.map((row) => row.authorId),
  );
  return rows.map((row) => ({
    id: row.id,
    author: names(row.authorId) ?? { id: row.authorId, name: row.authorId },
    stance: row.stance,
    method: row.method,
    target: { kind, id: row.targetId, text: row.text ?? row.targetId },
    createdAt: row.createdAt,
  }));
}
