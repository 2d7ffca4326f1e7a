import { z } from "zod";
import { People } from "../../model/people.ts";
import type { StoreReader } from "../../store/store.ts";
import { Id, readRows } from "../read-rows.ts";

const MergeRow = z.object({ id: Id, intoId: Id });

const kept = new WeakMap<StoreReader, { readonly revision: number; readonly people: Promise<People> }>();

/** Reads which entries are one person, once for each publication. */
export function readPeople(store: StoreReader): Promise<People> {
  const { revision } = store;
  const before = kept.get(store);
  if (before?.revision === revision) return before.people;
  const people = readRows(store, "author-merges", {}, MergeRow).then(
    (rows) => new People(new Map(rows.map(({ id, intoId }) => [id, intoId]))),
  );
  kept.set(store, { revision, people });
  people.catch(() => kept.delete(store));
  return people;
}
