import type { Change, Write, WriteId } from "../model/change.ts";

type RowOf<Id extends WriteId> = Extract<Write, { write: Id }>["rows"][number];

/** The order in which writes stand in a change: what is taken away first, then what others refer to. */
const writeOrder: readonly WriteId[] = [
  "remove-extractions",
  "remove-layer",
  "mark-layer",
  "remove-quotes",
  "remove-relations",
  "remove-stances",
  "remove-mentions",
  "remove-concepts",
  "remove-corrections",
  "remove-versions",
  "remove-paragraphs",
  "remove-comments",
  "remove-threads",
  "remove-authors",
  "remove-sources",
  "save-sources",
  "save-authors",
  "save-threads",
  "save-comments",
  "save-versions",
  "save-paragraphs",
  "save-quotes",
  "save-claims",
  "save-locutions",
  "save-relations",
  "save-stances",
  "remove-claims",
  "save-terms",
  "save-extracted",
  "save-concepts",
  "save-mentions",
  "save-abouts",
  "save-corrections",
  "forget-extracted",
  "save-layers",
];

/** Gathers rows for one change, whatever the order in which they turn up. */
export class ChangeBuilder {
  readonly #rows = new Map<WriteId, unknown[]>();

  add<Id extends WriteId>(write: Id, ...rows: readonly RowOf<Id>[]): this {
    if (rows.length === 0) return this;
    const list = this.#rows.get(write);
    if (list) list.push(...rows);
    else this.#rows.set(write, [...rows]);
    return this;
  }

  /** Adds all rows of another change behind the own ones. */
  append(other: ChangeBuilder): this {
    for (const [write, rows] of other.#rows)
      this.#rows.set(write, [...(this.#rows.get(write) ?? []), ...rows]);
    return this;
  }

  get isEmpty(): boolean {
    return this.#rows.size === 0;
  }

  build(): Change {
    const writes = writeOrder.flatMap((write) => {
      const rows = this.#rows.get(write);
      return rows ? [{ write, rows } as Write] : [];
    });
    return { writes };
  }
}
