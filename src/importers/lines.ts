import { utf8Chunks } from "../text/decode.ts";
import type { Input } from "./importer.ts";

/**
 * A line of an input with its number, counted from 1, and the offset of its first byte.
 *
 * `bytes` lacks the line end. It is null for a line longer than the limit, of which only `length` is known.
 */
export interface Line {
  readonly number: number;
  readonly offset: number;
  readonly length: number;
  readonly bytes: Uint8Array | null;
}

/**
 * Cuts an input at line feeds and holds one line at a time.
 *
 * Of a line longer than `maxBytes` no more than that is ever held, so an input without any line end takes no more
 * memory than one with short lines.
 *
 * @throws AppError `import.empty` or `import.binary` as `utf8Chunks` does.
 */
export async function* readLines(input: Input, maxBytes: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let held = 0;
  let length = 0;
  let number = 1;
  let offset = 0;
  const hold = (piece: Uint8Array): void => {
    length += piece.length;
    if (length > maxBytes) {
      parts = [];
      held = 0;
    } else if (piece.length > 0) {
      parts.push(piece);
      held += piece.length;
    }
  };
  const finish = (): Line => {
    const [only] = parts;
    const bytes = parts.length === 1 && only ? only : Buffer.concat(parts, held);
    const line = { number, offset, length, bytes: length > maxBytes ? null : dropReturn(bytes) };
    parts = [];
    held = 0;
    number++;
    offset += length + 1;
    length = 0;
    return line;
  };
  for await (const chunk of utf8Chunks(input.open(), input.name)) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      hold(chunk.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    hold(chunk.subarray(start));
  }
  if (length > 0) yield finish();
}

function dropReturn(bytes: Uint8Array): Uint8Array {
  return bytes[bytes.length - 1] === 13 ? bytes.subarray(0, -1) : bytes;
}
