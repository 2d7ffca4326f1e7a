import { createHash } from "node:crypto";
import { type FileHandle, mkdir, open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AppError } from "../errors.ts";

/** Bytes of the hash that stands for a text. */
const digestBytes = 16;
/** What a file begins with, before the size of its vectors as 32 bits. */
const signature = "ELENVEC1";
const headerBytes = signature.length + 4;
const chunkBytes = 4 * 1024 ** 2;
/** A vector of ours has length 1; one that has not was damaged. */
const mostOff = 1e-3;

/** A text on the shelf: a hash of it, of which no word can be read. */
export function textDigest(text: string): string {
  return createHash("sha256")
    .update(text)
    .digest("hex")
    .slice(0, 2 * digestBytes);
}

/**
 * The vectors of texts on the disk, one file for each model.
 *
 *     <folder>/3fa4c1d20b7e8855.vectors     ELENVEC1 <size>   <hash of a text> <size numbers of 32 bits>   …
 *
 * Only added to; a record that a killed run left in half is cut off by the next. Reading is one pass in pieces of 4 MiB,
 * so that memory holds what was asked for alone.
 */
export class VectorShelf {
  readonly #path: string;

  /** @param model - the digest of the model. */
  constructor(folder: string, model: string) {
    this.#path = join(folder, `${model.slice(0, 16)}.vectors`);
  }

  /**
   * Reads the vectors of some texts; those that are not there are left out.
   *
   * @throws AppError `embeddings.cache-invalid` when the file is none of ours.
   */
  async read(digests: ReadonlySet<string>): Promise<ReadonlyMap<string, Float32Array>> {
    return this.#withFile("r", new Map(), async (file) => {
      const found = new Map<string, Float32Array>();
      const size = await sizeIn(file);
      if (size === null) return found;
      for await (const record of records(file, digestBytes + 4 * size)) {
        const digest = record.toString("hex", 0, digestBytes);
        if (!digests.has(digest)) continue;
        const vector = Float32Array.from({ length: size }, (_, at) =>
          record.readFloatLE(digestBytes + 4 * at),
        );
        if (Math.abs(lengthOf(vector) - 1) <= mostOff) found.set(digest, vector);
      }
      return found;
    });
  }

  /**
   * Adds vectors, all of one size.
   *
   * @throws AppError `embeddings.cache-invalid` when they cannot be written.
   */
  async add(vectors: ReadonlyMap<string, Float32Array>): Promise<void> {
    const [first] = vectors.values();
    if (first === undefined) return;
    await this.#withFile("a+", undefined, async (file) => {
      const { size: bytes } = await file.stat();
      const recordBytes = digestBytes + 4 * first.length;
      if (bytes < headerBytes) await begin(file, first.length);
      else {
        if ((await sizeIn(file)) !== first.length) throw new Error("it holds vectors of another size");
        await file.truncate(bytes - ((bytes - headerBytes) % recordBytes));
      }
      await file.appendFile(Buffer.concat([...vectors].map(([digest, vector]) => recordOf(digest, vector))));
    });
  }

  async #withFile<Result>(
    flags: "r" | "a+",
    missing: Result,
    work: (file: FileHandle) => Promise<Result>,
  ): Promise<Result> {
    let file: FileHandle | null = null;
    try {
      if (flags === "a+") await mkdir(dirname(this.#path), { recursive: true });
      file = await open(this.#path, flags);
      return await work(file);
    } catch (cause) {
      if (flags === "r" && cause instanceof Error && "code" in cause && cause.code === "ENOENT")
        return missing;
      throw new AppError("embeddings.cache-invalid", `${this.#path}: vectors cannot be kept there or read`, {
        hint: "Remove the file, so that the model reads the claims again, or make its folder writable.",
        cause,
      });
    } finally {
      await file?.close();
    }
  }
}

async function begin(file: FileHandle, size: number): Promise<void> {
  const header = Buffer.alloc(headerBytes);
  header.write(signature, "latin1");
  header.writeUInt32LE(size, signature.length);
  await file.truncate(0);
  await file.appendFile(header);
}

/** The size of a file's vectors; null where it ends before it says so. */
async function sizeIn(file: FileHandle): Promise<number | null> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(headerBytes), 0, headerBytes, 0);
  if (bytesRead < headerBytes) return null;
  const size = buffer.readUInt32LE(signature.length);
  if (buffer.toString("latin1", 0, signature.length) !== signature || size === 0 || size > 65_536)
    throw new Error("it is no file of vectors");
  return size;
}

/** The whole records of a file, one after the other; each is to be read before the next is asked for. */
async function* records(file: FileHandle, recordBytes: number): AsyncGenerator<Buffer> {
  const perChunk = Math.max(1, Math.floor(chunkBytes / recordBytes));
  const chunk = Buffer.alloc(perChunk * recordBytes);
  for (let position = headerBytes; ; ) {
    const { bytesRead } = await file.read(chunk, 0, chunk.length, position);
    const whole = bytesRead - (bytesRead % recordBytes);
    for (let at = 0; at < whole; at += recordBytes) yield chunk.subarray(at, at + recordBytes);
    if (whole === 0) return;
    position += whole;
  }
}

function recordOf(digest: string, vector: Float32Array): Buffer {
  const record = Buffer.alloc(digestBytes + 4 * vector.length);
  record.write(digest, "hex");
  vector.forEach((value, at) => {
    record.writeFloatLE(value, digestBytes + 4 * at);
  });
  return record;
}

function lengthOf(vector: Float32Array): number {
  let square = 0;
  for (const value of vector) square += value * value;
  return Math.sqrt(square);
}
