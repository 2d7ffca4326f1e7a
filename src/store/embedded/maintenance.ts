import { existsSync } from "node:fs";
import { readdir, rename, rm, stat } from "node:fs/promises";
import { basename } from "node:path";
import { dumpChanges, graphDigest } from "../dump.ts";
import type { MaintenanceOptions, StoreMaintenance, StoreStatus } from "../store.ts";
import { lockStore, openJournal, runFiles } from "./embedded-writer.ts";
import { moveGraph, removeGraph, type StoreFiles, syncDirectory, unwritable } from "./files.ts";
import { Graph } from "./graph.ts";
import { Journal } from "./journal.ts";
import { lockHolder } from "./lock.ts";
import { makeFolders } from "./make-folders.ts";
import { emptyStore, Publisher, readPointer, refuseUnknownSchema } from "./publications.ts";

/** Rebuilding, compacting and looking at the files of an embedded store. */
export class EmbeddedMaintenance implements StoreMaintenance {
  readonly #files: StoreFiles;
  readonly #now: () => number;

  constructor(files: StoreFiles, now: () => number) {
    this.#files = files;
    this.#now = now;
  }

  async status(): Promise<StoreStatus> {
    const { journal, graph, published } = this.#files;
    const pointer = await readPointer(this.#files).catch(() => null);
    const journalBytes = await bytesOf(journal);
    const holder = await lockHolder(this.#files.locks);
    return {
      journalBytes,
      graphBytes: (await bytesOf(graph)) + (await bytesOf(`${graph}.wal`)),
      publishedBytes: await bytesOf(published),
      revision: pointer?.revision ?? 0,
      isPublished: pointer?.offset === journalBytes,
      writer: holder && `process ${holder.pid} on ${holder.host}`,
      damaged: await damagedFiles(this.#files),
    };
  }

  rebuild({ onMessage, signal }: MaintenanceOptions): Promise<void> {
    return this.#alone({ onMessage, signal }, async (scratch) => {
      const journal = await openJournal(this.#files);
      try {
        const graph = await Graph.create(scratch.graph, journal, onMessage);
        graph.close();
        await removeGraph(this.#files.graph);
        await moveGraph(scratch.graph, this.#files.graph);
        await this.#publish(journal, onMessage);
      } finally {
        await journal.close();
      }
    });
  }

  compact({ onMessage, signal }: MaintenanceOptions) {
    return this.#alone({ onMessage, signal }, async (scratch) => {
      const journal = await openJournal(this.#files);
      const bytesBefore = journal.end;
      const graph = await Graph.open(this.#files.graph, journal, onMessage);
      const dumped = await Journal.create(scratch.journal, journal.generation + 1);
      let compacted: Graph | null = null;
      try {
        compacted = await Graph.create(scratch.graph, dumped, onMessage);
        const copy = compacted;
        for await (const change of dumpChanges(runFiles(graph.engine))) {
          signal?.throwIfAborted();
          if (change.writes.every(({ rows }) => rows.length === 0)) continue;
          const { line, place } = dumped.prepare(change);
          await copy.apply(change, place, () => dumped.append(line));
        }
        const digests = [await graphDigest(runFiles(graph.engine)), await graphDigest(runFiles(copy.engine))];
        if (digests[0] !== digests[1])
          throw new Error("the compacted journal gives another graph; nothing was changed");
      } finally {
        compacted?.close();
        graph.close();
        await journal.close();
        await dumped.close();
      }
      // From here on the new journal holds; a graph of another generation is made again from it.
      await rename(scratch.journal, this.#files.journal);
      await syncDirectory(this.#files.directory);
      await removeGraph(this.#files.graph);
      await moveGraph(scratch.graph, this.#files.graph);
      for (const name of await damagedFiles(this.#files))
        onMessage(`${name} is kept and may hold what was removed; delete it when you need it no more`);
      const renewed = await openJournal(this.#files);
      try {
        await this.#publish(renewed, onMessage);
        return { bytesBefore, bytesAfter: renewed.end };
      } finally {
        await renewed.close();
      }
    });
  }

  async #publish(journal: Journal, onMessage: (message: string) => void): Promise<void> {
    const graph = await Graph.open(this.#files.graph, journal, onMessage);
    try {
      const publisher = await Publisher.open(this.#files, this.#now);
      await publisher.publish(graph, { isForced: true, isRenewed: true });
    } finally {
      graph.close();
    }
  }

  /** Runs `work` as the only writer, with names for files that may be left behind. */
  async #alone<Type>(
    { onMessage, signal }: { onMessage: (message: string) => void; signal: AbortSignal | undefined },
    work: (scratch: { graph: string; journal: string }) => Promise<Type>,
  ): Promise<Type> {
    const { scratch, directory, journal, graph } = this.#files;
    if (!existsSync(journal) && !existsSync(graph)) throw emptyStore(directory);
    const lock = await lockStore(this.#files, { onMessage, signal });
    try {
      await refuseUnknownSchema(this.#files);
      await makeFolders(scratch);
      return await work({ graph: `${scratch}/graph.grafeo`, journal: `${scratch}/journal.jsonl` });
    } catch (error) {
      throw unwritable(directory, error);
    } finally {
      await rm(scratch, { recursive: true, force: true });
      await lock.release();
    }
  }
}

/** The engine's files that were moved aside, without their logs. */
async function damagedFiles({ directory, graph }: StoreFiles): Promise<readonly string[]> {
  const names = await readdir(directory).catch(() => []);
  return names
    .filter((name) => name.startsWith(`${basename(graph)}.damaged-`) && !name.endsWith(".wal"))
    .sort();
}

/** The bytes of a file, or of all files in a directory; 0 where there is nothing. */
async function bytesOf(path: string): Promise<number> {
  if (!existsSync(path)) return 0;
  const stats = await stat(path);
  if (!stats.isDirectory()) return stats.size;
  const sizes = await Promise.all((await readdir(path)).map((name) => bytesOf(`${path}/${name}`)));
  return sizes.reduce((sum, size) => sum + size, 0);
}
