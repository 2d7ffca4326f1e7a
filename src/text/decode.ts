import { isUtf8 } from "node:buffer";
import { AppError } from "../errors.ts";

/** How many bytes at the start of an input are looked at before it is taken for text. */
const headBytes = 8192;

/** First bytes of formats that are not text and hold no NUL near their start, or are often met. */
const signatures: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ["a PDF document", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["a ZIP archive", [0x50, 0x4b, 0x03, 0x04]],
  ["gzip data", [0x1f, 0x8b]],
  ["bzip2 data", [0x42, 0x5a, 0x68]],
  ["xz data", [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ["Zstandard data", [0x28, 0xb5, 0x2f, 0xfd]],
  ["a PNG image", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG image", [0xff, 0xd8, 0xff]],
  ["a SQLite database", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20]],
];

/** What the first bytes of an input say about its encoding; `skip` is the length of the byte order mark. */
interface Encoding {
  readonly label: "utf-8" | "utf-16le" | "utf-16be";
  readonly skip: number;
}

/**
 * The bytes of an input as UTF-8 without a byte order mark.
 *
 * UTF-16 is recognised by its mark and recoded; all else passes as it is and is not checked. The first 8 KiB
 * decide whether the input is text at all.
 *
 * @param place - names the input in messages.
 * @throws AppError `import.empty` when there is no byte, `import.binary` when the input is not text,
 *   `import.encoding` when UTF-16 is broken.
 */
export async function* utf8Chunks(
  chunks: AsyncIterable<Uint8Array>,
  place: string,
): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array(0);
  let recode: ((bytes: Uint8Array, isLast: boolean) => Uint8Array) | null = null;
  const begin = (bytes: Uint8Array): Uint8Array => {
    if (bytes.length === 0) throw emptyInput(place);
    const encoding = encodingOf(bytes);
    refuseBinary(bytes, encoding, place);
    if (encoding.label !== "utf-8") recode = utf16Recoder(encoding.label, place);
    return bytes.subarray(encoding.skip);
  };
  for await (const chunk of chunks) {
    let bytes = chunk;
    if (head !== null) {
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
      if (head.length < headBytes) continue;
      bytes = begin(head);
      head = null;
    }
    yield recode === null ? bytes : recodeWith(recode, bytes, false);
  }
  if (head !== null) {
    const bytes = begin(head);
    yield recode === null ? bytes : recodeWith(recode, bytes, true);
  } else if (recode !== null) yield recodeWith(recode, new Uint8Array(0), true);
}

/**
 * Decodes an input to text, piece by piece; no piece ends inside a character.
 *
 * A byte order mark decides the encoding, else it is UTF-8, and nothing is guessed: a wrong guess would change
 * people's words silently.
 *
 * @param place - names the input in messages.
 * @throws AppError `import.empty` when nothing but white space comes, `import.binary` when the input is not text,
 *   `import.encoding` with the offset of the first byte that is not UTF-8.
 */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>, place: string): AsyncGenerator<string> {
  let carry = new Uint8Array(0);
  let offset = 0;
  let hasText = false;
  for await (const chunk of utf8Chunks(chunks, place)) {
    const bytes = carry.length === 0 ? chunk : Buffer.concat([carry, chunk]);
    const cut = bytes.length - incompleteTail(bytes);
    const whole = bytes.subarray(0, cut);
    if (!isUtf8(whole)) throw invalidUtf8(place, offset + firstInvalidByte(whole));
    offset += cut;
    carry = Uint8Array.from(bytes.subarray(cut));
    const text = Buffer.from(whole.buffer, whole.byteOffset, whole.byteLength).toString("utf8");
    hasText ||= /\S/u.test(text);
    if (text !== "") yield text;
  }
  if (carry.length > 0) throw invalidUtf8(place, offset);
  if (!hasText) throw emptyInput(place);
}

/**
 * The first `maxBytes` of an input as text, cut at a character, for a look at its format.
 *
 * Bytes that are not UTF-8 become U+FFFD here: whether they are fatal is for the importer to say.
 *
 * @throws AppError `import.empty` or `import.binary`.
 */
export async function readHead(
  chunks: AsyncIterable<Uint8Array>,
  place: string,
  { maxBytes = 65536 } = {},
): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of utf8Chunks(chunks, place)) {
    parts.push(chunk);
    length += chunk.length;
    if (length >= maxBytes) break;
  }
  const bytes = Buffer.concat(parts).subarray(0, maxBytes);
  const text = bytes.subarray(0, bytes.length - incompleteTail(bytes)).toString("utf8");
  if (length < maxBytes && !/\S/u.test(text)) throw emptyInput(place);
  return text;
}

/** Offset of the first byte that does not belong to well-formed UTF-8; the length when all do. */
export function firstInvalidByte(bytes: Uint8Array): number {
  // Halving needs boundaries of characters; a window is small enough to be walked character by character.
  let start = 0;
  const window = 4096;
  while (start < bytes.length) {
    let end = Math.min(bytes.length, start + window);
    end -= end < bytes.length ? incompleteTail(bytes.subarray(start, end)) : 0;
    if (!isUtf8(bytes.subarray(start, end))) break;
    start = end;
  }
  while (start < bytes.length) {
    const length = sequenceLength(bytes[start] ?? 0);
    if (length === 0 || start + length > bytes.length || !isUtf8(bytes.subarray(start, start + length)))
      return start;
    start += length;
  }
  return bytes.length;
}

/** The refusal of an input that holds nothing to read. */
export function emptyInput(place: string): AppError {
  return new AppError("import.empty", `${place}: the input is empty`, {
    hint: "Check that the file was written completely, or leave it out.",
  });
}

/** The refusal of an input that is not UTF-8. `offset` counts bytes from 0. */
export function invalidUtf8(place: string, offset: number): AppError {
  return new AppError("import.encoding", `${place}: byte ${offset} is not valid UTF-8`, {
    hint: "Convert the file first, for example: iconv -f WINDOWS-1252 -t UTF-8 in.txt > out.txt",
  });
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { label: "utf-8", skip: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { label: "utf-16le", skip: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { label: "utf-16be", skip: 2 };
  return { label: "utf-8", skip: 0 };
}

function refuseBinary(bytes: Uint8Array, encoding: Encoding, place: string): void {
  const known = signatures.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte));
  const hasNul = encoding.label === "utf-8" && bytes.subarray(0, headBytes).includes(0);
  if (known === undefined && !hasNul) return;
  throw new AppError("import.binary", `${place}: this is ${known?.[0] ?? "binary data"}, not text`, {
    hint: "Give a text file; unpack an archive or export the comments as text or JSONL first.",
  });
}

function recodeWith(
  recode: (bytes: Uint8Array, isLast: boolean) => Uint8Array,
  bytes: Uint8Array,
  isLast: boolean,
): Uint8Array {
  return recode(bytes, isLast);
}

function utf16Recoder(
  label: "utf-16le" | "utf-16be",
  place: string,
): (bytes: Uint8Array, isLast: boolean) => Uint8Array {
  const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  return (bytes, isLast) => {
    try {
      return Buffer.from(decoder.decode(bytes, { stream: !isLast }), "utf8");
    } catch (cause) {
      throw new AppError("import.encoding", `${place}: the text is not valid ${label.toUpperCase()}`, {
        hint: "Convert the file to UTF-8 first.",
        cause,
      });
    }
  };
}

function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

/** How many bytes at the end begin a character that is not complete, 0 to 3. */
function incompleteTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}
