import type { StoreReader } from "../../store/store.ts";
import { unique } from "../read-rows.ts";
import type { Person } from "../shapes.ts";

/** Reads the names of some people and makes a function that tells them; an unknown id is its own name. */
export async function namesOf(
  store: StoreReader,
  ids: Iterable<string | null>,
): Promise<(id: string | null) => Person | null> {
  const wanted = unique(ids);
  const authors = wanted.length === 0 ? [] : await store.known.authors(wanted);
  const names = new Map(authors.map((author) => [author.id, author.name]));
  return (id) => (id === null ? null : { id, name: names.get(id) ?? id });
}
