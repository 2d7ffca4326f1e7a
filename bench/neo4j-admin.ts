import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { openStore } from "../src/store/registry.ts";
import type { Store } from "../src/store/store.ts";
import { localServerLacks } from "../test/support/neo4j/local-server.ts";
import { importByAdmin, megabytes } from "./support/admin-import.ts";
import { heapFor, withNeo4j } from "./support/bench-neo4j.ts";
import { type BigGraph, bigGraph } from "./support/big-graph.ts";
import { readSize, timed } from "./support/timing.ts";

/** Comments that are compared with all that hangs on them, spread over the whole graph. */
const sampled = 500;

/**
 * Moves a generated graph into Neo4j by the real import tool, then holds the counts of every label and type,
 * and all that is known of a sample of comments, against the store that it came from.
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
    const loading = await timed(async () => {
      const writer = await store.openWriter({ onMessage: console.log });
      for (const change of graph.changes()) await writer.apply(change);
      await writer.close();
    });
    const counts = await countsOf(store);
    const written = `${loading.seconds.toFixed(1)} s, CPU ${loading.cpuSeconds.toFixed(1)} s`;
    console.log(
      `${counts.get("nodes")} nodes, ${counts.get("relationships")} relationships; written to the embedded store in ${written}`,
    );
    const home = join(folder, "neo4j");
    await importByAdmin(store, home);
    console.log(`the database takes ${await megabytes(join(home, "data", "databases", "neo4j"))} MB`);
    await withNeo4j((server) => compare(server.store, store, graph), { heap: heapFor(share), home });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compare(imported: Store, store: Store, graph: BigGraph): Promise<void> {
  // The tool makes no indexes; whoever writes next does.
  const indexing = await timed(async () => (await imported.openWriter({ onMessage: console.log })).close());
  console.log(`its indexes took ${indexing.seconds.toFixed(1)} s`);
  const expected = await countsOf(store);
  same("counts", await countsOf(imported), expected);
  const step = Math.max(1, Math.floor(graph.entries.length / sampled));
  const ids = graph.entries.filter((_, index) => index % step === 0).map(({ comment }) => comment.id);
  const before = await recordsOf(store, ids);
  same("sample", await recordsOf(imported, ids), before);
  console.log(
    `equal: the counts of ${expected.size - 2} labels and types, and ${before.length} records of ${ids.length} comments`,
  );
}

/** How many nodes have each label and how many relationships each type, and how many there are of each. */
async function countsOf(store: Store): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const [what, cypher] of [
    ["nodes", "MATCH (n) WHERE NOT n:StoreMeta RETURN labels(n)[0] AS name, count(*) AS number"],
    ["relationships", "MATCH ()-[r]->() RETURN type(r) AS name, count(*) AS number"],
  ] as const) {
    const { rows } = await store.query(cypher, {}, { timeoutMs: 600_000, maxRows: 100, maxBytes: 4e9 });
    for (const [name, number] of rows) counts.set(String(name), Number(number));
    counts.set(
      what,
      rows.reduce((sum, [, number]) => sum + Number(number), 0),
    );
  }
  return counts;
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
      ...(await known.extracted(ids)),
      ...(await known.abouts(locutions.map(({ claimId }) => claimId))),
    ];
  } finally {
    await reader.close();
  }
}

function same(what: string, found: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(found, expected)) throw new Error(`the imported graph differs in its ${what}`);
}
