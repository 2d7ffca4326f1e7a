import { z } from "zod";
import type { StoreReader } from "../../store/store.ts";
import { Count, Id, maybe, readRows } from "../read-rows.ts";
import type { ConceptItem } from "../shapes.ts";
import { readPeople } from "./people.ts";

const ConceptRow = z.object({
  id: Id,
  label: z.string(),
  altLabels: maybe(z.array(z.string())),
  salience: z.number(),
  claims: Count,
});
const AuthorsRow = z.object({ id: Id, authors: Count, shared: z.array(Id) });

/** Concepts for a list, in the order of the ids. */
export async function loadConcepts(
  store: StoreReader,
  ids: readonly string[],
): Promise<readonly ConceptItem[]> {
  if (ids.length === 0) return [];
  const rows = await readRows(store, "concepts-by-id", { ids }, ConceptRow);
  const authors = await speakersOf(store, ids);
  const items = new Map(
    rows.map(({ altLabels, ...row }) => [
      row.id,
      { ...row, altLabels: altLabels ?? [], authors: authors.get(row.id) ?? 0 },
    ]),
  );
  return ids.flatMap((id) => items.get(id) ?? []);
}

/** How many people speak of each of the concepts, however many entries they have. */
async function speakersOf(store: StoreReader, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const people = await readPeople(store);
  const rows = await readRows(store, "concept-authors", { ids, shared: people.shared }, AuthorsRow);
  return new Map(
    rows.map(({ id, authors, shared }) => [
      id,
      authors - shared.length + new Set(shared.map((entry) => people.idOf(entry))).size,
    ]),
  );
}
