import type { ImportRecord } from "../model/draft.ts";
import { decodeText, readHead } from "../text/decode.ts";
import type { ImportOptions, Input } from "./importer.ts";
import { nothingFound } from "./json-input.ts";
import { readJsonLines } from "./json-lines.ts";
import {
  type JsonContainer,
  type JsonMoment,
  type JsonRecordOptions,
  jsonPointer,
  readJsonRecords,
} from "./json-records.ts";
import { report } from "./report.ts";

/** A record that was taken out. */
export interface Found<Taken extends object> {
  readonly kind: "found";
  readonly value: Taken;
  /** `file:line`; of a document `file: id`, or `file#pointer` for a record without an id. */
  readonly place: string;
}

export interface JsonOrLinesOptions<Taken extends object> extends Pick<ImportOptions, "maxRecordBytes"> {
  /** Names the records in the refusal: "posts". */
  readonly what: string;
  readonly take: JsonRecordOptions<Taken>["take"];
  /** The id by which a message names a record; null where it has none. */
  readonly idOf: (taken: Taken) => string | null;
}

type Problem = Extract<ImportRecord, { kind: "diagnostic" }>;

/**
 * Takes records out of JSON that is one document (or several, one after another), or has an object a line.
 *
 * In both, inner records come before the one that they stand in, which keeps null in their place. A broken
 * line costs that line; a broken document ends with an error that says where.
 *
 * @throws AppError `import.record-invalid` when there is no record at all; else as `decodeText`.
 */
export async function* readJsonOrLines<Taken extends object>(
  input: Input,
  options: JsonOrLinesOptions<Taken>,
): AsyncGenerator<Found<Taken> | Problem> {
  const isLineWise = hasObjectsInLines(await readHead(input.open(), input.name));
  let found = 0;
  let problem: string | null = null;
  for await (const event of isLineWise ? readLines(input, options) : readDocument(input, options)) {
    if (event.kind === "found") found++;
    else problem ??= event.diagnostic.message;
    yield event;
  }
  if (found === 0) throw nothingFound(input, options.what, problem);
}

/** Whether objects stand one a line: the second line of a document that is set out over lines begins otherwise. */
function hasObjectsInLines(head: string): boolean {
  const [first = "", second = ""] = head.split("\n", 1000).filter((line) => line.trim() !== "");
  return /^\s*(?:\{|null\s*$)/u.test(first) && /^(?:\{|null\s*$)/u.test(second);
}

async function* readDocument<Taken extends object>(
  input: Input,
  { take, idOf, maxRecordBytes }: JsonOrLinesOptions<Taken>,
): AsyncGenerator<Found<Taken> | Problem> {
  const records = readJsonRecords(decodeText(input.open(), input.name), {
    maxLength: maxRecordBytes,
    take: (moment) => {
      const value = take(moment);
      if (value === null) return null;
      const id = idOf(value);
      return { value, place: id === null ? `${input.name}#${moment.pointer()}` : `${input.name}: ${id}` };
    },
  });
  for await (const event of records)
    if (event.kind === "record") yield { kind: "found", ...event.value };
    else
      yield report(
        "error",
        "import.record-invalid",
        `${input.name}, character ${event.offset}`,
        `${event.message}; what stands before was read`,
      );
}

async function* readLines<Taken extends object>(
  input: Input,
  { take, what, maxRecordBytes }: JsonOrLinesOptions<Taken>,
): AsyncGenerator<Found<Taken> | Problem> {
  for await (const line of readJsonLines(input, maxRecordBytes)) {
    if (line.kind === "diagnostic") {
      yield line;
      continue;
    }
    const { place } = line;
    let found = 0;
    for (const value of walk(line.value, take)) {
      found++;
      yield { kind: "found", value, place };
    }
    if (found === 0) yield report("warning", "import.record-invalid", place, `no ${what} stand in the line`);
  }
}

interface Frame {
  readonly container: JsonContainer;
  readonly key: string | number | undefined;
  readonly entries: readonly (readonly [string | number, unknown])[];
  next: number;
}

/** Gives what is taken of a parsed value, as `readJsonRecords` does of a document. */
function* walk<Taken extends object>(
  root: object,
  take: (moment: JsonMoment) => Taken | null,
): Generator<Taken> {
  const open: Frame[] = [frameOf(root, undefined)];
  for (let frame = open.at(-1); frame !== undefined; frame = open.at(-1)) {
    const [key, inner] = frame.entries[frame.next++] ?? [];
    if (key !== undefined) {
      if (typeof inner === "object" && inner !== null) open.push(frameOf(inner, key));
      continue;
    }
    open.pop();
    const taken = take({
      value: frame.container,
      key: frame.key,
      depth: open.length,
      up: (levels) => open[open.length - levels]?.container,
      pointer: () => jsonPointer([...open, frame].map((one) => one.key)),
    });
    if (taken === null) continue;
    yield taken;
    const around = open.at(-1)?.container;
    if (around !== undefined && frame.key !== undefined)
      Object.defineProperty(around, frame.key, {
        value: null,
        writable: true,
        enumerable: true,
        configurable: true,
      });
  }
}

function frameOf(value: object, key: string | number | undefined): Frame {
  // Parsed JSON: an object is a record of its members.
  const container = value as JsonContainer;
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return { container, key, entries, next: 0 };
}
