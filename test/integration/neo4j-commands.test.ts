import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { mapFiles } from "../../src/map-files.ts";
import { copyStore } from "../../src/store/copy.ts";
import { migrations } from "../../src/store/cypher-files.ts";
import { openStore } from "../../src/store/registry.ts";
import type { Store } from "../../src/store/store.ts";
import { emptyNeo4j, neo4jAccess, neo4jSkip, neo4jStore, onNeo4j } from "../support/neo4j.ts";
import { readingWith } from "../support/reading-with.ts";
import * as make from "../support/store-records.ts";
import { openConsole } from "../unit/cli/console.ts";

const example = fileURLToPath(new URL("../../examples/debate.jsonl", import.meta.url));
const shipped = migrations("neo4j").map(({ id }) => id);
const list = shipped.map((id) => `  ${id}`).join("\n");
const further = {
  id: "n1",
  author: "Newcomer",
  createdAt: "2025-06-01T00:00:00Z",
  text: "I disagree with all of you. Reward models are not dangerous, because people look at what they do.",
};

describe.skipIf(neo4jSkip !== null)("the command line on a real Neo4j", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(`${tmpdir()}/elenchus-commands-`);
    await writeFile(`${folder}/further.jsonl`, JSON.stringify(further));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  beforeEach(() => emptyNeo4j({ keepsSchema: false }));
  afterEach(() => vi.unstubAllEnvs());

  const run = async (...words: readonly string[]) => {
    const terminal = openConsole({ cwd: folder, env: { ELENCHUS_NEO4J_PASSWORD: neo4jAccess.password } });
    const code = await terminal.run(...words, "--store", neo4jAccess.url);
    return { code, stdout: terminal.stdout(), stderr: terminal.stderr() };
  };
  /** All that the database holds, with its schema. */
  const everything = () =>
    onNeo4j(async (ask) => [
      await ask("MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties ORDER BY elementId(n)"),
      await ask("MATCH ()-[r]->() RETURN type(r) AS type, properties(r) AS properties ORDER BY elementId(r)"),
      await ask("SHOW INDEXES YIELD name ORDER BY name"),
      await ask("SHOW CONSTRAINTS YIELD name ORDER BY name"),
    ]);
  const counts = (stdout: string): object => JSON.parse(stdout).counts;

  it("says with store status that nothing was mapped yet, and what the schema lacks", async () => {
    const status = await run("store", "status");
    expect([status.code, status.stderr]).toEqual([0, ""]);
    expect(status.stdout).toMatch(/^server {5}Neo4j\/5\./mu);
    expect(status.stdout).toContain(`\nschema     none, ${shipped.length} to apply: ${shipped.join(", ")}\n`);
    expect(status.stdout).toMatch(/^holds {6}nothing yet: elenchus map FILE$/mu);
    expect(JSON.parse((await run("store", "status", "--json")).stdout)).toMatchObject({
      url: neo4jAccess.url,
      applied: [],
      pending: shipped,
      revision: 0,
      writer: null,
      counts: null,
    });
    expect((await run("claims")).stderr).toContain("store.empty");
  });

  it("applies migrations, and lists them before under --dry-run", async () => {
    const before = await everything();
    expect((await run("store", "migrate", "--dry-run")).stdout).toContain(`would apply:\n${list}\n`);
    expect(await everything()).toEqual(before);
    expect((await run("store", "migrate")).stdout).toContain(`applied:\n${list}\n`);
    expect((await run("store", "migrate")).stdout).toContain("nothing to apply");
    expect((await run("store", "status")).stdout).toContain(`\nschema     ${shipped.at(-1)}\n`);
  });

  it("tries a run under --dry-run and writes nothing, into an empty database and into a full one", async () => {
    vi.stubEnv("TMPDIR", folder);
    const bare = await everything();
    const first = await run("map", example, "--dry-run", "--json");
    expect([first.code, first.stderr]).toEqual([0, "The store is empty so far.\n"]);
    expect(await everything()).toEqual(bare);
    expect(counts(first.stdout)).toEqual(counts((await run("map", example, "--json")).stdout));

    const full = await everything();
    const second = await run("map", "further.jsonl", "--dry-run");
    expect([second.code, second.stderr]).toEqual([0, ""]);
    expect(second.stdout).toMatch(/^would map 1 of 1 input into neo4j:/u);
    expect(second.stdout).toMatch(/^comments +34 +\+1$/mu);
    expect(await everything()).toEqual(full);
    const tried = await run("map", "further.jsonl", "--dry-run", "--json");
    expect(counts(tried.stdout)).toEqual(counts((await run("map", "further.jsonl", "--json")).stdout));
    expect((await readdir(folder)).filter((name) => name.startsWith("elenchus-trial-"))).toEqual([]);
  });

  it("refuses to copy a graph that is written to meanwhile, and says so", async () => {
    const store = neo4jStore();
    await mapFiles([example], store);
    let isWritten = false;
    const write = async () => {
      isWritten = true;
      const writer = await store.openWriter({ onMessage: () => {} });
      await writer.apply(make.change({ write: "save-authors", rows: [make.author("0 comes first")] }));
      await writer.close();
    };
    // By the time that claims are read, the authors were.
    const source: Store = {
      url: store.url,
      supports: store.supports,
      maintenance: null,
      schema: store.schema,
      openReader: async () => {
        const reader = await store.openReader();
        return readingWith(reader, async (id, parameters) => {
          if (id === "records-claim-ids" && !isWritten) await write();
          return await reader.run(id, parameters);
        });
      },
      openWriter: (options) => store.openWriter(options),
      query: (...asked) => store.query(...asked),
      watch: (onPublication) => store.watch(onPublication),
    };
    const target = await openStore(`${folder}/copy`);
    await expect(copyStore(source, target, { onMessage: () => {} })).rejects.toMatchObject({
      code: "store.locked",
      message: expect.stringContaining("was written to while it was copied"),
    });
  });
});
