import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import grafeo, { type GrafeoDB } from "@grafeo-db/js";
import { nodeTables, relationshipTables } from "../src/exporters/neo4j-admin/tables.ts";
import { migrations } from "../src/store/cypher-files.ts";
import { Engine, textIndexes } from "../src/store/embedded/engine.ts";
import { storeFiles } from "../src/store/embedded/files.ts";
import { openStore } from "../src/store/registry.ts";
import type { Row, Value } from "../src/store/store.ts";
import { type BigGraph, bigGraph } from "./support/big-graph.ts";
import { countOf, type GraphTables, readTables } from "./support/graph-tables.ts";
import { readSize, StatementTimes, timed } from "./support/timing.ts";

const rowsPerCall = 10_000;

/**
 * Writes a generated graph through the embedded store, journal and closing publication included, and the same
 * nodes and relationships with the engine's own bulk calls; then shows which statements take the time.
 *
 * `npm run bench embedded-load [SIZE]`, by default 1: 422,000 nodes and 1.08 million relationships.
 */
export async function run([size]: readonly string[]): Promise<void> {
  const graph = bigGraph(readSize(size));
  const folder = await mkdtemp(join(tmpdir(), "elenchus-bench-"));
  try {
    const path = join(folder, "store");
    const store = await openStore(path);
    const applying = await timed(async () => {
      const writer = await store.openWriter({ onMessage: console.log });
      for (const change of graph.changes()) await writer.apply(change);
      return writer;
    });
    const closing = await timed(() => applying.result.close());
    const tables = await readTables(store);
    const ours = applying.seconds + closing.seconds;
    const oursCpu = applying.cpuSeconds + closing.cpuSeconds;
    const journal = (await stat(storeFiles(path).journal)).size / 1e6;
    console.log(`${countOf(tables)}, a journal of ${journal.toFixed(0)} MB`);
    console.log(
      `through the store ${ours.toFixed(1)} s: applying ${applying.seconds.toFixed(1)} s, publishing ${closing.seconds.toFixed(1)} s; CPU ${oursCpu.toFixed(1)} s`,
    );
    // With the indexes from the start, as the store has them, and made at the end, as one loads in bulk.
    for (const isIndexedFirst of [true, false]) {
      const raw = await timed(() =>
        loadRaw(join(folder, `raw-${isIndexedFirst}.grafeo`), tables, isIndexedFirst),
      );
      const how = isIndexedFirst ? "indexes first" : "indexes last";
      const ratio = (seconds: number, rawSeconds: number): string => (seconds / rawSeconds).toFixed(2);
      console.log(
        `bulk calls, ${how}, ${raw.seconds.toFixed(1)} s; ratio ${ratio(applying.seconds, raw.seconds)}, with publishing ${ratio(ours, raw.seconds)}, target 1.5`,
      );
      console.log(
        `  CPU ${raw.cpuSeconds.toFixed(1)} s; ratio ${ratio(applying.cpuSeconds, raw.cpuSeconds)}, with publishing ${ratio(oursCpu, raw.cpuSeconds)}`,
      );
    }
    await profile(join(folder, "profile.grafeo"), graph);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function loadRaw(
  path: string,
  { nodes, relationships }: GraphTables,
  isIndexedFirst: boolean,
): Promise<void> {
  const database = grafeo.GrafeoDB.create(path);
  if (isIndexedFirst) await createIndexes(database);
  const ids = new Map<string, number>();
  for (const [name, rows] of nodes) {
    const table = nodeTables[name as keyof typeof nodeTables];
    for (let at = 0; at < rows.length; at += rowsPerCall) {
      const part = rows.slice(at, at + rowsPerCall);
      const made = await database.batchCreateNodesWithProps(
        table.label,
        part.map(({ keys: [key], properties }) => ({ ...withoutNulls(properties), [table.key]: key })),
      );
      for (const [index, id] of made.entries()) ids.set(`${table.label} ${part[index]?.keys[0]}`, id);
    }
  }
  const idOf = (label: string, key = ""): number => {
    const id = ids.get(`${label} ${key}`);
    if (id === undefined) throw new Error(`no ${label} ${key}`);
    return id;
  };
  for (const [name, rows] of relationships) {
    const { type, from, to } = relationshipTables[name as keyof typeof relationshipTables];
    for (let at = 0; at < rows.length; at += rowsPerCall)
      await database.batchCreateEdges(
        rows.slice(at, at + rowsPerCall).map(({ keys: [start, end], properties }) => ({
          src: idOf(from, start),
          dst: idOf(to, end),
          type,
          properties: withoutNulls(properties),
        })),
      );
  }
  if (!isIndexedFirst) await createIndexes(database);
  database.close();
}

async function createIndexes(database: GrafeoDB): Promise<void> {
  for (const { statements } of migrations("embedded"))
    for (const statement of statements) await database.executeCypher(statement);
  for (const { label } of textIndexes)
    await database.createTextIndex(label, "searchText", { tokenizer: "standard" });
}

function withoutNulls(properties: Row): Record<string, Value> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
}

/** The writes once more without journal and publication, statement by statement. */
async function profile(path: string, graph: BigGraph): Promise<void> {
  const engine = Engine.openFile(path);
  for (const { statements } of migrations("embedded"))
    for (const statement of statements) await engine.run(statement, {});
  await engine.createTextIndexes();
  const times = new StatementTimes();
  const { seconds } = await timed(async () => {
    for (const change of graph.changes())
      await engine.transaction(
        (runner) => times.apply(runner, change, "embedded"),
        async () => {},
      );
  });
  engine.close();
  console.log(`without journal and publication ${seconds.toFixed(1)} s`);
  times.print(25);
}
