import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { migrations } from "../../../src/store/cypher-files.ts";
import { EmbeddedStore } from "../../../src/store/embedded/embedded-store.ts";
import { Engine } from "../../../src/store/embedded/engine.ts";
import { migrationRecord } from "../../../src/store/migrate.ts";
import { applyTo, authorIdsIn } from "../../support/in-store.ts";
import * as make from "../../support/store-records.ts";

const quiet = { onMessage: () => {} };
const shipped = migrations("embedded");
const records = shipped.map(migrationRecord);
const limits = { timeoutMs: 20_000, maxRows: 10, maxBytes: 500e6 };

describe("the schema of an embedded store", () => {
  let directory: string;
  let store: EmbeddedStore;

  const save = (id: string) =>
    applyTo(store, make.change({ write: "save-authors", rows: [make.author(id)] }));
  const authorIds = () => authorIdsIn(store);
  /** Notes other migrations in the graph; null leaves none, as the first versions did. */
  const noteInGraph = async (list: readonly string[] | null) => {
    const engine = Engine.openFile(join(directory, "graph.grafeo"));
    await engine.run("MATCH (m:StoreMeta) SET m.migrations = $list", { list });
    engine.close();
  };
  /** Notes them also where readers look first. */
  const note = async (list: readonly string[] | null) => {
    await noteInGraph(list);
    const pointer = JSON.parse(await readFile(join(directory, "current"), "utf8")) as object;
    const migrations = list === null ? {} : { migrations: list };
    await writeFile(
      join(directory, "current"),
      JSON.stringify({ ...pointer, migrations: undefined, ...migrations }),
    );
  };
  /** A hash of each file, but for those of the lock. */
  const files = async () => {
    const names = (await readdir(directory, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && !entry.parentPath.endsWith("lock"))
      .map((entry) => join(entry.parentPath, entry.name));
    const hash = async (name: string) =>
      createHash("sha256")
        .update(await readFile(name))
        .digest("hex");
    return await Promise.all(names.sort().map(async (name) => `${name} ${await hash(name)}`));
  };

  beforeEach(async () => {
    directory = join(await mkdtemp(join(tmpdir(), "elenchus-schema-")), "store");
    store = new EmbeddedStore(directory);
    await save("ada");
  });
  afterEach(() => rm(join(directory, ".."), { recursive: true, force: true }));

  it("is noted in the graph, each migration with its hash", async () => {
    const { rows } = await store.query("MATCH (m:StoreMeta) RETURN m.migrations AS migrations", {}, limits);
    expect(rows).toEqual([[records]]);
    expect(await store.schema.status()).toEqual({
      applied: shipped.map(({ id }) => id),
      pending: [],
      revision: 1,
      writer: null,
      server: "embedded",
    });
  });

  it.each([
    ["a newer version wrote it", "store.version-unsupported", [...records, "V999__later 00"]],
    ["a migration was edited", "store.migration-changed", [`${shipped[0]?.id} ${"0".repeat(32)}`]],
    ["a migration is not shipped", "store.migration-missing", ["V001__other 00"]],
  ])("is refused untouched when %s", async (_why, code, list) => {
    await note(list);
    const before = await files();
    const refusal = { code, hint: expect.stringContaining("not touched") };
    await expect(store.openReader()).rejects.toMatchObject(refusal);
    await expect(store.openWriter(quiet)).rejects.toMatchObject(refusal);
    await expect(store.query("RETURN 1 AS one", {}, limits)).rejects.toMatchObject(refusal);
    await expect(store.schema.status()).rejects.toMatchObject(refusal);
    await expect(store.schema.migrate(quiet)).rejects.toMatchObject(refusal);
    await expect(store.maintenance.rebuild(quiet)).rejects.toMatchObject(refusal);
    await expect(store.maintenance.compact(quiet)).rejects.toMatchObject(refusal);
    expect(await files()).toEqual(before);
    await note(records);
    await save("bob");
    expect(await authorIds()).toEqual(["ada", "bob"]);
  });

  it("is refused by its graph, too, where a newer version was killed before it published", async () => {
    await noteInGraph([...records, "V999__later 00"]);
    await expect(store.openWriter(quiet)).rejects.toMatchObject({ code: "store.version-unsupported" });
    await noteInGraph(records);
    await save("bob");
    expect(await authorIds()).toEqual(["ada", "bob"]);
  });

  it("is brought up to date by the next reader or writer, or by migrating alone, and published", async () => {
    await note(null);
    expect((await store.schema.status()).pending).toEqual(shipped.map(({ id }) => id));
    expect(await authorIds()).toEqual(["ada"]);
    expect(await store.schema.status()).toMatchObject({ pending: [], revision: 2 });
    await note(null);
    expect(await store.schema.migrate(quiet)).toEqual(shipped.map(({ id }) => id));
    expect(await store.schema.status()).toMatchObject({ pending: [], revision: 3 });
    expect(await store.schema.migrate(quiet)).toEqual([]);
    await note(null);
    await save("bob");
    expect((await store.schema.status()).pending).toEqual([]);
    expect(await authorIds()).toEqual(["ada", "bob"]);
  });

  it("lacks nothing where nothing was mapped, and looking makes no store", async () => {
    const nowhere = new EmbeddedStore(join(directory, "nowhere"));
    expect(await nowhere.schema.status()).toMatchObject({ applied: [], pending: [], revision: 0 });
    expect(await nowhere.schema.migrate(quiet)).toEqual([]);
    expect(await readdir(directory)).not.toContain("nowhere");
  });
});
