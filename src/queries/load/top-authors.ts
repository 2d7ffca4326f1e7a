import { z } from "zod";
import { compareStrings } from "../../model/id.ts";
import type { StoreReader } from "../../store/store.ts";
import { Count, Id, readRows, unique } from "../read-rows.ts";
import { readPeople } from "./people.ts";

const AuthorRow = z.object({ id: Id, name: z.string(), comments: Count, claims: Count });
type AuthorRow = z.output<typeof AuthorRow>;

/** The people who said the most claims. What several entries of one person said is counted together. */
export async function topAuthors(store: StoreReader, limit: number): Promise<readonly AuthorRow[]> {
  const people = await readPeople(store);
  const grouped = unique(people.merged.map((id) => people.idOf(id)));
  const entries = new Set(people.shared);
  const rows = await readRows(store, "top-authors", { limit: limit + entries.size }, AuthorRow);
  const alone = rows.filter(({ id }) => !entries.has(id));
  const together = await Promise.all(grouped.map((id) => authorCounts(store, people.entriesOf(id))));
  return [...alone, ...together.flatMap((row) => row ?? [])]
    .sort((a, b) => b.claims - a.claims || b.comments - a.comments || compareStrings(a.id, b.id))
    .slice(0, limit);
}

/** The first of some entries of one person, with what all of them said; null when it is not stored. */
export async function authorCounts(store: StoreReader, ids: readonly string[]): Promise<AuthorRow | null> {
  const rows = await readRows(store, "authors-by-id", { ids }, AuthorRow);
  const main = rows.find(({ id }) => id === ids[0]);
  if (main === undefined) return null;
  const sum = (count: (row: AuthorRow) => number): number => rows.reduce((all, row) => all + count(row), 0);
  return { ...main, comments: sum((row) => row.comments), claims: sum((row) => row.claims) };
}
