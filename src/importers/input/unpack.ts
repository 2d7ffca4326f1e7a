import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { AppError } from "../../errors.ts";
import { type ByteSource, firstBytes } from "./byte-source.ts";
import { damaged } from "./refusal.ts";
import { unpackZstd } from "./zstd.ts";

/** How far data may unfold: text shrinks to a tenth, what unfolds further was made to do harm. */
const mostExpansion = 250;
/** So many bytes may come out of anything, so that small files of equal lines are read. */
const harmlessBytes = 64 * 1024 * 1024;
/** More layers of compression than anybody needs. */
const mostLayers = 4;

interface Packing {
  readonly kind: string;
  readonly suffix: RegExp;
  readonly magic: readonly number[];
  readonly unpack: (chunks: AsyncIterable<Uint8Array>, name: string) => AsyncIterable<Uint8Array>;
}

const packings: readonly Packing[] = [
  { kind: "gzip", suffix: /\.gz$/iu, magic: [0x1f, 0x8b], unpack: gunzip },
  { kind: "Zstandard", suffix: /\.zst$/iu, magic: [0x28, 0xb5, 0x2f, 0xfd], unpack: unpackZstd },
];

/**
 * What a source holds when gzip and Zstandard are taken off, by its first bytes and not by its name.
 *
 * The name loses the ending of what was taken off, so that packed and unpacked files have one name.
 *
 * @throws AppError `import.unreadable` when the data unfold to more than 250 times their size, are damaged, or are
 *   packed more than four times.
 */
export async function unpacked(source: ByteSource): Promise<ByteSource> {
  let layer = source;
  for (let layers = 0; ; layers++) {
    const outer = layer;
    const start = await firstBytes(outer, 4);
    const packing = packings.find(({ magic }) => magic.every((byte, i) => start[i] === byte));
    if (packing === undefined) return layer;
    if (layers === mostLayers)
      throw new AppError("import.unreadable", `${source.name}: it is packed more than ${mostLayers} times`, {
        hint: "Unpack it by hand and name what it holds.",
      });
    layer = {
      name: outer.name.replace(packing.suffix, "") || basename(outer.name),
      bytes: source.bytes,
      path: null,
      open: () => limitExpansion(packing.unpack(outer.open(), source.name), source),
    };
  }
}

/**
 * Passes bytes on while they are not absurdly more than what they are made from.
 *
 * @throws AppError `import.unreadable` from the byte on that is too much.
 */
export async function* limitExpansion(
  chunks: AsyncIterable<Uint8Array>,
  { name, bytes }: Pick<ByteSource, "name" | "bytes">,
): AsyncGenerator<Uint8Array> {
  const most = Math.max(harmlessBytes, bytes * mostExpansion);
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > most) throw unfoldsTooFar(name);
    yield chunk;
  }
}

/** The refusal of data that were made to unfold without end. */
export function unfoldsTooFar(name: string): AppError {
  return new AppError(
    "import.unreadable",
    `${name}: it unfolds to more than ${mostExpansion} times its size, as no text does`,
    { hint: "If you trust it, unpack it by hand and name what it holds." },
  );
}

/** Whether so many bytes may come out of so many. */
export function isPlausible(unpackedBytes: number, packedBytes: number): boolean {
  return unpackedBytes <= Math.max(harmlessBytes, packedBytes * mostExpansion);
}

async function* gunzip(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const stream = createGunzip({ chunkSize: 1 << 17 });
  // What goes wrong in the feeding destroys the stream, and so is thrown where the stream is read.
  const feeding = pipeline(chunks, stream).catch(() => {});
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
  } catch (cause) {
    throw cause instanceof AppError ? cause : damaged(name, "gzip", cause);
  } finally {
    stream.destroy();
    await feeding;
  }
}
