/** Bytes that can be read from their start more than once. */
export interface ByteSource {
  /** Shown in messages; its last part is the name of what it holds. */
  readonly name: string;
  /** How many bytes it takes where it is stored, by which it is judged how far it may unfold. */
  readonly bytes: number;
  /** The file that holds just these bytes; null where they come out of another one. */
  readonly path: string | null;
  open(): AsyncIterable<Uint8Array>;
}

/** The first bytes of a source, fewer where it has fewer. */
export async function firstBytes(source: ByteSource, count: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.open()) {
    parts.push(chunk);
    length += chunk.length;
    if (length >= count) break;
  }
  return Buffer.concat(parts).subarray(0, count);
}
