import { writeFile } from "node:fs/promises";
import { mapFiles } from "../../src/map-files.ts";
import { type GraphElement, graphArrays, graphVersion } from "../../src/model/graph.ts";
import { openStore } from "../../src/store/registry.ts";
import type { Store } from "../../src/store/store.ts";

/** The arrays of the graph JSON that the scorers read. */
export interface ScoredGraph {
  readonly comments: readonly GraphElement<"comments">[];
  readonly quotes: readonly GraphElement<"quotes">[];
  readonly locutions: readonly GraphElement<"locutions">[];
  readonly concepts: readonly GraphElement<"concepts">[];
  readonly relations: readonly GraphElement<"relations">[];
}

/**
 * Maps inputs through the real pipeline into a new store at `store` and reads the graph back from it.
 *
 * @param extractor - its id.
 * @throws Error when an input could not be read: a measurement on part of the input means nothing.
 */
export async function mapToGraph(
  inputs: readonly string[],
  store: string,
  extractor: string,
): Promise<ScoredGraph> {
  const opened = await openStore(store);
  const { failures } = await mapFiles(inputs, opened, { extractor });
  for (const { path, error } of failures) throw new Error(`${path} could not be mapped`, { cause: error });
  return readGraph(opened);
}

/** Reads what a store holds, with the locutions and relations of one layer only where one is named. */
export async function readGraph(store: Store, layer: string | null = null): Promise<ScoredGraph> {
  const comments: GraphElement<"comments">[] = [];
  const quotes: GraphElement<"quotes">[] = [];
  const locutions: GraphElement<"locutions">[] = [];
  const concepts: GraphElement<"concepts">[] = [];
  const relations: GraphElement<"relations">[] = [];
  const reader = await store.openReader();
  try {
    for await (const record of reader.records()) {
      if (record.array === "comments") comments.push(record.element);
      if (record.array === "quotes") quotes.push(record.element);
      if (record.array === "locutions" && (layer === null || record.element.extractors?.includes(layer)))
        locutions.push(record.element);
      if (record.array === "concepts") concepts.push(record.element);
      if (record.array === "relations" && (layer === null || record.element.extractor === layer))
        relations.push(record.element);
    }
  } finally {
    await reader.close();
  }
  return { comments, quotes, locutions, concepts, relations };
}

/** Writes a graph as graph JSON and returns its path. */
export async function writeGraph(graph: ScoredGraph, file: string): Promise<string> {
  const empty = Object.fromEntries(Object.keys(graphArrays).map((array) => [array, []]));
  await writeFile(file, JSON.stringify({ elenchus: graphVersion, ...empty, ...graph }));
  return file;
}
