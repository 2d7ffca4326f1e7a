import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { relationshipTables } from "../src/exporters/neo4j-admin/tables.ts";
import { openStore } from "../src/store/registry.ts";
import type { Store } from "../src/store/store.ts";
import { localServerLacks } from "../test/support/neo4j/local-server.ts";
import { importByAdmin, megabytes } from "./support/admin-import.ts";
import { type BenchNeo4j, heapFor, withNeo4j } from "./support/bench-neo4j.ts";
import { type BigGraph, bigGraph } from "./support/big-graph.ts";
import { countOf, type GraphTables, readTables } from "./support/graph-tables.ts";
import { readSize } from "./support/timing.ts";

/** Comments that are compared with all that hangs on them, spread over the whole graph. */
const sampled = 500;

/**
 * Moves a generated graph into Neo4j by the real import tool, then holds the counts of every label and type, and all
 * that is known of a sample of comments, against the store that it came from.
 *
 * `npm run bench neo4j-admin [SIZE]`, by default 1: 422,000 nodes and 1.08 million relationships.
 *
 * @throws Error when the graphs differ.
 */
export async function run([size]: readonly string[]): Promise<void> {
  const lack = await localServerLacks();
  if (lack !== null) return console.log(`neo4j-admin: no Neo4j here: ${lack}`);
  const share = readSize(size);
  const graph = bigGraph(share);
  const folder = await mkdtemp(join(tmpdir(), "elenchus-bench-"));
  try {
    const store = await openStore(join(folder, "store"));
    const writer = await store.openWriter({ onMessage: console.log });
    for (const change of graph.changes()) await writer.apply(change);
    await writer.close();
    const tables = await readTables(store);
    console.log(countOf(tables));
    const home = join(folder, "neo4j");
    await importByAdmin(store, home);
    console.log(`the database takes ${await megabytes(join(home, "data", "databases", "neo4j"))} MB`);
    await withNeo4j((server) => compare(server, store, tables, graph), { heap: heapFor(share), home });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compare(
  { store: imported, run: ask }: BenchNeo4j,
  store: Store,
  tables: GraphTables,
  graph: BigGraph,
): Promise<void> {
  const expected = new Map<string, number>();
  for (const [name, rows] of tables.nodes) expected.set(name, rows.length);
  for (const [file, rows] of tables.relationships) {
    const { type } = relationshipTables[file as keyof typeof relationshipTables];
    expected.set(type, (expected.get(type) ?? 0) + rows.length);
  }
  const counted = [
    ...(await ask("MATCH (n) WHERE NOT n:StoreMeta RETURN labels(n)[0] AS name, count(*) AS count")),
    ...(await ask("MATCH ()-[r]->() RETURN type(r) AS name, count(*) AS count")),
  ];
  same("counts", new Map(counted.map(({ name, count }) => [String(name), Number(count)])), expected);
  const step = Math.max(1, Math.floor(graph.entries.length / sampled));
  const ids = graph.entries.filter((_, index) => index % step === 0).map(({ comment }) => comment.id);
  const before = await recordsOf(store, ids);
  same("sample", await recordsOf(imported, ids), before);
  console.log(
    `equal: the counts of ${expected.size} labels and types, and ${before.length} records of ${ids.length} comments`,
  );
}

/** Comments with their texts, words, relations, mentions, and what their claims are about. */
async function recordsOf(store: Store, ids: readonly string[]): Promise<readonly unknown[]> {
  const reader = await store.openReader();
  try {
    const { known } = reader;
    const locutions = await known.locutions(ids);
    return [
      ...(await known.comments(ids)),
      ...(await known.versions(ids)),
      ...(await known.quotes(ids)),
      ...locutions,
      ...(await known.relations(ids)),
      ...(await known.mentions(ids)),
      ...(await known.fingerprints(ids)),
      ...(await known.abouts(locutions.map(({ claimId }) => claimId))),
    ];
  } finally {
    await reader.close();
  }
}

function same(what: string, found: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(found, expected)) throw new Error(`the imported graph differs in its ${what}`);
}
