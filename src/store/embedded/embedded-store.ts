import { resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type {
  MaintenanceOptions,
  Parameters,
  ReaderOptions,
  SchemaStatus,
  Store,
  StoreMaintenance,
  StoreReader,
  StoreSchema,
  StoreSupport,
  StoreWriter,
  UserQueryOptions,
  UserQueryResult,
} from "../store.ts";
import { EmbeddedReader } from "./embedded-reader.ts";
import { EmbeddedWriter } from "./embedded-writer.ts";
import { Engine } from "./engine.ts";
import { EngineThread } from "./engine-thread.ts";
import { type StoreFiles, storeFiles } from "./files.ts";
import { lockHolder } from "./lock.ts";
import { EmbeddedMaintenance } from "./maintenance.ts";
import { openPublication, publishedSchema, watchPublications } from "./publications.ts";
import type { ReadingEngine } from "./reading-engine.ts";
import { runUserQuery } from "./user-query.ts";

/** How often a publication is looked at that another process brings up to date, in milliseconds. */
const lookAgainMs = 200;

export interface EmbeddedOptions {
  /** Milliseconds of a clock that only grows; paces publications. Default `performance.now`. */
  readonly now?: () => number;
}

/** Keeps a graph in a directory: a journal, the engine's file, and copies for readers. */
export class EmbeddedStore implements Store {
  readonly url: string;
  readonly supports: StoreSupport = { journal: true, publications: true };
  readonly maintenance: StoreMaintenance;
  readonly schema: StoreSchema = {
    status: () => this.#schemaStatus(),
    migrate: (options) => this.#migrate(options),
  };
  readonly #files: StoreFiles;
  readonly #now: () => number;

  constructor(path: string, { now = () => performance.now() }: EmbeddedOptions = {}) {
    this.#files = storeFiles(resolve(path));
    this.url = `embedded:${this.#files.directory}`;
    this.#now = now;
    this.maintenance = new EmbeddedMaintenance(this.#files, now);
  }

  async openReader({ isApart = false }: ReaderOptions = {}): Promise<StoreReader> {
    await this.#untilCurrent();
    const { engine, pointer } = await openPublication<ReadingEngine>(
      this.#files,
      isApart ? EngineThread.openCopy : Engine.openCopy,
    );
    return new EmbeddedReader(engine, { revision: pointer.revision, supports: this.supports });
  }

  openWriter(options: { onMessage: (message: string) => void; signal?: AbortSignal }): Promise<StoreWriter> {
    return EmbeddedWriter.open(this.#files, { ...options, now: this.#now });
  }

  query(cypher: string, parameters: Parameters, options: UserQueryOptions): Promise<UserQueryResult> {
    return runUserQuery(this.#files, cypher, parameters, options);
  }

  watch(onPublication: (revision: number) => void): () => void {
    return watchPublications(this.#files, onPublication);
  }

  /**
   * Brings a publication of an older version up to date: what queries find things by may be missing in it. A
   * process that writes does so as well.
   */
  async #untilCurrent(): Promise<void> {
    const isOld = async () => ((await publishedSchema(this.#files))?.pending.length ?? 0) > 0;
    while (await isOld())
      if ((await lockHolder(this.#files.locks)) === null) await this.#migrate({ onMessage: () => {} });
      else await delay(lookAgainMs);
  }

  /** Of the publication. An empty store has no graph, and so lacks nothing. */
  async #schemaStatus(): Promise<SchemaStatus> {
    const { revision, writer } = await this.maintenance.status();
    const plan = await publishedSchema(this.#files);
    const [applied, pending] = [plan?.applied ?? [], plan?.pending ?? []];
    return { applied, pending: pending.map(({ id }) => id), revision, writer, server: "embedded" };
  }

  /** Opening for writing applies what is pending, and closing publishes it. */
  async #migrate(options: MaintenanceOptions): Promise<readonly string[]> {
    const { pending } = await this.#schemaStatus();
    if (pending.length > 0) await (await this.openWriter(options)).close();
    return pending;
  }
}
