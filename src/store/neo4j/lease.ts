import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { AppError } from "../../errors.ts";
import { liveness, ownIdentity, type ProcessIdentity } from "../../process-identity.ts";
import type { CypherRunner } from "../apply-writes.ts";
import { propertiesOf } from "../known.ts";
import type { Parameters, Row } from "../store.ts";
import type { Connection } from "./connection.ts";
import { runFile } from "./statements.ts";

/** How long a writer that is silent keeps the store, and how often one that works says that it lives. */
const leaseMs = 20_000;
const beatEveryMs = 5000;
const lookEveryMs = 250;

/** What the node that stands for the store says, as its properties. */
export type StoreMeta = Row;

export interface LeaseOptions {
  /** Told once for every writer that is waited for. */
  readonly onMessage: (message: string) => void;
  readonly signal?: AbortSignal | undefined;
  /** Runs `work`, and again when the server was away. */
  readonly patiently: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

/**
 * The right to write to a graph, which one writer has at a time.
 *
 * The node `(:StoreMeta {id: "store"})` names the writer by a token and says until when it is believed. All
 * times are the server's, so clocks need not agree. A writer that is silent for 20 s, or whose process can be
 * seen to be gone, loses the lease to whoever waits for it. It cannot then do harm: every change first locks
 * the node and looks whether the token is still its own, in the transaction of the change.
 */
export class Lease {
  readonly #connection: Connection;
  readonly #token: string;
  readonly #beat: NodeJS.Timeout;
  #isBeating = false;

  private constructor(connection: Connection, token: string) {
    this.#connection = connection;
    this.#token = token;
    this.#beat = setInterval(() => this.#renew(), beatEveryMs);
    this.#beat.unref();
  }

  /**
   * Takes the lease, waiting while another writer has it.
   *
   * @throws the signal's reason when it is aborted while waiting.
   */
  static async take(connection: Connection, { onMessage, signal, patiently }: LeaseOptions): Promise<Lease> {
    const own = await ownIdentity();
    const token = randomUUID();
    let told = "";
    for (;;) {
      signal?.throwIfAborted();
      const holder = await patiently(() => tryToTake(connection, token, own));
      if (holder === null) return new Lease(connection, token);
      if (told !== holder.token) {
        told = holder.token;
        const where = holder.host === own.host ? "" : ` on ${holder.host}`;
        onMessage(`waiting for process ${holder.pid}${where}, which writes to this store`);
      }
      await delay(lookEveryMs, undefined, signal ? { signal } : {}).catch(() => signal?.throwIfAborted());
    }
  }

  /**
   * Keeps others from taking the lease until the transaction ends.
   *
   * @returns what the node says.
   * @throws AppError `store.lock-lost` when another writer has taken it.
   */
  async hold(runner: CypherRunner): Promise<StoreMeta> {
    const { meta } = await lockedState(runner);
    if (meta.token !== this.#token)
      throw new AppError("store.lock-lost", "another process took over writing to this store", {
        hint: "This one was silent for too long; run the command again, it completes what is missing.",
      });
    return meta;
  }

  /** Writes to the node and renews the lease, in a transaction that holds it. */
  async advance(runner: CypherRunner, properties: Parameters): Promise<void> {
    await runFile(runner, ["writes"], "store-lease", { properties, leaseMs });
  }

  /** Gives the lease back. One that was lost is left alone. */
  async release(): Promise<void> {
    clearInterval(this.#beat);
    await this.#connection.write(async (runner) => {
      if ((await lockedState(runner)).meta.token !== this.#token) return;
      const properties = { token: null, holder: null };
      await runFile(runner, ["writes"], "store-lease", { properties, leaseMs: 0 });
    });
  }

  /** A renewal that fails is made up for by the next, and the next change finds out whether the lease was lost. */
  #renew(): void {
    if (this.#isBeating) return;
    this.#isBeating = true;
    this.#connection
      .write(async (runner) => {
        await this.hold(runner);
        await this.advance(runner, {});
      })
      .catch(() => {})
      .finally(() => {
        this.#isBeating = false;
      });
  }
}

interface Holder extends ProcessIdentity {
  readonly token: string;
}

/** The process that writes to a graph, or null. */
export async function leaseHolder(connection: Connection): Promise<ProcessIdentity | null> {
  const [state] = await connection.read((runner) => runFile(runner, ["reads"], "store-state"));
  return state ? await livingHolder(state) : null;
}

/** Null when the lease was taken, else who has it. */
async function tryToTake(
  connection: Connection,
  token: string,
  own: ProcessIdentity,
): Promise<Holder | null> {
  const [seen] = await connection.read((runner) => runFile(runner, ["reads"], "store-state"));
  const holder = seen ? await livingHolder(seen) : null;
  if (holder !== null && holder.token !== token) return holder;
  return await connection.write(async (runner) => {
    const state = await lockedState(runner);
    const other = await livingHolder(state);
    if (other !== null && other.token !== token) return other;
    const properties = { token, holder: JSON.stringify(own) };
    await runFile(runner, ["writes"], "store-lease", { properties, leaseMs });
    return null;
  });
}

/** Whoever has the lease, unless it has ended or its process can be seen to be gone. */
async function livingHolder(state: Row): Promise<Holder | null> {
  const { token, holder, leaseEnds } = propertiesOf(state, "meta");
  if (typeof token !== "string" || typeof holder !== "string") return null;
  if (Number(leaseEnds ?? 0) < Number(state.now)) return null;
  const identity = JSON.parse(holder) as ProcessIdentity;
  return (await liveness(identity)) === "gone" ? null : { ...identity, token };
}

/** The node's lock is taken by the first statement, so what the second reads cannot change any more. */
async function lockedState(runner: CypherRunner): Promise<Row & { readonly meta: StoreMeta }> {
  const [row] = await runFile(runner, ["writes"], "store-lock");
  if (!row) throw new Error("the node that stands for the store is missing");
  return { ...row, meta: propertiesOf(row, "meta") };
}
