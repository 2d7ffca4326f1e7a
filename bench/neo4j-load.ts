import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeTables, relationshipTables } from "../src/exporters/neo4j-admin/tables.ts";
import { openStore } from "../src/store/registry.ts";
import type { Store } from "../src/store/store.ts";
import { localServerLacks } from "../test/support/neo4j/local-server.ts";
import { importByAdmin } from "./support/admin-import.ts";
import { type BenchNeo4j, emptyGraph, heapFor, withNeo4j } from "./support/bench-neo4j.ts";
import { type BigGraph, bigGraph } from "./support/big-graph.ts";
import { countOf, type GraphTables, readTables } from "./support/graph-tables.ts";
import { readSize, StatementTimes, timed } from "./support/timing.ts";

const rowsPerTransaction = 5000;
const rounds = 2;
/** The share of the graph that is loaded before the clock runs, so that neither way pays for a cold server. */
const warmingShare = 0.1;

/**
 * Writes a generated graph to Neo4j through the store, and the same nodes and relationships with UNWIND batches
 * written by hand and with the import tool; then shows which statements take the time.
 *
 * `npm run bench neo4j-load [SIZE]`, by default 1: 422,000 nodes and 1.08 million relationships.
 */
export async function run([size]: readonly string[]): Promise<void> {
  const lack = await localServerLacks();
  if (lack !== null) return console.log(`neo4j-load: no Neo4j here: ${lack}`);
  const share = readSize(size);
  const graph = bigGraph(share);
  const folder = await mkdtemp(join(tmpdir(), "elenchus-bench-"));
  try {
    const embedded = await openStore(join(folder, "embedded"));
    await load(embedded, graph);
    const tables = await readTables(embedded);
    console.log(countOf(tables));
    await withNeo4j(
      async (server) => {
        const small = bigGraph(share * warmingShare);
        const warming = await openStore(join(folder, "warming"));
        await load(warming, small);
        await load(server.store, small);
        await emptyGraph(server);
        await loadByHand(server, await readTables(warming));
        await emptyGraph(server);
        // In turns, since what else the machine does counts as well.
        for (let round = 1; round <= rounds; round += 1) {
          const byHand = await measured(server, () => loadByHand(server, tables));
          await emptyGraph(server);
          const ours = await measured(server, () => load(server.store, graph));
          await emptyGraph(server);
          console.log(
            `UNWIND by hand ${byHand.seconds.toFixed(1)} s, through the store ${ours.seconds.toFixed(1)} s; ratio ${(ours.seconds / byHand.seconds).toFixed(2)}, target 1.3; CPU of both processes ${byHand.cpu.toFixed(1)} s and ${ours.cpu.toFixed(1)} s, ratio ${(ours.cpu / byHand.cpu).toFixed(2)}`,
          );
        }
        await profile(server, graph);
      },
      { heap: heapFor(share) },
    );
    await importByAdmin(embedded, join(folder, "admin"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measured(
  server: BenchNeo4j,
  work: () => Promise<void>,
): Promise<{ seconds: number; cpu: number }> {
  const before = await server.cpuSeconds();
  const { seconds } = await timed(work);
  return { seconds, cpu: (await server.cpuSeconds()) - before };
}

async function load(store: Store, graph: BigGraph): Promise<void> {
  const writer = await store.openWriter({ onMessage: console.log });
  for (const change of graph.changes()) await writer.apply(change);
  await writer.close();
}

/** What one would write who knows that the database is empty: nodes are made, then relationships between them. */
async function loadByHand({ run }: BenchNeo4j, { nodes, relationships }: GraphTables): Promise<void> {
  for (const [name, rows] of nodes) {
    const { label, key } = nodeTables[name as keyof typeof nodeTables];
    const statement = `UNWIND $rows AS row CREATE (n:${label} {${key}: row.key}) SET n += row.properties`;
    for (let at = 0; at < rows.length; at += rowsPerTransaction) {
      const part = rows.slice(at, at + rowsPerTransaction);
      await run(statement, { rows: part.map(({ keys: [own], properties }) => ({ key: own, properties })) });
    }
  }
  for (const [name, rows] of relationships) {
    const { type, from, to } = relationshipTables[name as keyof typeof relationshipTables];
    const end = (variable: string, label: keyof typeof nodeTables): string =>
      `MATCH (${variable}:${label} {${nodeTables[label].key}: row.${variable}})`;
    const ends = `${end("a", from as keyof typeof nodeTables)} ${end("b", to as keyof typeof nodeTables)}`;
    const statement = `UNWIND $rows AS row ${ends} CREATE (a)-[r:${type}]->(b) SET r += row.properties`;
    for (let at = 0; at < rows.length; at += rowsPerTransaction) {
      const part = rows.slice(at, at + rowsPerTransaction);
      await run(statement, { rows: part.map(({ keys: [a, b = ""], properties }) => ({ a, b, properties })) });
    }
  }
}

async function profile(server: BenchNeo4j, graph: BigGraph): Promise<void> {
  const connection = await server.connect();
  const times = new StatementTimes();
  try {
    const { seconds } = await timed(async () => {
      for (const change of graph.changes())
        await connection.write((runner) => times.apply(runner, change, "neo4j"));
    });
    console.log(`without lease and mark ${seconds.toFixed(1)} s`);
  } finally {
    await connection.close();
  }
  times.print(25);
}
