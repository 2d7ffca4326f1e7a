import { existsSync } from "node:fs";
import grafeo, { type GrafeoDB, type GrafeoValue, type QueryResult } from "@grafeo-db/js";
import type { CypherRunner } from "../apply-writes.ts";
import { keepable, restoreString } from "../lone-surrogates.ts";
import type { Parameters, Row, Value } from "../store.ts";
import { isUnwritable } from "./files.ts";
import type { ReadingEngine } from "./reading-engine.ts";

/** What is wrong with a file that the engine did not open. */
export type EngineFailure = "locked" | "unwritable" | "damaged";

/** The two text indexes: what a search of claims and of concepts looks into. */
export const textIndexes = [
  { kind: "claim", label: "Claim" },
  { kind: "concept", label: "Concept" },
] as const;

/**
 * The embedded engine behind plain values.
 *
 * Numbers, strings, booleans, null, lists and maps come out; the engine's own forms (`$decimal`, BigInt, Date,
 * nodes with internal ids) do not.
 */
export class Engine implements ReadingEngine {
  readonly #database: GrafeoDB;
  #isClosed = false;

  private constructor(database: GrafeoDB) {
    this.#database = database;
  }

  /** Opens a file for reading and writing, or makes it. */
  static openFile(path: string): Engine {
    return new Engine(grafeo.GrafeoDB.create(path));
  }

  /**
   * Opens a one-file copy beside any number of other readers.
   *
   * @throws Error with code `ENOENT` when there is no such file.
   */
  static openCopy(path: string): Engine {
    try {
      return new Engine(grafeo.GrafeoDB.openReadOnly(path));
    } catch (error) {
      if (existsSync(path)) throw error;
      throw Object.assign(new Error(`no file ${path}`, { cause: error }), { code: "ENOENT" });
    }
  }

  async run(cypher: string, parameters: Parameters): Promise<readonly Row[]> {
    return plainRows(await this.#database.executeCypher(cypher, keepable(parameters)));
  }

  /** Runs a query and takes at most `maxRows` of its rows. */
  async runTable(cypher: string, parameters: Parameters, maxRows: number) {
    const result = await this.#database.executeCypher(cypher, keepable(parameters));
    const columns = result.columns;
    const rows: Value[][] = [];
    for (let index = 0; index < Math.min(result.length, maxRows); index += 1) {
      const row = result.get(index);
      rows.push(columns.map((column) => plainValue(row[column] ?? null)));
    }
    return { columns, rows, isTruncated: result.length > maxRows };
  }

  /** The operators with which the engine would run a query, outermost first. */
  async explain(cypher: string, parameters: Parameters): Promise<readonly string[]> {
    const rows = (await this.#database.executeCypher(`EXPLAIN\n${cypher}`, keepable(parameters))).rows();
    const plan = rows.map((row) => String(row[0])).join("\n");
    return plan.split("\n").filter((line) => line.trim() !== "");
  }

  /** Runs `work` in one transaction: all of it is applied when it resolves, nothing when it rejects. */
  async transaction(
    work: (runner: CypherRunner) => Promise<void>,
    beforeCommit: () => Promise<void>,
  ): Promise<void> {
    const transaction = this.#database.beginTransaction();
    try {
      await work({
        run: async (cypher, parameters) =>
          plainRows(await transaction.executeCypher(cypher, keepable(parameters))),
      });
      await beforeCommit();
    } catch (error) {
      if (transaction.isActive) transaction.rollback();
      throw error;
    }
    transaction.commit();
  }

  async createTextIndexes(): Promise<void> {
    for (const { label } of textIndexes)
      await this.#database.createTextIndex(label, "searchText", { tokenizer: "standard" });
  }

  /** Nodes by internal id with their scores, best first: at most `count`. */
  async searchText(label: string, query: string, count: number): Promise<readonly (readonly number[])[]> {
    return await this.#database.textSearch(label, "searchText", query, count);
  }

  /** Writes the graph, with its indexes, to a new file of its own. */
  save(path: string): void {
    this.#database.save(path);
  }

  /** Moves what the engine's own log holds into its file. */
  checkpoint(): void {
    this.#database.walCheckpoint();
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#database.close();
  }
}

/** Tells a file that somebody else has open, or that may not be written, from one that is damaged. */
export function engineFailure(error: unknown): EngineFailure {
  if (/locked|in use by another/iu.test(String(error))) return "locked";
  return isUnwritable(error) ? "unwritable" : "damaged";
}

function plainRows(result: QueryResult): readonly Row[] {
  return result.toArray().map((row) => plainValue(row) as Row);
}

/** A value of the engine without its own forms. Internal ids of nodes and relationships are left out. */
function plainValue(value: GrafeoValue): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "string") return restoreString(value);
  if (typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(plainValue);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array || value instanceof Float32Array) return [...value];
  const map = value as { readonly [key: string]: GrafeoValue };
  if (typeof map.$decimal === "string") return Number(map.$decimal);
  const isEntity = typeof map._id === "number" && ("_labels" in map || "_type" in map);
  const entries = Object.entries(map).filter(
    ([key]) => !isEntity || !(key === "_id" || key === "_source" || key === "_target"),
  );
  return Object.fromEntries(entries.map(([key, inner]) => [key, plainValue(inner)]));
}
