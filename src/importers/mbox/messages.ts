import { isUtf8 } from "node:buffer";
import { emptyInput, firstInvalidByte, invalidUtf8 } from "../../text/decode.ts";
import type { ImportOptions, Input } from "../importer.ts";
import { nothingFound } from "../json-input.ts";
import { type Line, readLines } from "../lines.ts";

/** A message as it stands in the file, with `\n` as line ends; null when it is longer than allowed. */
export interface RawMessage {
  readonly bytes: Uint8Array | null;
  /** Number of its first line, from 1. */
  readonly line: number;
}

const separator = /^From \S.{0,200}\d{1,2}:\d{2}(?::\d{2})?.{0,40}$/u;
const header = /^[!-9;-~]+[ \t]*:/u;

/**
 * Cuts an mbox at its "From " lines and holds one message at a time; a file that begins with a header is one
 * message.
 *
 * A line cuts when it bears a time, an empty line stands before it and a header behind: "From what I see" in
 * a body does not. `>From` at the start of a line, by which programs hide such words, loses its mark.
 *
 * @throws AppError `import.record-invalid` when the file begins otherwise, `import.empty`, `import.encoding`.
 */
export async function* readMessages(
  input: Input,
  { maxRecordBytes }: Pick<ImportOptions, "maxRecordBytes">,
): AsyncGenerator<RawMessage> {
  let open: MessageLines | null = null;
  let pending: Line | null = null;
  let isBox = false;
  let isAfterBlank = true;
  for await (const line of readLines(input, maxRecordBytes)) {
    const text = line.bytes === null ? "" : Buffer.from(line.bytes.subarray(0, 300)).toString("latin1");
    if (open === null && pending === null) {
      if (line.bytes !== null && text.trim() === "") continue;
      if (separator.test(text)) {
        isBox = true;
        pending = line;
      } else if (header.test(text)) open = new MessageLines(line, maxRecordBytes, isBox);
      else throw refusal(input, line);
      isAfterBlank = false;
      continue;
    }
    if (pending !== null) {
      if (header.test(text)) {
        if (open !== null) yield open.build();
        open = new MessageLines(line, maxRecordBytes, true);
        pending = null;
      } else {
        open?.add(pending);
        pending = separator.test(text) ? line : null;
        if (pending === null) open?.add(line);
      }
    } else if (isBox && isAfterBlank && separator.test(text)) pending = line;
    else open?.add(line);
    isAfterBlank = text.trim() === "";
  }
  if (open !== null) {
    if (pending !== null) open.add(pending);
    yield open.build();
  } else if (pending !== null) throw nothingFound(input, "messages", null);
  else throw emptyInput(input.name);
}

function refusal(input: Input, { bytes, offset }: Line): Error {
  if (bytes !== null && !isUtf8(bytes)) return invalidUtf8(input.name, offset + firstInvalidByte(bytes));
  return nothingFound(input, "messages", "it begins neither with a header nor with a From line");
}

/** The lines of one message, as far as they may be held. */
class MessageLines {
  readonly #first: number;
  readonly #maxBytes: number;
  readonly #isEscaped: boolean;
  #parts: Uint8Array[] = [];
  #length = 0;

  constructor(line: Line, maxBytes: number, isEscaped: boolean) {
    this.#first = line.number;
    this.#maxBytes = maxBytes;
    this.#isEscaped = isEscaped;
    this.add(line);
  }

  add({ bytes, length }: Line): void {
    this.#length += length + 1;
    if (bytes === null || this.#length > this.#maxBytes) {
      this.#parts = [];
      this.#length = Number.POSITIVE_INFINITY;
      return;
    }
    // Bytes of a line may be a view of a chunk that is much longer.
    this.#parts.push(Uint8Array.from(this.#isEscaped ? unescaped(bytes) : bytes), newline);
  }

  build(): RawMessage {
    const isWhole = this.#length <= this.#maxBytes;
    return { bytes: isWhole ? Buffer.concat(this.#parts) : null, line: this.#first };
  }
}

const newline = Uint8Array.from([10]);

/** A line that begins `>From ` or `>>From ` without the first mark. */
function unescaped(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 62) return bytes;
  const start = Buffer.from(bytes.subarray(0, 64)).toString("latin1");
  return /^>+From /u.test(start) ? bytes.subarray(1) : bytes;
}
