import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Engine } from "../src/store/embedded/engine.ts";
import { storeFiles } from "../src/store/embedded/files.ts";
import { openPublication } from "../src/store/embedded/publications.ts";
import { openStore } from "../src/store/registry.ts";
import type { Store } from "../src/store/store.ts";
import { heapFor, withNeo4j } from "./support/bench-neo4j.ts";
import { type BigGraph, bigGraph } from "./support/big-graph.ts";
import { explainNeo4j, printScans } from "./support/explain.ts";
import { measureFollowing } from "./support/follow.ts";
import { questionPaths, questionsOf } from "./support/questions.ts";
import { TimedReader } from "./support/timed-reader.ts";
import { percentile, readSize, timed } from "./support/timing.ts";

const rounds = 3;
/** What may take longer than the target: it ranks everything. */
const targetMs = 20;

/**
 * Asks the shipped queries of a generated graph on both engines, and shows which of their Cypher files scan;
 * for the embedded store also how soon a reader is open, and how a server follows a publication.
 *
 * `npm run bench queries [SIZE [ENGINE [STORE]]]`, by default 1: 422,000 nodes and 1.08 million relationships, on
 * `embedded` and `neo4j`. STORE is a directory that holds the graph of that size already.
 */
export async function run([size, engine, kept]: readonly string[]): Promise<void> {
  const share = readSize(size);
  const graph = bigGraph(share);
  if (engine !== "neo4j") await onEmbedded(graph, kept ?? null);
  if (engine !== "embedded") await onNeo4j(graph, heapFor(share));
}

async function onEmbedded(graph: BigGraph, kept: string | null): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "elenchus-bench-"));
  try {
    const path = kept ?? join(folder, "store");
    const store = await openStore(path);
    if (kept === null) await load(store, graph);
    await open(store);
    await measureFollowing(
      store,
      path,
      questionPaths(graph).map((one) => `api/${one}`),
    );
    const reader = await ask("embedded", store, graph);
    const { engine } = await openPublication(storeFiles(path), Engine.openCopy);
    await printScans("embedded", reader.asked, (cypher, parameters) => engine.explain(cypher, parameters));
    engine.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function onNeo4j(graph: BigGraph, heap: string): Promise<void> {
  await withNeo4j(
    async (server) => {
      await load(server.store, graph);
      const { asked } = await ask("neo4j", server.store, graph);
      const connection = await server.connect();
      await printScans("neo4j", asked, (cypher, parameters) => explainNeo4j(connection, cypher, parameters));
      await connection.close();
    },
    { heap },
  );
}

async function load(store: Store, graph: BigGraph): Promise<void> {
  const writer = await store.openWriter({ onMessage: console.log });
  for (const change of graph.changes()) await writer.apply(change);
  await writer.close();
}

/**
 * Prints p50 and p95 of each kind of question; the first round only warms the engine. Of an engine in this
 * process also the time of processors, which other programs on the machine do not lengthen.
 */
async function ask(engine: string, store: Store, graph: BigGraph): Promise<TimedReader> {
  const reader = new TimedReader(await store.openReader());
  const questions = questionsOf(graph);
  const times = new Map<string, number[]>();
  const worked = new Map<string, number[]>();
  for (let round = 0; round <= rounds; round += 1) {
    if (round === 1) reader.forgetTimes();
    for (const { name, ask: askOne } of questions) {
      const before = process.cpuUsage();
      const { seconds } = await timed(() => askOne(reader));
      const { user, system } = process.cpuUsage(before);
      if (round === 0) continue;
      times.set(name, [...(times.get(name) ?? []), seconds * 1000]);
      worked.set(name, [...(worked.get(name) ?? []), (user + system) / 1000]);
    }
  }
  console.log(`${engine}: ${questions.length} questions, ${rounds} rounds, in milliseconds`);
  for (const [name, list] of times)
    console.log(
      `  ${figures(list)}  ${engine === "embedded" ? `processors ${figures(worked.get(name) ?? [])}  ` : ""}${name}`,
    );
  console.log(`${engine}: the files of Cypher behind them, those with a p95 of ${targetMs / 2} ms or more`);
  const files = [...reader.times].map(([id, list]) => ({ id, list, p95: percentile(list, 0.95) }));
  for (const { id, list } of files.filter(({ p95 }) => p95 >= targetMs / 2).sort((a, b) => b.p95 - a.p95))
    console.log(`  ${figures(list)}  ${id}`);
  await reader.close();
  return reader;
}

function figures(list: readonly number[]): string {
  const [p50, p95] = [percentile(list, 0.5), percentile(list, 0.95)];
  const shown = (value: number): string => value.toFixed(1).padStart(7);
  return `p50 ${shown(p50)}  p95 ${shown(p95)}${p95 > targetMs ? " !" : "  "} n ${String(list.length).padStart(4)}`;
}

/** How long a reader takes to open, three times. */
async function open(store: Store): Promise<void> {
  const seconds: string[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const opening = await timed(() => store.openReader());
    seconds.push(opening.seconds.toFixed(2));
    await opening.result.close();
  }
  console.log(`embedded: a reader is open after ${seconds.join(", ")} s, target 2`);
}
