import { watch } from "node:fs";
import { open, readdir, readFile, rename, rm } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { AppError } from "../../errors.ts";
import { migrations } from "../cypher-files.ts";
import { type MigrationPlan, planMigrations } from "../migrate.ts";
import { replaceFile, type StoreFiles, syncDirectory, unreadable } from "./files.ts";
import type { Graph } from "./graph.ts";
import { makeFolders } from "./make-folders.ts";
import { engineId } from "./schema.ts";

/** At most every ten seconds while a writer works: a copy costs about 0.6 s at 100,000 comments. */
const publishEveryMs = 10_000;
/** Publishing takes at most this share of the time, so that large stores publish more seldom. */
const publishShare = 0.1;
/** How often the pointer is looked at where the system does not tell of changes. */
const pollEveryMs = 1000;
const attempts = 20;

/**
 * Says which copy readers open, how many there were before it, what part of the journal it holds, and its
 * migrations.
 */
const Pointer = z.strictObject({
  file: z.string(),
  revision: z.int(),
  generation: z.int(),
  offset: z.int(),
  sum: z.string(),
  migrations: z.array(z.string()).default([]),
});
export type Pointer = z.output<typeof Pointer>;

/**
 * Publishes one-file copies of a graph behind a pointer, for readers that the engine would refuse beside a
 * writer.
 */
export class Publisher {
  readonly #files: StoreFiles;
  readonly #now: () => number;
  #pointer: Pointer | null;
  #revision: number;
  #notBefore = Number.NEGATIVE_INFINITY;

  private constructor(files: StoreFiles, pointer: Pointer | null, revision: number, now: () => number) {
    this.#files = files;
    this.#pointer = pointer;
    this.#revision = revision;
    this.#now = now;
  }

  /**
   * Continues after the last publication, also where its pointer is damaged.
   *
   * @param now - milliseconds of a clock that only grows.
   */
  static async open(files: StoreFiles, now: () => number): Promise<Publisher> {
    await makeFolders(files.published);
    const pointer = await readPointer(files).catch(() => null);
    const copies = (await readdir(files.published)).map((name) => Number.parseInt(name, 10) || 0);
    return new Publisher(files, pointer, Math.max(pointer?.revision ?? 0, 0, ...copies), now);
  }

  /**
   * Copies the graph and points readers to the copy.
   *
   * Does nothing when the last publication holds the same part of the journal in the same schema, nor sooner
   * than 10 s (or nine times what the last copy took) after the last one unless `isForced`. With `isRenewed`
   * the copy is made in any case.
   */
  async publish(
    graph: Graph,
    { isForced = false, isRenewed = false }: { isForced?: boolean; isRenewed?: boolean },
  ): Promise<void> {
    const { generation, offset, sum } = graph.place;
    const last = this.#pointer;
    const migrations = [...graph.migrations];
    const isSame =
      last !== null &&
      last.generation === generation &&
      last.offset === offset &&
      last.sum === sum &&
      last.migrations.join() === migrations.join();
    if (isSame && !isRenewed) return;
    // Nothing was ever applied: readers shall hear that the store is empty.
    if (last === null && sum === "") return;
    const began = this.#now();
    if (!isForced && began < this.#notBefore) return;
    const revision = this.#revision + 1;
    const file = `${revision}.grafeo`;
    const path = `${this.#files.published}/${file}`;
    const scratch = `${path}.new`;
    await rm(scratch, { force: true });
    graph.engine.save(scratch);
    await syncFile(scratch);
    await rename(scratch, path);
    await syncDirectory(this.#files.published);
    const pointer = { file, revision, generation, offset, sum, migrations };
    await replaceFile(this.#files.pointer, JSON.stringify(pointer));
    this.#pointer = pointer;
    this.#revision = revision;
    await this.#removeOld(file);
    const tookMs = this.#now() - began;
    this.#notBefore = this.#now() + Math.max(publishEveryMs, tookMs / publishShare - tookMs);
  }

  /** Whoever has an old copy open keeps it: the engine read it whole, and its file lives on until it is closed. */
  async #removeOld(current: string): Promise<void> {
    // Where an open file cannot be removed, the next publication tries again.
    for (const name of await readdir(this.#files.published))
      if (name !== current)
        await rm(`${this.#files.published}/${name}`, { force: true, recursive: true }).catch(() => {});
  }
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, "r+");
  try {
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/**
 * The pointer, or null when nothing was published.
 *
 * @throws AppError `store.unreadable` where the system refuses, `store.damaged` for what names no publication.
 */
export async function readPointer(files: StoreFiles): Promise<Pointer | null> {
  try {
    return Pointer.parse(JSON.parse(await readFile(files.pointer, "utf8")));
  } catch (error) {
    if (isAbsent(error)) return null;
    const refusal = unreadable(files.directory, error);
    if (refusal) throw refusal;
    throw new AppError("store.damaged", `${files.pointer} does not name a publication`, {
      hint: "Run `elenchus store rebuild`; it publishes the graph again.",
      cause: error,
    });
  }
}

/**
 * How far the schema of the publication has come; null when nothing was published.
 *
 * It is told by the pointer, since opening the graph in order to ask it would write to its file.
 *
 * @throws AppError as `planMigrations`.
 */
export async function publishedSchema(files: StoreFiles): Promise<MigrationPlan | null> {
  const pointer = await readPointer(files);
  return pointer && schemaOf(pointer, files);
}

function schemaOf(pointer: Pointer, { directory }: StoreFiles): MigrationPlan {
  return planMigrations(pointer.migrations, migrations(engineId), directory);
}

/**
 * Refuses what this version does not know before it is touched.
 *
 * @throws AppError as `planMigrations`. A damaged pointer says nothing; the graph is asked when it is open.
 */
export async function refuseUnknownSchema(files: StoreFiles): Promise<void> {
  await publishedSchema(files).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== "store.damaged") throw error;
  });
}

const isAbsent = (error: unknown): boolean =>
  ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");

/**
 * Opens the current publication. One that is superseded and removed in between is followed by the next.
 *
 * @param openCopy - opens the file: `Engine.openCopy`, or another that fails as it does.
 * @throws AppError `store.empty` when nothing was ever published, and as `planMigrations`.
 */
export async function openPublication<Opened>(
  files: StoreFiles,
  openCopy: (path: string) => Opened | Promise<Opened>,
): Promise<{ engine: Opened; pointer: Pointer }> {
  for (let attempt = 1; ; attempt += 1) {
    const pointer = await readPointer(files);
    if (!pointer) throw emptyStore(files.directory);
    schemaOf(pointer, files);
    try {
      return { engine: await openCopy(`${files.published}/${pointer.file}`), pointer };
    } catch (error) {
      const isSuperseded = (await readPointer(files))?.revision !== pointer.revision;
      if (attempt < attempts && (isSuperseded || attempt < 3)) {
        await delay(20);
        continue;
      }
      const refusal = unreadable(files.directory, error);
      if (refusal) throw refusal;
      throw new AppError("store.damaged", `cannot open the publication ${pointer.file}: ${String(error)}`, {
        hint: "Run `elenchus store rebuild`; it publishes the graph again.",
        cause: error,
      });
    }
  }
}

/**
 * The path of the current publication; it may be superseded and removed at any time.
 *
 * @throws AppError `store.empty` when nothing was ever published, and as `planMigrations`.
 */
export async function currentPublication(files: StoreFiles): Promise<string> {
  const pointer = await readPointer(files);
  if (!pointer) throw emptyStore(files.directory);
  schemaOf(pointer, files);
  return `${files.published}/${pointer.file}`;
}

/** What a reader is told of a store that was never written to. */
export function emptyStore(directory: string): AppError {
  return new AppError("store.empty", `nothing has been mapped into ${directory}`, {
    hint: "Map some comments first: elenchus map FILE.",
  });
}

/**
 * Calls back with the revision of every new publication; the one that stands at the time of the call is not new.
 *
 * The system's notice makes it quick, and a look every second makes it sure, also before the directory exists.
 */
export function watchPublications(files: StoreFiles, onPublication: (revision: number) => void): () => void {
  let seen: number | null = null;
  let isStopped = false;
  let looking: Promise<void> = Promise.resolve();
  const look = () => {
    looking = looking.then(async () => {
      const revision = (await readPointer(files).catch(() => null))?.revision ?? 0;
      if (!isStopped && seen !== null && revision !== seen && revision > 0) onPublication(revision);
      seen = revision === 0 ? (seen ?? 0) : revision;
    });
  };
  look();
  const timer = setInterval(look, pollEveryMs);
  timer.unref();
  const notice = watchDirectory(files.directory, look);
  return () => {
    isStopped = true;
    clearInterval(timer);
    notice?.close();
  };
}

function watchDirectory(directory: string, onChange: () => void) {
  try {
    const watcher = watch(directory, { persistent: false }, (_event, name) => {
      if (name === null || name === "current") onChange();
    });
    watcher.on("error", () => watcher.close());
    return watcher;
  } catch {
    return null;
  }
}
