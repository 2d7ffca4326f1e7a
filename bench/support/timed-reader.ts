import type { GraphRecord } from "../../src/model/graph.ts";
import type { Known } from "../../src/model/known.ts";
import type {
  CountedHits,
  Parameters,
  Row,
  SearchHit,
  SearchOptions,
  StoreReader,
  StoreSupport,
} from "../../src/store/store.ts";

/** A reader that keeps which files of Cypher were run, with what, and how many milliseconds each took. */
export class TimedReader implements StoreReader {
  readonly supports: StoreSupport;
  readonly known: Known;
  readonly revision: number;
  /** The first parameters with which each file was run. */
  readonly asked = new Map<string, Parameters>();
  readonly times = new Map<string, number[]>();
  readonly #reader: StoreReader;

  constructor(reader: StoreReader) {
    this.#reader = reader;
    this.supports = reader.supports;
    this.known = reader.known;
    this.revision = reader.revision;
  }

  async run(id: string, parameters: Parameters = {}): Promise<readonly Row[]> {
    if (!this.asked.has(id)) this.asked.set(id, parameters);
    return await this.#timed(id, () => this.#reader.run(id, parameters));
  }

  search(text: string, options: SearchOptions): Promise<readonly SearchHit[]> {
    return this.#timed("(full-text search)", () => this.#reader.search(text, options));
  }

  searchAndCount(text: string, options: SearchOptions & { countTo: number }): Promise<CountedHits> {
    return this.#timed("(full-text search, counted)", () => this.#reader.searchAndCount(text, options));
  }

  records(): AsyncIterable<GraphRecord> {
    return this.#reader.records();
  }

  forgetTimes(): void {
    this.times.clear();
  }

  close(): Promise<void> {
    return this.#reader.close();
  }

  async #timed<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
    const started = performance.now();
    const result = await work();
    const list = this.times.get(id) ?? [];
    list.push(performance.now() - started);
    this.times.set(id, list);
    return result;
  }
}
