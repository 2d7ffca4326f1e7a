import type { GraphRecord } from "../../model/graph.ts";
import type { Known } from "../../model/known.ts";
import { createKnown } from "../known.ts";
import type { Run } from "../pages.ts";
import { readRecords } from "../records.ts";
import { searchText } from "../search-text.ts";
import type {
  CountedHits,
  Parameters,
  Row,
  SearchHit,
  SearchOptions,
  StoreReader,
  StoreSupport,
} from "../store.ts";
import { runFiles } from "./embedded-writer.ts";
import { textIndexes } from "./engine.ts";
import type { ReadingEngine } from "./reading-engine.ts";

/** Reads one publication. Later ones do not show; open another reader for them. */
export class EmbeddedReader implements StoreReader {
  readonly supports: StoreSupport;
  readonly revision: number;
  readonly known: Known;
  readonly #engine: ReadingEngine;
  readonly #run: Run;

  constructor(engine: ReadingEngine, { revision, supports }: { revision: number; supports: StoreSupport }) {
    this.#engine = engine;
    this.revision = revision;
    this.supports = supports;
    this.#run = runFiles(engine);
    this.known = createKnown(this.#run);
  }

  run(id: string, parameters?: Parameters): Promise<readonly Row[]> {
    return this.#run(id, parameters);
  }

  async search(text: string, options: SearchOptions): Promise<readonly SearchHit[]> {
    return (await this.searchAndCount(text, { ...options, countTo: 0 })).hits;
  }

  async searchAndCount(
    text: string,
    { limit, kind, countTo }: SearchOptions & { countTo: number },
  ): Promise<CountedHits> {
    const query = searchText([text]);
    if (query === "" || limit < 1) return { hits: [], total: 0, hasMore: false };
    const hits: SearchHit[] = [];
    let total = 0;
    for (const index of textIndexes) {
      if (kind !== undefined && kind !== index.kind) continue;
      const found = await this.#searchIndex(index, query, { limit, countTo });
      hits.push(...found.hits);
      total += found.total;
    }
    const best = hits.sort(byScore).slice(0, limit);
    return { hits: best, total: Math.min(total, countTo), hasMore: total > countTo };
  }

  records(): AsyncIterable<GraphRecord> {
    return readRecords(this.#run);
  }

  async close(): Promise<void> {
    await this.#engine.close();
  }

  /**
   * The best hits, with all that tie with the last of them, so that the cut does not depend on the engine's
   * order.
   */
  async #searchIndex(
    { kind, label }: (typeof textIndexes)[number],
    query: string,
    { limit, countTo }: { limit: number; countTo: number },
  ): Promise<Pick<CountedHits, "hits" | "total">> {
    let count = Math.max(limit, countTo) + 1;
    let found = await this.#engine.searchText(label, query, count);
    const last = (): number | undefined => found[limit - 1]?.[1];
    while (found.length === count && found.at(-1)?.[1] === last()) {
      count *= 4;
      found = await this.#engine.searchText(label, query, count);
    }
    const best = found.filter(([, score], rank) => rank < limit || score === last());
    const ids = await this.#idsOf(best.map(([node = -1]) => node));
    const hits = best.map(([node = -1, score = 0]) => ({ kind, id: ids.get(node) ?? "", score }));
    return { hits, total: found.length };
  }

  /** Our ids of nodes that the engine names by its own. */
  async #idsOf(nodes: readonly number[]): Promise<ReadonlyMap<number, string>> {
    const rows = nodes.length === 0 ? [] : await this.#run("ids-of-nodes", { nodes });
    return new Map(rows.map(({ node, id }) => [Number(node), String(id)]));
  }
}

function byScore(a: SearchHit, b: SearchHit): number {
  return b.score - a.score || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) || (a.id < b.id ? -1 : 1);
}
