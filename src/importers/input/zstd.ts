import type { Duplex } from "node:stream";
import { pipeline } from "node:stream/promises";
import * as zlib from "node:zlib";
import { AppError } from "../../errors.ts";
import { damaged } from "./refusal.ts";

/** Reads Zstandard, with windows up to 2 GiB where Node can (22.15 and later), else up to 128 MiB. */
export function unpackZstd(chunks: AsyncIterable<Uint8Array>, name: string): AsyncIterable<Uint8Array> {
  const native = nativeDecoder();
  return native === null ? unpackInScript(chunks, name) : unpackNatively(chunks, name, native);
}

/** `ZSTD_d_windowLogMax` of zstd.h. */
const windowLogMax = 100;

interface NewerZlib {
  readonly createZstdDecompress?: (options: object) => Duplex;
}

/** Node's own decoder, which versions before 22.15 lack. */
function nativeDecoder(): (() => Duplex) | null {
  const { createZstdDecompress }: NewerZlib & typeof zlib = zlib;
  if (createZstdDecompress === undefined) return null;
  return () => createZstdDecompress({ params: { [windowLogMax]: 31 }, chunkSize: 1 << 17 });
}

async function* unpackNatively(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  decoder: () => Duplex,
): AsyncGenerator<Uint8Array> {
  const stream = decoder();
  const feeding = pipeline(chunks, stream).catch(() => {});
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
  } catch (cause) {
    throw cause instanceof AppError ? cause : damaged(name, "Zstandard", cause);
  } finally {
    stream.destroy();
    await feeding;
  }
}

/** The script moves its whole window for each block, so a larger one would be unusably slow. */
const largestWindowLog = 27;
/** The shortest start of a stream that the decoder takes: the longest frame header. */
const headerBytes = 18;

async function* unpackInScript(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
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
  let start: Uint8Array | null = new Uint8Array(0);
  let isNarrowed = false;
  let length = 0;
  for await (const chunk of chunks) {
    let piece = chunk;
    if (start !== null) {
      start = Buffer.concat([start, chunk]);
      if (start.length < headerBytes) continue;
      isNarrowed = narrowWindow(start, name);
      piece = start;
      start = null;
    }
    for (const out of push(piece, false)) {
      length += out.length;
      if (isNarrowed && length > 2 ** largestWindowLog) throw windowTooLarge(name);
      yield out;
    }
  }
  yield* push(start ?? new Uint8Array(0), true);
}

/**
 * Asks for a smaller window where a frame claims one that is too large, and says whether it did.
 *
 * No match reaches further back than what is already out, so the smaller window serves as long as no more than that
 * is out. Archives of Reddit claim 2 GiB for each file, also for small ones.
 *
 * @see RFC 8878, section 3.1.1.1: the descriptor follows the byte that describes the header, with the logarithm of
 *   the window less 10 in its upper five bits.
 */
function narrowWindow(header: Uint8Array, name: string): boolean {
  const isSingleSegment = ((header[4] ?? 0) & 0x20) !== 0;
  if (isSingleSegment) {
    if (contentSize(header) > 2 ** largestWindowLog) throw windowTooLarge(name);
    return false;
  }
  if (10 + ((header[5] ?? 0) >> 3) < largestWindowLog) return false;
  header[5] = (largestWindowLog - 10) << 3;
  return true;
}

/** How much a frame of a single segment holds, which is also its window. */
function contentSize(header: Uint8Array): number {
  const descriptor = header[4] ?? 0;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const at = 5 + dictionaryBytes;
  const view = new DataView(header.buffer, header.byteOffset);
  switch (descriptor >> 6) {
    case 0:
      return view.getUint8(at);
    case 1:
      return view.getUint16(at, true) + 256;
    case 2:
      return view.getUint32(at, true);
    default:
      return Number(view.getBigUint64(at, true));
  }
}

function windowTooLarge(name: string): AppError {
  return new AppError(
    "import.unreadable",
    `${name}: it is Zstandard with a window of more than ${2 ** (largestWindowLog - 20)} MiB, which needs Node 22.15 or later`,
    { hint: "Run elenchus with a newer Node, or unpack the file first: zstd -d --long=31 FILE" },
  );
}
