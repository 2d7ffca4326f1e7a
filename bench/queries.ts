import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Engine } from "../src/store/embedded/engine.ts";
import { storeFiles } from "../src/store/embedded/files.ts";
import { openPublication } from "../src/store/embedded/publications.ts";
import { openStore } from "../src/store/registry.ts";
import type { Store } from "../src/store/store.ts";
import * as make from "../test/support/store-records.ts";
import { heapFor, withNeo4j } from "./support/bench-neo4j.ts";
import { type BigGraph, bigGraph } from "./support/big-graph.ts";
import { explainNeo4j, printScans } from "./support/explain.ts";
import { questionsOf } from "./support/questions.ts";
import { TimedReader } from "./support/timed-reader.ts";
import { percentile, readSize, timed } from "./support/timing.ts";

const rounds = 3;
/** What may take longer than the target: it ranks everything. */
const targetMs = 20;

/**
 * Asks the shipped queries of a generated graph on both engines, and shows which of their Cypher files scan; for the
 * embedded store also how soon a reader is open, and how soon it sees a publication.
 *
 * `npm run bench queries [SIZE]`, by default 1: 422,000 nodes and 1.08 million relationships.
 */
export async function run([size]: readonly string[]): Promise<void> {
  const share = readSize(size);
  const graph = bigGraph(share);
  const folder = await mkdtemp(join(tmpdir(), "elenchus-bench-"));
  try {
    const path = join(folder, "store");
    const store = await openStore(path);
    await load(store, graph);
    await openAndFollow(store);
    const reader = await ask("embedded", store, graph);
    const { engine } = await openPublication(storeFiles(path), Engine.openCopy);
    await printScans("embedded", reader.asked, (cypher, parameters) => engine.explain(cypher, parameters));
    engine.close();
    await withNeo4j(
      async (server) => {
        await load(server.store, graph);
        const { asked } = await ask("neo4j", server.store, graph);
        const connection = await server.connect();
        await printScans("neo4j", asked, (cypher, parameters) =>
          explainNeo4j(connection, cypher, parameters),
        );
        await connection.close();
      },
      { heap: heapFor(share) },
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function load(store: Store, graph: BigGraph): Promise<void> {
  const writer = await store.openWriter({ onMessage: console.log });
  for (const change of graph.changes()) await writer.apply(change);
  await writer.close();
}

/** Prints p50 and p95 of each kind of question; the first round only warms the engine. */
async function ask(engine: string, store: Store, graph: BigGraph): Promise<TimedReader> {
  const reader = new TimedReader(await store.openReader());
  const questions = questionsOf(graph);
  const times = new Map<string, number[]>();
  for (let round = 0; round <= rounds; round += 1) {
    if (round === 1) reader.forgetTimes();
    for (const { name, ask: askOne } of questions) {
      const { seconds } = await timed(() => askOne(reader));
      if (round === 0) continue;
      const list = times.get(name) ?? [];
      list.push(seconds * 1000);
      times.set(name, list);
    }
  }
  console.log(`${engine}: ${questions.length} questions, ${rounds} rounds, in milliseconds`);
  for (const [name, list] of times) console.log(`  ${figures(list)}  ${name}`);
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

/** How soon a listing has a reader, and how soon a publication is seen by one that is open. */
async function openAndFollow(store: Store): Promise<void> {
  const opening = await timed(() => store.openReader());
  console.log(`embedded: a reader is open after ${opening.seconds.toFixed(2)} s, target 2`);
  const writer = await store.openWriter({ onMessage: console.log });
  await writer.apply(make.change({ write: "save-authors", rows: [make.author("forum:late")] }));
  let stop = (): void => {};
  const seen = new Promise<number>((resolve) => {
    stop = store.watch(() => resolve(performance.now()));
  });
  // The watch knows what stands there once it has looked.
  await new Promise((resolve) => setTimeout(resolve, 200));
  const began = performance.now();
  await writer.publish();
  const published = performance.now();
  const noticed = await seen;
  const next = await timed(() => store.openReader());
  const found = await next.result.known.authors(["forum:late"]);
  const total = (performance.now() - began) / 1000;
  console.log(
    `embedded: published in ${((published - began) / 1000).toFixed(2)} s, noticed ${((noticed - published) / 1000).toFixed(2)} s later, opened in ${next.seconds.toFixed(2)} s, ${found.length} record seen after ${total.toFixed(2)} s in all`,
  );
  stop();
  await next.result.close();
  await opening.result.close();
  await writer.close();
}
