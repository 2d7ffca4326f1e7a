import { createHash } from "node:crypto";
import { type FileHandle, open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeAside } from "../write-aside.ts";

/** Bytes of the hash that stands for a text. */
export const digestBytes = 16;
/** What a file begins with, before the size of its vectors as 32 bits. */
const signature = "ELENVEC1";
export const headerBytes = signature.length + 4;
const chunkBytes = 4 * 1024 ** 2;
const mostNumbers = 65_536;
const ending = ".vectors";

export const isVectorFile = (name: string): boolean => /^[0-9a-f]{32}\.vectors$/u.test(name);

/** The numbers of a record's vector. */
export function vectorIn(bytes: Buffer): Float32Array {
  return Float32Array.from({ length: (bytes.length - digestBytes) / 4 }, (_, at) =>
    bytes.readFloatLE(digestBytes + 4 * at),
  );
}

export function recordOf(digest: string, vector: Float32Array): Buffer {
  const record = Buffer.alloc(digestBytes + 4 * vector.length);
  record.write(digest, "hex");
  vector.forEach((value, at) => {
    record.writeFloatLE(value, digestBytes + 4 * at);
  });
  return record;
}

/**
 * Hands over the records of a file, read in pieces of 4 MiB: the hash of each text, and bytes that change
 * once the next is handed over.
 *
 *     ELENVEC1 <size>   <hash of a text> <size numbers of 32 bits>   …
 *
 * @returns whether the file is what was written under its name, which is a hash of its bytes. If not, what
 *   was handed over is not to be trusted.
 */
export async function readVectorFile(
  folder: string,
  name: string,
  onRecord: (digest: string, bytes: Buffer) => void,
): Promise<boolean> {
  const file = await open(join(folder, name), "r");
  try {
    const header = Buffer.alloc(headerBytes);
    await file.read(header, 0, headerBytes, 0);
    const numbers = header.readUInt32LE(signature.length);
    if (header.toString("latin1", 0, signature.length) !== signature) return false;
    if (numbers === 0 || numbers > mostNumbers) return false;
    const hash = createHash("sha256").update(header);
    const recordBytes = digestBytes + 4 * numbers;
    const chunk = Buffer.alloc(Math.max(1, Math.floor(chunkBytes / recordBytes)) * recordBytes);
    for (let position = headerBytes; ; ) {
      const length = await fill(file, chunk, position);
      hash.update(chunk.subarray(0, length));
      for (let at = 0; at + recordBytes <= length; at += recordBytes) {
        const bytes = chunk.subarray(at, at + recordBytes);
        onRecord(bytes.toString("hex", 0, digestBytes), bytes);
      }
      position += length;
      if (length < chunk.length) return name === nameOf(hash.digest("hex"));
    }
  } finally {
    await file.close();
  }
}

/** Reads until a piece is full or the file ends. */
async function fill(file: FileHandle, chunk: Buffer, position: number): Promise<number> {
  let length = 0;
  while (length < chunk.length) {
    const { bytesRead } = await file.read(chunk, length, chunk.length - length, position + length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return length;
}

const nameOf = (hash: string): string => `${hash.slice(0, 2 * digestBytes)}${ending}`;

/**
 * Writes records of one size aside and names the file once it is whole: nobody ever sees a part of it.
 *
 * @returns its name, a hash of its bytes.
 */
export async function writeVectorFile(folder: string, records: readonly Buffer[]): Promise<string> {
  const [first] = records;
  if (first === undefined) throw new Error("a file of no vectors");
  const bytes = Buffer.concat([headerFor(first), ...records]);
  const name = nameOf(createHash("sha256").update(bytes).digest("hex"));
  // What a killed run left has no name to come back to: all write beside one, and so meet it there.
  const beside = join(folder, "vectors");
  await writeAside(join(folder, name), (scratch) => writeFile(scratch, bytes), { beside });
  return name;
}

function headerFor(record: Buffer): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.write(signature, "latin1");
  header.writeUInt32LE((record.length - digestBytes) / 4, signature.length);
  return header;
}
