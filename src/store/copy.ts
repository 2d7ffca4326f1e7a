import { AppError } from "../errors.ts";
import { dumpChanges, graphDigest } from "./dump.ts";
import type { Run } from "./pages.ts";
import type { Store, StoreReader, StoreWriter } from "./store.ts";

export interface CopyOptions {
  readonly onMessage: (message: string) => void;
  /** Told of the rows that were written so far. */
  readonly onProgress?: (rows: number) => void;
  readonly signal?: AbortSignal;
}

/** What a copy did: how many rows it wrote, and whether `signal` stopped it before its end. */
export interface CopyOutcome {
  readonly rows: number;
  readonly isStopped: boolean;
}

/**
 * Copies a whole graph into an empty store of any engine: all records, the keys of paragraphs, corrections.
 *
 * What readers of `from` see is copied, change by change, so that memory holds one of them. In the end both
 * graphs are compared. The journal of an embedded target begins with these changes; that of an embedded
 * source stays behind.
 *
 * @throws AppError `store.not-empty` when the target holds anything, `store.empty` when there is nothing to copy,
 *   `store.locked` when somebody wrote to a store without publications meanwhile.
 */
export async function copyStore(
  from: Store,
  to: Store,
  { onMessage, onProgress = () => {}, signal }: CopyOptions,
): Promise<CopyOutcome> {
  const source = await from.openReader();
  try {
    await requireUnused(to);
    let rows = 0;
    const writer = await to.openWriter({ onMessage, ...(signal ? { signal } : {}) });
    try {
      await requireEmpty(to, writer);
      for await (const change of dumpChanges(runOf(source))) {
        if (signal?.aborted) return { rows, isStopped: true };
        await writer.apply(change);
        rows += change.writes.reduce((sum, write) => sum + write.rows.length, 0);
        onProgress(rows);
      }
    } finally {
      await writer.close();
    }
    await requireEqual(source, to);
    return { rows, isStopped: false };
  } catch (error) {
    if (!(await hasChanged(from, source.revision))) throw error;
    throw new AppError("store.locked", `${from.url} was written to while it was copied`, {
      hint: "Wait until nobody maps into it, then do this again; a copy goes into a new place.",
      cause: error,
    });
  } finally {
    await source.close();
  }
}

/** Whether readers saw a graph that did not stand still. Of a publication they see one. */
async function hasChanged(store: Store, revision: number): Promise<boolean> {
  if (store.supports.publications) return false;
  const reader = await store.openReader();
  await reader.close();
  return reader.revision !== revision;
}

function runOf(reader: StoreReader): Run {
  return (id, parameters) => reader.run(id, parameters);
}

/** A store that readers can open was mapped into, so it is refused before anything of it is touched. */
async function requireUnused(store: Store): Promise<void> {
  try {
    const reader = await store.openReader();
    await reader.close();
  } catch (error) {
    if (error instanceof AppError && error.code === "store.empty") return;
    throw error;
  }
  throw notEmpty(store);
}

/** What was written and never published shows only to the writer. */
async function requireEmpty(store: Store, { known }: StoreWriter): Promise<void> {
  const { sources, comments } = await known.counts();
  const people = await known.authorIds();
  const concepts = await known.concepts();
  if (sources + comments + people.length + concepts.length > 0) throw notEmpty(store);
}

function notEmpty(store: Store): AppError {
  return new AppError("store.not-empty", `${store.url} holds a graph already`, {
    hint: "Copy into a new place; nothing was changed.",
  });
}

async function requireEqual(source: StoreReader, to: Store): Promise<void> {
  const copy = await to.openReader();
  try {
    const [before, after] = [await graphDigest(runOf(source)), await graphDigest(runOf(copy))];
    if (before !== after) throw new Error(`the copy in ${to.url} is not the graph that was copied`);
  } finally {
    await copy.close();
  }
}
