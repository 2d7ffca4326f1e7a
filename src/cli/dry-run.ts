import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "../errors.ts";
import { storeFiles } from "../store/embedded/files.ts";
import { openStore } from "../store/registry.ts";
import type { Store } from "../store/store.ts";

/** A copy of a store to try something on. */
export interface Trial {
  readonly store: Store;
  remove(): Promise<void>;
}

/**
 * Copies a store, so that a run can be tried on the copy: later stages of a run read what earlier ones wrote.
 *
 * Only the journal is copied; opening the copy makes the graph from it, which takes as long as a rebuild.
 *
 * @throws AppError `cli.usage` for a store that keeps no journal.
 */
export async function copyForTrial(store: Store, onMessage: (message: string) => void): Promise<Trial> {
  const path = /^embedded:(.*)$/s.exec(store.url)?.[1];
  if (path === undefined)
    throw new AppError("cli.usage", `--dry-run needs a store in a directory, and this is ${store.url}`, {
      hint: "Name a directory with --store.",
    });
  const folder = await mkdtemp(join(tmpdir(), "elenchus-trial-"));
  const copy = join(folder, "store");
  await mkdir(copy);
  try {
    await cp(storeFiles(path).journal, storeFiles(copy).journal);
    const trial = await openStore(copy);
    await (await trial.openWriter({ onMessage: () => {} })).close();
    return { store: trial, remove: () => rm(folder, { recursive: true, force: true }) };
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    onMessage("The store is empty so far.");
    return { store: await openStore(copy), remove: () => rm(folder, { recursive: true, force: true }) };
  }
}
