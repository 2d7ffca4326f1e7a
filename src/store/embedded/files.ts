import { existsSync } from "node:fs";
import { open, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { AppError } from "../../errors.ts";

/** The files of one store, all in its directory. */
export interface StoreFiles {
  readonly directory: string;
  /** What was applied; everything else can be made from it. */
  readonly journal: string;
  /** The engine's file; beside it stands its log, `graph.grafeo.wal`. */
  readonly graph: string;
  /** Where compacting and rebuilding work before their result takes its place. */
  readonly scratch: string;
  readonly locks: string;
  readonly published: string;
  /** Names the publication that readers open. */
  readonly pointer: string;
}

export function storeFiles(directory: string): StoreFiles {
  return {
    directory,
    journal: `${directory}/journal.jsonl`,
    graph: `${directory}/graph.grafeo`,
    scratch: `${directory}/scratch`,
    locks: `${directory}/lock`,
    published: `${directory}/published`,
    pointer: `${directory}/current`,
  };
}

/** The name, or the name with the first number that no file has: `graph.grafeo.damaged-2`. */
export async function freeName(path: string, suffix = ""): Promise<string> {
  if (suffix === "" && !existsSync(path)) return path;
  for (let number = 1; ; number += 1) {
    const name = `${path}${suffix}-${number}`;
    if (!existsSync(name)) return name;
  }
}

/** Makes the names in a directory durable: without it a power cut may lose a file that was just renamed. */
export async function syncDirectory(directory: string): Promise<void> {
  // Windows opens no directories and needs no such call.
  if (process.platform === "win32") return;
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Replaces a small file so that a reader sees the old or the new one whole. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const scratch = `${path}.${process.pid}.new`;
  await writeFile(scratch, text, { flush: true });
  await rename(scratch, path);
  await syncDirectory(dirname(path));
}

/** Removes the engine's file and its log. */
export async function removeGraph(path: string): Promise<void> {
  await rm(path, { force: true, recursive: true });
  await rm(`${path}.wal`, { force: true, recursive: true });
}

/** Moves the engine's file and its log to another name. */
export async function moveGraph(from: string, to: string): Promise<void> {
  if (existsSync(from)) await rename(from, to);
  if (existsSync(`${from}.wal`)) await rename(`${from}.wal`, `${to}.wal`);
  await syncDirectory(dirname(to));
}

const unreadableCodes = new Set(["EACCES", "EPERM", "ELOOP"]);

/** The refusal of a store that the system does not let us read; null for other errors. */
export function unreadable(directory: string, error: unknown): AppError | null {
  const { code, message } = error as NodeJS.ErrnoException;
  // The engine gives no codes.
  if (!unreadableCodes.has(code ?? "") && !/permission denied/iu.test(message)) return null;
  return new AppError("store.unreadable", `cannot read the store ${directory}: ${message}`, {
    hint: "Ask its owner for leave to read it, or name another directory with --store.",
    cause: error,
  });
}

const unwritableCodes = new Set([
  "EACCES",
  "EPERM",
  "EROFS",
  "ENOTDIR",
  "ENOSPC",
  "EDQUOT",
  "EEXIST",
  "EISDIR",
  "ENOENT",
]);

/** What the engine says when the system refuses it; it gives no codes. */
const unwritableWords = /permission denied|read-only file system|no space left on device|quota exceeded/iu;

/** Turns the refusal of the file system into one that the user can act on; other errors pass. */
export function unwritable(directory: string, error: unknown): unknown {
  if (error instanceof AppError) return error;
  if (!isUnwritable(error)) return error;
  const { message } = error as Error;
  return new AppError("store.unwritable", `cannot write to the store ${directory}: ${message}`, {
    hint: "Choose a directory that you may write to with --store, or free some space.",
    cause: error,
  });
}

/** Whether an error says that the system does not let us write. */
export function isUnwritable(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return unwritableCodes.has(code ?? "") || unwritableWords.test(message);
}
