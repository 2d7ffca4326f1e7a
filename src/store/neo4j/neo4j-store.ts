import { AppError } from "../../errors.ts";
import type { MigrationPlan } from "../migrate.ts";
import type {
  MaintenanceOptions,
  Parameters,
  SchemaStatus,
  Store,
  StoreReader,
  StoreSchema,
  StoreSupport,
  StoreWriter,
  UserQueryOptions,
  UserQueryResult,
} from "../store.ts";
import { Connection } from "./connection.ts";
import { storeFailure } from "./failures.ts";
import { leaseHolder } from "./lease.ts";
import { Neo4jReader } from "./neo4j-reader.ts";
import { type Neo4jPlace, parseNeo4jUrl } from "./neo4j-url.ts";
import { Neo4jWriter } from "./neo4j-writer.ts";
import { migrationPlan, readMeta } from "./schema.ts";
import { runUserQuery } from "./user-query.ts";

const usualWaitMs = 60_000;
const pollEveryMs = 1000;

export interface Neo4jStoreOptions {
  /** Null for a server without authentication. */
  readonly password: string | null;
  /** How long a run waits for a server that goes away, in milliseconds. Default 60 s. */
  readonly waitMs?: number;
}

/** Keeps a graph in a database of Neo4j 5 or newer. */
export class Neo4jStore implements Store {
  readonly url: string;
  readonly supports: StoreSupport = { journal: false, publications: false };
  readonly maintenance = null;
  readonly schema: StoreSchema = {
    status: () => this.#schemaStatus(),
    migrate: (options) => this.#migrate(options),
  };
  readonly #place: Neo4jPlace;
  readonly #password: string | null;
  readonly #waitMs: number;
  #shared: { readonly opening: Promise<Connection>; users: number } | null = null;

  /** @throws AppError `store.url-invalid`. */
  constructor(url: string, { password, waitMs = usualWaitMs }: Neo4jStoreOptions) {
    this.#place = parseNeo4jUrl(url);
    this.url = this.#place.url;
    this.#password = password;
    this.#waitMs = waitMs;
  }

  async openReader(): Promise<StoreReader> {
    return await this.#connected(async (connection, release) => {
      const revision = await this.#revision(connection);
      return new Neo4jReader(connection, { revision, supports: this.supports, release });
    });
  }

  async openWriter({
    onMessage,
    signal,
  }: {
    onMessage: (message: string) => void;
    signal?: AbortSignal;
  }): Promise<StoreWriter> {
    return await this.#connected((connection, release) =>
      Neo4jWriter.open(connection, { onMessage, signal, waitMs: this.#waitMs, release }),
    );
  }

  async query(cypher: string, parameters: Parameters, options: UserQueryOptions): Promise<UserQueryResult> {
    const { connection, release } = await this.#connect();
    try {
      await this.#revision(connection);
      return await runUserQuery(connection, cypher, parameters, options);
    } finally {
      await release();
    }
  }

  /** Looks once a second. While the server is away nothing is told; what was missed is told afterwards. */
  watch(onPublication: (revision: number) => void): () => void {
    let connected: Connected | null = null;
    let seen: number | null = null;
    let isStopped = false;
    let looking: Promise<void> | null = null;
    const look = async () => {
      connected ??= await this.#connect();
      const meta = await readMeta(connected.connection);
      const revision = Number(meta?.revision ?? 0);
      if (!isStopped && seen !== null && revision !== seen && revision > 0) onPublication(revision);
      seen = revision;
    };
    const start = () => {
      // One look at a time; one that fails is made up for by the next.
      looking ??= look()
        .catch(() => {})
        .finally(() => {
          looking = null;
        });
    };
    start();
    const timer = setInterval(start, pollEveryMs);
    timer.unref();
    return () => {
      isStopped = true;
      clearInterval(timer);
      Promise.resolve(looking)
        .then(() => connected?.release())
        .catch(() => {});
    };
  }

  async #schemaStatus(): Promise<SchemaStatus> {
    const { connection, release } = await this.#connect();
    try {
      const meta = await readMeta(connection);
      const { applied, pending } = migrationPlan(meta, this.url);
      const holder = await leaseHolder(connection);
      return {
        applied,
        pending: pending.map(({ id }) => id),
        revision: Number(meta?.revision ?? 0),
        writer: holder && `process ${holder.pid} on ${holder.host}`,
        server: connection.server,
      };
    } catch (error) {
      throw storeFailure(error, this.#place);
    } finally {
      await release();
    }
  }

  /** Opening for writing applies what is pending. */
  async #migrate(options: MaintenanceOptions): Promise<readonly string[]> {
    const { pending } = await this.#schemaStatus();
    if (pending.length > 0) await (await this.openWriter(options)).close();
    return pending;
  }

  /** Runs `work` on the shared connection, which `work` gives back when it succeeds. */
  async #connected<Result>(
    work: (connection: Connection, release: () => Promise<void>) => Promise<Result>,
  ): Promise<Result> {
    const { connection, release } = await this.#connect();
    try {
      return await work(connection, release);
    } catch (error) {
      await release();
      throw storeFailure(error, this.#place);
    }
  }

  /** The one driver that all readers and writers of this store share; it is closed when the last gives it back. */
  async #connect(): Promise<Connected> {
    this.#shared ??= { opening: Connection.open(this.#place, this.#password), users: 0 };
    const shared = this.#shared;
    shared.users += 1;
    let isReleased = false;
    const release = async () => {
      if (isReleased) return;
      isReleased = true;
      shared.users -= 1;
      if (shared.users > 0) return;
      if (this.#shared === shared) this.#shared = null;
      await (await shared.opening).close();
    };
    try {
      return { connection: await shared.opening, release };
    } catch (error) {
      if (this.#shared === shared) this.#shared = null;
      throw error;
    }
  }

  /** @throws AppError `store.empty` when nothing was ever mapped, and as `planMigrations`. */
  async #revision(connection: Connection): Promise<number> {
    try {
      const meta = await readMeta(connection);
      const { pending } = migrationPlan(meta, this.url);
      const revision = Number(meta?.revision ?? 0);
      if (revision > 0 && pending.length > 0) throw lacksMigrations(this.url, pending);
      if (revision > 0) return revision;
    } catch (error) {
      throw storeFailure(error, this.#place);
    }
    throw new AppError("store.empty", `nothing has been mapped into ${this.url}`, {
      hint: "Map some comments first: elenchus map FILE.",
    });
  }
}

/** Queries find things by indexes and properties that migrations make, and reading must not write. */
function lacksMigrations(url: string, pending: MigrationPlan["pending"]): AppError {
  const ids = pending.map(({ id }) => id).join(", ");
  return new AppError("store.migration-pending", `${url} lacks the migrations ${ids}`, {
    hint: "Run `elenchus store migrate`, or `elenchus map`, as somebody who may write there.",
  });
}

interface Connected {
  readonly connection: Connection;
  readonly release: () => Promise<void>;
}
