import type { StoreReader } from "../../store/store.ts";
import { unique } from "../read-rows.ts";
import type { Person } from "../shapes.ts";
import { readPeople } from "./people.ts";

/**
 * Reads the names of some people and makes a function that tells them; an unknown id is its own name. Of
 * entries that are one person it tells the one that speaks for them.
 */
export async function namesOf(
  store: StoreReader,
  ids: Iterable<string | null>,
): Promise<(id: string | null) => Person | null> {
  const people = await readPeople(store);
  const wanted = unique([...ids].map((id) => id && people.idOf(id)));
  const authors = wanted.length === 0 ? [] : await store.known.authors(wanted);
  const names = new Map(authors.map((author) => [author.id, author.name]));
  return (id) => {
    if (id === null) return null;
    const main = people.idOf(id);
    return { id: main, name: names.get(main) ?? main };
  };
}
