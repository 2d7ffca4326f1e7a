import { createHash } from "node:crypto";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../errors.ts";
import {
  digestBytes,
  headerBytes,
  isVectorFile,
  readVectorFile,
  recordOf,
  vectorIn,
  writeVectorFile,
} from "./vector-file.ts";

/** Files longer than this are left as they are, so that a merge is done in memory. */
const mostMerged = 8 * 1024 ** 2;

/** A text on the shelf: a hash of it, of which no word can be read. */
export function textDigest(text: string): string {
  return createHash("sha256")
    .update(text)
    .digest("hex")
    .slice(0, 2 * digestBytes);
}

/**
 * The vectors of texts on the disk, one folder for each model.
 *
 *     <folder>/3fa4c1d20b7e8855/0c5be19e….vectors     a file for vectors that were added together
 *
 * A file appears whole and is never changed, so any number of processes may add at once. What is added takes
 * up the files that are no longer than it is, so there are few. Of a file that is not what its name says, as
 * after a full disk, nothing is trusted; it goes when vectors are added next, and the model reads those texts
 * again. Reading is one pass in pieces, so that memory holds what was asked for alone.
 */
export class VectorShelf {
  readonly #folder: string;
  readonly #damaged = new Set<string>();

  /** @param model - the digest of the model. */
  constructor(folder: string, model: string) {
    this.#folder = join(folder, model.slice(0, 16));
  }

  /**
   * Reads the vectors of some texts; those that are not there are left out.
   *
   * @throws AppError `embeddings.cache-invalid` when they cannot be read.
   */
  async read(digests: ReadonlySet<string>): Promise<ReadonlyMap<string, Float32Array>> {
    return await this.#kept(async () => {
      const all = new Map<string, Float32Array>();
      for (const { name } of await this.#files()) {
        const found = new Map<string, Float32Array>();
        const isWhole = await this.#readFile(name, (digest, bytes) => {
          if (digests.has(digest)) found.set(digest, vectorIn(bytes));
        });
        if (isWhole) for (const [digest, vector] of found) all.set(digest, vector);
      }
      return all;
    });
  }

  /**
   * Adds vectors, all of one size.
   *
   * @throws AppError `embeddings.cache-invalid` when they cannot be written.
   */
  async add(vectors: ReadonlyMap<string, Float32Array>): Promise<void> {
    if (vectors.size === 0) return;
    await this.#kept(async () => {
      await mkdir(this.#folder, { recursive: true });
      const records = new Map([...vectors].map(([digest, vector]) => [digest, recordOf(digest, vector)]));
      const merged = await this.#takeUp(records);
      const name = await writeVectorFile(this.#folder, [...records.values()]);
      for (const gone of [...merged, ...this.#damaged])
        if (gone !== name) await rm(join(this.#folder, gone), { force: true });
      this.#damaged.clear();
    });
  }

  /**
   * Adds to records those of the files that are no longer than they are.
   *
   * @returns the names of these files.
   */
  async #takeUp(records: Map<string, Buffer>): Promise<readonly string[]> {
    const merged: string[] = [];
    let length = [...records.values()].reduce((sum, record) => sum + record.length, headerBytes);
    for (const { name, size } of await this.#files()) {
      if (size > Math.min(length, mostMerged)) break;
      const found = new Map<string, Buffer>();
      if (!(await this.#readFile(name, (digest, bytes) => found.set(digest, Buffer.from(bytes))))) continue;
      for (const [digest, record] of found) if (!records.has(digest)) records.set(digest, record);
      length += size - headerBytes;
      merged.push(name);
    }
    return merged;
  }

  /** The files that others see, the shortest first. */
  async #files(): Promise<readonly { readonly name: string; readonly size: number }[]> {
    const files: { name: string; size: number }[] = [];
    for (const name of (await orNull(readdir(this.#folder))) ?? []) {
      const about = isVectorFile(name) ? await orNull(stat(join(this.#folder, name))) : null;
      if (about !== null) files.push({ name, size: about.size });
    }
    return files.sort((a, b) => a.size - b.size || (a.name < b.name ? -1 : 1));
  }

  /** @returns whether a file is whole. One that another process took up meanwhile stands in another file. */
  async #readFile(name: string, onRecord: (digest: string, bytes: Buffer) => void): Promise<boolean> {
    const isWhole = await orNull(readVectorFile(this.#folder, name, onRecord));
    if (isWhole === false) this.#damaged.add(name);
    return isWhole === true;
  }

  async #kept<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (cause) {
      throw new AppError(
        "embeddings.cache-invalid",
        `${this.#folder}: vectors cannot be kept there or read`,
        {
          hint: "Remove what is there, so that the model reads the claims again, or make the folder writable.",
          cause,
        },
      );
    }
  }
}

/** Null where there is no such file. */
async function orNull<Result>(reading: Promise<Result>): Promise<Result | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
