import { z } from "zod";
import type { StoreReader } from "../../store/store.ts";
import { Id, readRows } from "../read-rows.ts";

const MergeRow = z.object({ id: Id, intoId: Id });

/** Which entries of a store are one person. People's word for it stands above what the sources say. */
export class People {
  readonly #into: ReadonlyMap<string, string>;
  readonly #members = new Map<string, string[]>();

  /** @param into - for each entry the one that it was merged into. */
  constructor(into: ReadonlyMap<string, string>) {
    this.#into = into;
    for (const id of into.keys()) {
      const members = this.#members.get(this.idOf(id));
      if (members) members.push(id);
      else this.#members.set(this.idOf(id), [id]);
    }
  }

  /** The entry that speaks for the person: the last of those into which one after another was merged. */
  idOf(id: string): string {
    let last = id;
    const seen = new Set([id]);
    for (
      let next = this.#into.get(last);
      next !== undefined && !seen.has(next);
      next = this.#into.get(last)
    ) {
      seen.add(next);
      last = next;
    }
    return last;
  }

  /** All entries of the person, the one that speaks for them first. */
  entriesOf(id: string): readonly string[] {
    const main = this.idOf(id);
    return [main, ...(this.#members.get(main) ?? []).filter((member) => member !== main)];
  }

  /** Entries that belong to some other one. */
  get merged(): readonly string[] {
    return [...this.#into.keys()];
  }
}

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
