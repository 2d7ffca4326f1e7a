import { z } from "zod";
import { compareStrings } from "../../model/id.ts";
import type { StoreReader } from "../../store/store.ts";
import { Count, Id, readRows, unique } from "../read-rows.ts";
import { readPeople } from "./people.ts";

const EntryRow = z.object({ id: Id, name: z.string(), comments: Count });
const ClaimsRow = z.object({ claims: Count });
const AuthorRow = EntryRow.extend(ClaimsRow.shape);
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
  const rows = await readRows(store, "authors-by-id", { ids }, EntryRow);
  const main = rows.find(({ id }) => id === ids[0]);
  if (main === undefined) return null;
  // A claim that several entries state is one, so these are not added up.
  const [said] = await readRows(store, "author-claim-count", { ids }, ClaimsRow);
  const comments = rows.reduce((all, row) => all + row.comments, 0);
  return { ...main, comments, claims: said?.claims ?? 0 };
}
