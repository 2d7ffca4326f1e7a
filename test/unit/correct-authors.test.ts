import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mergeAuthors, splitAuthor, undoMerge } from "../../src/correct-authors.ts";
import { forget } from "../../src/forget.ts";
import { mapFiles } from "../../src/map-files.ts";
import { trace } from "../../src/queries/trace.ts";
import { openStore } from "../../src/store/registry.ts";
import type { Store } from "../../src/store/store.ts";
import { exportOf, reading } from "../support/in-store.ts";
import { jsonLines } from "../support/map-text.ts";

const older = "Goal misgeneralization is the hardest part of alignment.";
const newer = "I now think goal misgeneralization is the hardest part only when training is sparse.";
const newest = "So I take back that goal misgeneralization is the hardest part when training is sparse.";
/** What one person wrote at three places, under a name for each. */
const inputs = {
  isle: { id: "1", author: "Wren", createdAt: "2021-01-01T00:00:00.000Z", text: older },
  moor: { id: "2", author: "wren_2019", createdAt: "2022-01-01T00:00:00.000Z", text: newer },
  mere: { id: "3", author: "w9", createdAt: "2023-01-01T00:00:00.000Z", text: newest },
};
type Host = keyof typeof inputs;

describe("entries of one person", () => {
  let folder: string;
  let stores = 0;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "elenchus-one-person-"));
    for (const [host, comment] of Object.entries(inputs))
      await writeFile(join(folder, `${host}.jsonl`), jsonLines([comment]));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const emptyStore = () => openStore(join(folder, `store-${stores++}`));
  const map = async (store: Store, host: Host) => {
    expect((await mapFiles([join(folder, `${host}.jsonl`)], store, { host })).failures).toEqual([]);
  };
  const authorOf = async (store: Store, host: Host) => {
    const id = `${host}:${inputs[host].author}`;
    const [author] = await reading(store, ({ known }) => known.authors([id]));
    if (!author) throw new Error(`no author ${id}`);
    return author;
  };
  const merge = async (store: Store, into: Host, other: Host) =>
    mergeAuthors(store, await authorOf(store, into), await authorOf(store, other));
  /** The comments that refinements run between, newer to older. */
  const refinements = (store: Store) =>
    reading(store, async ({ known }) => {
      const relations = await known.relations(["isle:1", "moor:2", "mere:3"]);
      const ends = await known.locutionsById(relations.flatMap(({ from, to }) => [from, to]));
      const commentOf = new Map(ends.map(({ id, commentId }) => [id, commentId]));
      return relations
        .filter(({ kind }) => kind === "refines")
        .map(({ from, to }) => `${commentOf.get(from)} ${commentOf.get(to)}`)
        .sort();
    });

  it("continue each other's claims from the merge on, until it is taken back", async () => {
    const store = await emptyStore();
    for (const host of ["isle", "moor"] as const) await map(store, host);
    const apart = await exportOf(store);
    expect(await refinements(store)).toEqual([]);

    await merge(store, "moor", "isle");
    expect(await refinements(store)).toEqual(["moor:2 isle:1"]);
    const { steps } = await reading(store, (reader) =>
      trace.run(reader, {
        claim: "goal misgeneralization",
        author: "Wren",
        extractor: null,
        relations: "all",
        limit: 10,
      }),
    );
    expect(steps.map(({ words }) => words.text)).toEqual([older, newer]);

    await splitAuthor(store, await authorOf(store, "isle"));
    expect(await exportOf(store)).toBe(apart);
    await merge(store, "isle", "moor");
    const [correction] = await reading(store, ({ known }) => known.allCorrections());
    await undoMerge(store, { id: correction?.id ?? "" });
    expect(await exportOf(store)).toBe(apart);
  });

  it("give the same graph whether they are merged before more is mapped, after it, or between", async () => {
    const graphs = [];
    for (const moment of [0, 1]) {
      const store = await emptyStore();
      for (const host of ["isle", "moor"] as const) await map(store, host);
      if (moment === 0) await merge(store, "isle", "moor");
      await map(store, "mere");
      if (moment === 1) await merge(store, "isle", "moor");
      await merge(store, "isle", "mere");
      const graph = await exportOf(store);
      for (const host of ["mere", "isle"] as const) await map(store, host);
      expect(await exportOf(store)).toBe(graph);
      expect(await refinements(store)).toEqual(["mere:3 moor:2", "moor:2 isle:1"]);
      graphs.push(graph);
    }
    expect(graphs[1]).toBe(graphs[0]);
  });

  it("that are left go on as one when the entry that speaks for them is forgotten", async () => {
    const store = await emptyStore();
    for (const host of ["isle", "moor", "mere"] as const) await map(store, host);
    for (const host of ["moor", "mere"] as const) await merge(store, "isle", host);
    await forget({ kind: "author", entries: [await authorOf(store, "isle")] }, store);
    expect(await refinements(store)).toEqual(["mere:3 moor:2"]);
  });
});
