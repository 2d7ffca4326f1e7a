import type { GraphRecord } from "../../model/graph.ts";
import type { Known } from "../../model/known.ts";
import { createKnown, type Run } from "../known.ts";
import { readRecords } from "../records.ts";
import { searchText } from "../search-text.ts";
import type { Parameters, Row, SearchHit, StoreReader, StoreSupport } from "../store.ts";
import { runFiles } from "./embedded-writer.ts";
import { type Engine, textIndexes } from "./engine.ts";

/** Reads one publication. Later ones do not show; open another reader for them. */
export class EmbeddedReader implements StoreReader {
  readonly supports: StoreSupport;
  readonly revision: number;
  readonly known: Known;
  readonly #engine: Engine;
  readonly #run: Run;

  constructor(engine: Engine, { revision, supports }: { revision: number; supports: StoreSupport }) {
    this.#engine = engine;
    this.revision = revision;
    this.supports = supports;
    this.#run = runFiles(engine);
    this.known = createKnown(this.#run);
  }

  run(id: string, parameters?: Parameters): Promise<readonly Row[]> {
    return this.#run(id, parameters);
  }

  async search(
    text: string,
    { limit, kind }: { limit: number; kind?: SearchHit["kind"] },
  ): Promise<readonly SearchHit[]> {
    const query = searchText([text]);
    if (query === "" || limit < 1) return [];
    const hits: SearchHit[] = [];
    for (const index of textIndexes)
      if (kind === undefined || kind === index.kind)
        hits.push(...(await this.#searchIndex(index, query, limit)));
    return hits.sort(byScore).slice(0, limit);
  }

  records(): AsyncIterable<GraphRecord> {
    return readRecords(this.#run);
  }

  async close(): Promise<void> {
    this.#engine.close();
  }

  /** The best hits, with all that tie with the last of them, so that the cut does not depend on the engine's order. */
  async #searchIndex(
    { kind, label }: (typeof textIndexes)[number],
    query: string,
    limit: number,
  ): Promise<readonly SearchHit[]> {
    let found = await this.#engine.searchText(label, query, limit + 1);
    for (let count = limit + 1; found.length === count && found.at(-1)?.[1] === found[limit - 1]?.[1]; ) {
      count *= 4;
      found = await this.#engine.searchText(label, query, count);
    }
    return found.map(([node = -1, score = 0]) => ({ kind, id: this.#engine.idOfNode(node), score }));
  }
}

function byScore(a: SearchHit, b: SearchHit): number {
  return b.score - a.score || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) || (a.id < b.id ? -1 : 1);
}
