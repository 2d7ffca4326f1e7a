import type { Duplex } from "node:stream";
import { pipeline } from "node:stream/promises";
import * as zlib from "node:zlib";
import { AppError } from "../../errors.ts";
import { damaged } from "./refusal.ts";

/** The script moves its whole window for each block, so a larger one would be unusably slow. */
const largestWindow = 2 ** 27;
/** The longest header of a frame, and the least that the script takes at once. */
const headerBytes = 18;
/** `ZSTD_d_windowLogMax` of zstd.h. */
const windowLogMax = 100;

/**
 * Reads Zstandard. Windows beyond 128 MiB are left to Node, from 22.15 on; before, a stream that claims such
 * a window is read for as long as it does not use it.
 *
 * The script reads all frames of a file and Node only the first one, so Node is asked for nothing else.
 */
export async function* unpackZstd(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array> {
  const { start, all } = await takeStart(chunks, headerBytes);
  const native = windowOf(start) > largestWindow ? nativeDecoder() : null;
  yield* native === null ? unpackInScript(start, all, name) : unpackNatively(all, name, native);
}

/** The first bytes, and all of them again. */
async function takeStart(chunks: AsyncIterable<Uint8Array>, count: number) {
  const iterator = chunks[Symbol.asyncIterator]();
  let start = new Uint8Array(0);
  while (start.length < count) {
    const next = await iterator.next();
    if (next.done === true) break;
    start = Buffer.concat([start, next.value]);
  }
  const all = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield start;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
        yield next.value;
    } finally {
      await iterator.return?.();
    }
  };
  return { start, all: all() };
}

/**
 * How far back the first frame may reach, in bytes; 0 where it says nothing.
 *
 * @see RFC 8878, section 3.1.1.1: the window descriptor follows the byte that describes the header, with the
 *   logarithm of the window less 10 in its upper five bits. A frame of a single segment has its content for a
 *   window.
 */
function windowOf(header: Uint8Array): number {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.length < headerBytes) return 0;
  const descriptor = view.getUint8(4);
  if ((descriptor & 0x20) === 0) {
    const base = 2 ** (10 + (view.getUint8(5) >> 3));
    return base + (base / 8) * (view.getUint8(5) & 7);
  }
  const at = 5 + ([0, 1, 2, 4][descriptor & 3] ?? 0);
  if (descriptor >> 6 === 3) return Number(view.getBigUint64(at, true));
  return descriptor >> 6 === 2 ? view.getUint32(at, true) : 0;
}

interface NewerZlib {
  readonly createZstdDecompress?: (options: object) => Duplex & { readonly bytesWritten: number };
}

/** Node's own decoder, which versions before 22.15 lack. */
function nativeDecoder() {
  const { createZstdDecompress }: NewerZlib & typeof zlib = zlib;
  if (createZstdDecompress === undefined) return null;
  return () => createZstdDecompress({ params: { [windowLogMax]: 31 }, chunkSize: 1 << 17 });
}

async function* unpackNatively(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  decoder: NonNullable<ReturnType<typeof nativeDecoder>>,
): AsyncGenerator<Uint8Array> {
  const stream = decoder();
  let fed = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      fed += chunk.length;
      yield chunk;
    }
  };
  const feeding = pipeline(counted(), stream).catch(() => {});
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
  } catch (cause) {
    throw cause instanceof AppError ? cause : damaged(name, "Zstandard", cause);
  } finally {
    stream.destroy();
    await feeding;
  }
  if (stream.bytesWritten < fed)
    throw new AppError(
      "import.unreadable",
      `${name}: it is Zstandard of several frames with a large window`,
      {
        hint: "What the first frame holds was read; unpack the file to read all: zstd -d --long=31 FILE",
      },
    );
}

async function* unpackInScript(
  start: Uint8Array,
  all: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array> {
  const { Decompress } = await import("fzstd");
  const ready: Uint8Array[] = [];
  const decoder = new Decompress((piece) => ready.push(piece));
  const push = (piece: Uint8Array, isLast: boolean): Uint8Array[] => {
    try {
      decoder.push(piece, isLast);
    } catch (cause) {
      throw damaged(name, "Zstandard", cause);
    }
    return ready.splice(0);
  };
  const isNarrowed = narrowWindow(start, name);
  let length = 0;
  for await (const piece of all)
    for (const out of push(piece, false)) {
      length += out.length;
      if (isNarrowed && length > largestWindow) throw windowTooLarge(name);
      yield out;
    }
  yield* push(new Uint8Array(0), true);
}

/**
 * Asks for a smaller window where a frame claims one that is too large, and says whether it did.
 *
 * No match reaches further back than what is already out, so the smaller window serves as long as no more
 * than that is out. Archives of Reddit claim 2 GiB for each file, also for small ones.
 */
function narrowWindow(header: Uint8Array, name: string): boolean {
  if (windowOf(header) <= largestWindow) return false;
  const isSingleSegment = ((header[4] ?? 0) & 0x20) !== 0;
  if (isSingleSegment) throw windowTooLarge(name);
  header[5] = (Math.log2(largestWindow) - 10) << 3;
  return true;
}

function windowTooLarge(name: string): AppError {
  return new AppError(
    "import.unreadable",
    `${name}: it is Zstandard with a window of more than ${largestWindow / 2 ** 20} MiB, which needs Node 22.15 or later`,
    { hint: "Run elenchus with a newer Node, or unpack the file first: zstd -d --long=31 FILE" },
  );
}
