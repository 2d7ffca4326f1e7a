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
import type { Connection } from "./connection.ts";
import { storeFailure } from "./failures.ts";
import { runFile } from "./statements.ts";

/** What a search looks into: the full-text indexes of `cypher/migrations`. */
const textIndexes = [
  { kind: "claim", index: "claim_words" },
  { kind: "concept", index: "concept_words" },
] as const;

export interface Neo4jReaderOptions {
  readonly revision: number;
  readonly supports: StoreSupport;
  readonly release: () => Promise<void>;
}

/** Reads the graph as it is at the moment of each read: there are no publications, and a change shows at once. */
export class Neo4jReader implements StoreReader {
  readonly supports: StoreSupport;
  readonly revision: number;
  readonly known: Known;
  readonly #run: Run;
  readonly #connection: Connection;
  readonly #release: () => Promise<void>;

  constructor(connection: Connection, { revision, supports, release }: Neo4jReaderOptions) {
    this.#connection = connection;
    this.revision = revision;
    this.supports = supports;
    this.#release = release;
    this.#run = (id, parameters) => this.#read(["queries", "reads"], id, parameters);
    this.known = createKnown(this.#run);
  }

  run(id: string, parameters?: Parameters): Promise<readonly Row[]> {
    return this.#run(id, parameters);
  }

  async search(text: string, { limit, kind }: SearchOptions): Promise<readonly SearchHit[]> {
    const words = luceneWords(searchText([text]));
    if (words === "" || limit < 1) return [];
    const hits: SearchHit[] = [];
    for (const one of indexesOf(kind)) hits.push(...(await this.#searchIndex(one, words, limit)));
    return hits.sort(byScore).slice(0, limit);
  }

  async searchAndCount(
    text: string,
    { countTo, ...options }: SearchOptions & { countTo: number },
  ): Promise<CountedHits> {
    const words = luceneWords(searchText([text]));
    if (words === "" || options.limit < 1) return { hits: [], total: 0, hasMore: false };
    let total = 0;
    for (const { index } of indexesOf(options.kind)) {
      const [row] = await this.#read(["reads"], "count-words", { index, words, limit: countTo + 1 });
      total += Number(row?.total ?? 0);
    }
    const hits = await this.search(text, options);
    return { hits, total: Math.min(total, countTo), hasMore: total > countTo };
  }

  records(): AsyncIterable<GraphRecord> {
    return readRecords(this.#run);
  }

  async close(): Promise<void> {
    await this.#release();
  }

  /**
   * The best hits, with all that tie with the last of them, so that the cut does not depend on the index's
   * order.
   */
  async #searchIndex(
    { kind, index }: (typeof textIndexes)[number],
    words: string,
    limit: number,
  ): Promise<readonly SearchHit[]> {
    const find = async (count: number) =>
      (await this.#read(["reads"], "search-words", { index, words, limit: count })).map(({ id, score }) => ({
        kind,
        id: String(id),
        score: Number(score),
      }));
    let count = limit + 1;
    let found = await find(count);
    while (found.length === count && found.at(-1)?.score === found[limit - 1]?.score) {
      count *= 4;
      found = await find(count);
    }
    return found;
  }

  async #read(folders: readonly string[], id: string, parameters?: Parameters): Promise<readonly Row[]> {
    try {
      return await this.#connection.read((runner) => runFile(runner, folders, id, parameters));
    } catch (error) {
      throw storeFailure(error, this.#connection.place);
    }
  }
}

const indexesOf = (kind: SearchHit["kind"] | undefined): readonly (typeof textIndexes)[number][] =>
  textIndexes.filter((one) => kind === undefined || kind === one.kind);

/** The words with all that Lucene's query language gives a meaning escaped. */
function luceneWords(words: string): string {
  return words.replace(/[+\-!(){}[\]^"~*?:\\/&|]/gu, "\\$&");
}

function byScore(a: SearchHit, b: SearchHit): number {
  return b.score - a.score || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) || (a.id < b.id ? -1 : 1);
}
