import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { AppError } from "../../errors.ts";
import type { Change } from "../../model/change.ts";
import type { Known } from "../../model/known.ts";
import type { CypherRunner } from "../apply-writes.ts";
import { cypherFile, requireParameters } from "../cypher-files.ts";
import { createKnown } from "../known.ts";
import type { Run } from "../pages.ts";
import type { StoreWriter } from "../store.ts";
import { type StoreFiles, unwritable } from "./files.ts";
import { Graph } from "./graph.ts";
import { Journal } from "./journal.ts";
import { type Lock, takeLock } from "./lock.ts";
import { makeFolders } from "./make-folders.ts";
import { Publisher, refuseUnknownSchema } from "./publications.ts";

export interface WriterOptions {
  readonly onMessage: (message: string) => void;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds of a clock that only grows. */
  readonly now: () => number;
}

/** Runs files of `cypher/queries` and `cypher/reads` on an engine. */
export function runFiles(runner: CypherRunner): Run {
  return async (id, parameters = {}) => {
    const { statements, parameters: names } = cypherFile(["queries", "reads"], id, "embedded");
    requireParameters(`the query ${id}`, names, parameters);
    const [statement = ""] = statements;
    return await runner.run(statement, parameters);
  };
}

/**
 * The one writer of an embedded store, holding its lock.
 *
 * A change is first tried in a transaction of the engine, then appended to the journal, and committed once
 * the disk has the journal's line. What was acknowledged is therefore in the journal, and a change that fails
 * is nowhere.
 */
export class EmbeddedWriter implements StoreWriter {
  readonly known: Known;
  readonly journal: Journal;
  readonly #files: StoreFiles;
  readonly #lock: Lock;
  readonly #graph: Graph;
  readonly #publisher: Publisher;
  /** Changes, publications and closing follow each other: the engine has one writer. */
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;
  #failure: unknown = null;

  private constructor(files: StoreFiles, lock: Lock, journal: Journal, graph: Graph, publisher: Publisher) {
    this.#files = files;
    this.#lock = lock;
    this.journal = journal;
    this.#graph = graph;
    this.#publisher = publisher;
    this.known = createKnown(runFiles(graph.engine));
  }

  /** Waits for the lock, then opens journal and graph; mends what a crash or damage left. */
  static async open(files: StoreFiles, { onMessage, signal, now }: WriterOptions): Promise<EmbeddedWriter> {
    const lock = await lockStore(files, { onMessage, signal });
    try {
      await refuseUnknownSchema(files);
      const journal = await openJournal(files);
      try {
        const graph = await Graph.open(files.graph, journal, onMessage);
        return new EmbeddedWriter(files, lock, journal, graph, await Publisher.open(files, now));
      } catch (error) {
        await journal.close();
        throw error;
      }
    } catch (error) {
      await lock.release();
      throw unwritable(files.directory, error);
    }
  }

  apply(change: Change): Promise<void> {
    return this.#next(async () => {
      this.#refuseAfterFailure();
      if (change.writes.every(({ rows }) => rows.length === 0)) return;
      const { line, place } = this.journal.prepare(change);
      const before = this.journal.end;
      try {
        await this.#graph.apply(change, place, () => this.journal.append(line));
      } catch (error) {
        // The line was appended and the graph did not take it: both are mended when the store is opened again.
        if (this.journal.end !== before) this.#failure = error;
        throw unwritable(this.#files.directory, error);
      }
    });
  }

  publish(): Promise<void> {
    return this.#next(async () => {
      this.#refuseAfterFailure();
      await this.#publisher.publish(this.#graph, { isForced: false });
    }).catch((error: unknown) => {
      throw unwritable(this.#files.directory, error);
    });
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    const closing = this.#next(async () => {
      // Each of these may fail on a full disk, and the lock must be given back all the same.
      try {
        if (this.#failure === null) await this.#publisher.publish(this.#graph, { isForced: true });
        else await this.journal.cutTo(this.#graph.place.offset);
      } finally {
        try {
          this.#graph.close();
        } finally {
          await this.journal.close();
          await this.#lock.release();
        }
      }
    });
    this.#isClosed = true;
    await closing.catch((error: unknown) => {
      throw unwritable(this.#files.directory, error);
    });
  }

  #refuseAfterFailure(): void {
    if (this.#failure === null && !this.journal.isBroken) return;
    throw new AppError("store.write-failed", `the store stopped taking changes: ${String(this.#failure)}`, {
      hint: "Run the command again: opening the store mends it.",
      cause: this.#failure,
    });
  }

  #next<Type>(work: () => Promise<Type>): Promise<Type> {
    if (this.#isClosed) return Promise.reject(new Error("the writer is closed"));
    const result = this.#last.then(work);
    this.#last = result.catch(() => {});
    return result;
  }
}

/** Makes the directory and takes its lock. */
export async function lockStore(
  files: StoreFiles,
  options: { onMessage: (message: string) => void; signal?: AbortSignal | undefined },
): Promise<Lock> {
  try {
    await makeFolders(files.directory);
    const lock = await takeLock(files.locks, options);
    await rm(files.scratch, { recursive: true, force: true });
    return lock;
  } catch (error) {
    throw unwritable(files.directory, error);
  }
}

/** Opens the journal of a store, or begins one where there is neither a journal nor a graph. */
export async function openJournal(files: StoreFiles): Promise<Journal> {
  if (existsSync(files.journal)) return await Journal.open(files.journal);
  if (existsSync(files.graph))
    throw new AppError("store.journal-damaged", `${files.journal} is missing beside its graph`, {
      hint: "Put the journal back, or move the whole directory away and map the inputs again.",
    });
  return await Journal.create(files.journal, 0);
}
