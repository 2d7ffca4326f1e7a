import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "../errors.ts";
import { copyStore } from "../store/copy.ts";
import { storeFiles } from "../store/embedded/files.ts";
import { openStore } from "../store/registry.ts";
import type { Store } from "../store/store.ts";

/** A copy of a store to try something on. */
export interface Trial {
  readonly store: Store;
  remove(): Promise<void>;
}

export interface TrialOptions {
  readonly onMessage: (message: string) => void;
  /** Told of the records of a database that were copied so far. */
  readonly onProgress: (records: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Copies a store, so that a run can be tried on the copy: later stages of a run read what earlier ones wrote.
 *
 * Of a store in a directory only the journal is copied; opening the copy makes the graph from it, which takes
 * as long as a rebuild. A database is read whole into an embedded store, which takes as long as `store copy`.
 * Either is only read.
 *
 * @throws the signal's reason when it is aborted meanwhile.
 */
export async function copyForTrial(real: Store, options: TrialOptions): Promise<Trial> {
  const folder = await mkdtemp(join(tmpdir(), "elenchus-trial-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, "store");
    const store = await openStore(copy);
    const isCopied = await (real.maintenance === null
      ? copyGraph(real, store, options)
      : copyJournal(real, copy, options));
    if (!isCopied) options.onMessage("The store is empty so far.");
    return { store, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Whether there was anything to copy. */
async function copyJournal(real: Store, path: string, { onMessage, signal }: TrialOptions): Promise<boolean> {
  // A store that this version may not write to is refused here, too: its copy would not show what wrote it.
  await real.schema.status();
  const journal = storeFiles(real.url.replace(/^embedded:/u, "")).journal;
  await mkdir(path);
  try {
    await cp(journal, storeFiles(path).journal);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
  const writer = await (await openStore(path)).openWriter({ onMessage, signal });
  await writer.close();
  return true;
}

/** Whether there was anything to copy. */
async function copyGraph(real: Store, copy: Store, options: TrialOptions): Promise<boolean> {
  try {
    const { isStopped } = await copyStore(real, copy, options);
    if (isStopped) options.signal.throwIfAborted();
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "store.empty") return false;
    throw error;
  }
}
