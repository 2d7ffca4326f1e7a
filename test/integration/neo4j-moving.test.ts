import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Forgotten, forget } from "../../src/forget.ts";
import { mapFiles } from "../../src/map-files.ts";
import { copyStore } from "../../src/store/copy.ts";
import { openStore } from "../../src/store/registry.ts";
import type { Store } from "../../src/store/store.ts";
import { exportOf } from "../support/in-store.ts";
import { emptyNeo4j, neo4jSkip, neo4jStore, onNeo4j } from "../support/neo4j.ts";

const example = fileURLToPath(new URL("../../examples/debate.jsonl", import.meta.url));
const silent = { onMessage: () => {} };

describe.skipIf(neo4jSkip !== null)("moving and forgetting on a real Neo4j", () => {
  let folder: string;
  let embedded: Store;

  beforeEach(async () => {
    await emptyNeo4j();
    folder = await mkdtemp(join(tmpdir(), "elenchus-moving-"));
    embedded = await openStore(join(folder, "embedded"));
    await mapFiles([example], embedded);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("gives the same export byte for byte, there and back", async () => {
    const before = await exportOf(embedded);
    const there = neo4jStore();
    await copyStore(embedded, there, silent);
    expect(await exportOf(there)).toBe(before);
    const back = await openStore(join(folder, "back"));
    await copyStore(there, back, silent);
    expect(await exportOf(back)).toBe(before);
    await expect(copyStore(embedded, there, silent)).rejects.toMatchObject({ code: "store.not-empty" });
  });

  it("forgets people and inputs as the embedded store does, and leaves no node behind", async () => {
    const there = neo4jStore();
    await copyStore(embedded, there, silent);
    const reader = await embedded.openReader();
    const [first] = await reader.known.authorIds();
    const [author] = await reader.known.authors([first ?? ""]);
    const [source] = await reader.known.sources();
    await reader.close();
    if (!author || !source) throw new Error("the example names nobody");
    const order: readonly Forgotten[] = [
      { kind: "author", entries: [author] },
      { kind: "source", source },
    ];
    for (const forgotten of order) {
      expect(await forget(forgotten, there)).toEqual(await forget(forgotten, embedded));
      expect(await exportOf(there)).toBe(await exportOf(embedded));
      const { id } = forgotten.kind === "author" ? author : source;
      const nodes = await onNeo4j((run) => run("MATCH (n) RETURN properties(n) AS properties"));
      const holding = nodes.filter((node) => JSON.stringify(node).includes(id));
      expect(holding).toEqual([]);
    }
    const left = await onNeo4j((run) =>
      run("MATCH (n) RETURN DISTINCT labels(n) AS labels ORDER BY labels[0]"),
    );
    // A layer says only that an extractor was used.
    expect(left).toEqual([{ labels: ["Layer"] }, { labels: ["StoreMeta"] }]);
  });
});
