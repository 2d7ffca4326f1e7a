import { randomUUID } from "node:crypto";
import type { Change } from "../../model/change.ts";
import type { Known } from "../../model/known.ts";
import { applyWrites, type CypherRunner } from "../apply-writes.ts";
import { createKnown } from "../known.ts";
import type { StoreWriter } from "../store.ts";
import type { Connection } from "./connection.ts";
import { isOutage, isTransient } from "./failures.ts";
import { Lease } from "./lease.ts";
import { patiently } from "./patience.ts";
import { migrate, migrationPlan, prepareStore, readMeta } from "./schema.ts";
import { engineId, runFile } from "./statements.ts";

export interface Neo4jWriterOptions {
  readonly onMessage: (message: string) => void;
  readonly signal?: AbortSignal | undefined;
  /** How long the server may be away in the middle of the work, in milliseconds. */
  readonly waitMs: number;
  readonly release: () => Promise<void>;
}

type Patient = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * The one writer of a graph, holding its lease.
 *
 * A change is one transaction. It carries a mark of its own, so that a change whose commit was not confirmed
 * before the server went away is not applied again when it was.
 */
export class Neo4jWriter implements StoreWriter {
  readonly known: Known;
  readonly #connection: Connection;
  readonly #lease: Lease;
  readonly #patient: Patient;
  readonly #release: () => Promise<void>;
  readonly #mark = randomUUID();
  #changes = 0;
  /** Changes and closing follow each other. */
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  private constructor(connection: Connection, lease: Lease, patient: Patient, release: () => Promise<void>) {
    this.#connection = connection;
    this.#lease = lease;
    this.#patient = patient;
    this.#release = release;
    this.known = createKnown((id, parameters) =>
      patient(() => connection.read((runner) => runFile(runner, ["queries", "reads"], id, parameters))),
    );
  }

  /**
   * Waits for the lease and brings the schema up to date.
   *
   * @throws AppError `store.version-unsupported`, `store.migration-missing`, `store.migration-changed` before
   *   anything is written, `store.unreachable` when the server goes away and stays away.
   */
  static async open(
    connection: Connection,
    { onMessage, signal, waitMs, release }: Neo4jWriterOptions,
  ): Promise<Neo4jWriter> {
    const patient: Patient = (work) => patiently(connection, { waitMs, onMessage, signal }, work);
    const meta = await patient(() => readMeta(connection));
    const { applied } = migrationPlan(meta, connection.place.url);
    // A graph that neo4j-admin imported has the node and no schema.
    if (applied.length === 0) await patient(() => prepareStore(connection));
    const lease = await Lease.take(connection, { onMessage, signal, patiently: patient });
    try {
      await patient(() => migrate(connection, lease));
      return new Neo4jWriter(connection, lease, patient, release);
    } catch (error) {
      await giveBack(lease);
      throw error;
    }
  }

  apply(change: Change): Promise<void> {
    return this.#next(async () => {
      if (change.writes.every(({ rows }) => rows.length === 0)) return;
      this.#changes += 1;
      const mark = `${this.#mark} ${this.#changes}`;
      await this.#patient(() =>
        this.#connection.write(async (runner) => {
          const { lastChange, revision } = await this.#lease.hold(runner);
          if (lastChange === mark) return;
          await applyWrites(keepingPlans(runner), change, engineId, isTransient);
          await this.#lease.advance(runner, { lastChange: mark, revision: Number(revision ?? 0) + 1 });
        }),
      );
    });
  }

  /** A change shows when it is applied. */
  async publish(): Promise<void> {
    await this.#last;
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    const closing = this.#next(async () => {
      try {
        await giveBack(this.#lease);
      } finally {
        await this.#release();
      }
    });
    this.#isClosed = true;
    await closing;
  }

  #next<Type>(work: () => Promise<Type>): Promise<Type> {
    if (this.#isClosed) return Promise.reject(new Error("the writer is closed"));
    const result = this.#last.then(work);
    this.#last = result.catch(() => {});
    return result;
  }
}

/**
 * Runs statements by the first plan that was made for them.
 *
 * While a graph grows Neo4j plans each statement anew every ten seconds, for 0.1 s or more. The hints have
 * settled where our writes begin (index-hints.ts), and no plan of theirs scans, one for an empty graph
 * included.
 */
function keepingPlans(runner: CypherRunner): CypherRunner {
  return { run: (cypher, parameters) => runner.run(`CYPHER replan=skip ${cypher}`, parameters) };
}

/** A lease that cannot be given back because the server is away ends by itself. */
async function giveBack(lease: Lease): Promise<void> {
  try {
    await lease.release();
  } catch (error) {
    if (!isOutage(error)) throw error;
  }
}
