import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { ByteSource } from "./byte-source.ts";
import { refusal } from "./refusal.ts";

/** Bytes read from a file in one piece. */
const pieceBytes = 1 << 18;

/** A file of the disk. */
export function fileSource(path: string, bytes: number, name: string = basename(path)): ByteSource {
  return {
    name,
    bytes,
    path,
    open: async function* () {
      const stream = createReadStream(path, { highWaterMark: pieceBytes });
      try {
        yield* stream as AsyncIterable<Uint8Array>;
      } catch (error) {
        throw refusal(path, error);
      } finally {
        stream.destroy();
      }
    },
  };
}

/** Temporary files, which only their owner may read; all are removed together. */
export class Spool {
  #folder: string | null = null;
  #count = 0;

  /** Copies what cannot be read twice, or not from its middle, into a file. */
  async keep(name: string, chunks: AsyncIterable<Uint8Array>): Promise<ByteSource> {
    this.#folder ??= await mkdtemp(join(tmpdir(), "elenchus-"));
    const path = join(this.#folder, `input-${this.#count++}`);
    await pipeline(chunks, createWriteStream(path, { mode: 0o600 }));
    return fileSource(path, (await stat(path)).size, name);
  }

  /** Removes the files; may be called twice. */
  async close(): Promise<void> {
    if (this.#folder !== null) await rm(this.#folder, { recursive: true, force: true });
  }
}
