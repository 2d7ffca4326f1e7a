import { isUtf8 } from "node:buffer";
import type { z } from "zod";
import type { ImportRecord } from "../model/draft.ts";
import { describeIssues, parsePlainly } from "../parse-input.ts";
import { emptyInput, firstInvalidByte, invalidUtf8 } from "../text/decode.ts";
import type { Input } from "./importer.ts";
import { type Line, readLines } from "./lines.ts";
import { parseJson } from "./parse-json.ts";
import { report } from "./report.ts";

/** A line that holds a JSON object. `number` counts from 1; `place` is `file:number`. */
export interface JsonLine {
  readonly kind: "line";
  readonly number: number;
  readonly place: string;
  readonly value: object;
}

type Problem = Extract<ImportRecord, { kind: "diagnostic" }>;

/**
 * Reads JSON objects that stand one a line (JSONL, NDJSON). Blank lines and lines that say `null` are skipped.
 *
 * One line is held at a time. A line that cannot be read, or is longer than `maxBytes`, becomes a diagnostic
 * with its number and the rest is read.
 *
 * @throws AppError `import.empty` when there is no line, `import.encoding` when nothing of the input can be read
 *   because it is not UTF-8, `import.binary` as `readLines` does.
 */
export async function* readJsonLines(input: Input, maxBytes: number): AsyncGenerator<JsonLine | Problem> {
  let lines = 0;
  let objects = 0;
  let firstInvalid: number | null = null;
  for await (const line of readLines(input, maxBytes)) {
    const place = `${input.name}:${line.number}`;
    const invalid = invalidByteOf(line);
    if (invalid !== null) firstInvalid ??= invalid;
    const read = invalid === null ? parseLine(line, place, maxBytes) : encodingProblem(invalid, place);
    if (read === "blank") continue;
    lines++;
    if (read === "null") continue;
    if (read.kind === "line") objects++;
    yield read;
  }
  if (lines === 0) throw emptyInput(input.name);
  if (objects === 0 && firstInvalid !== null) throw invalidUtf8(input.name, firstInvalid);
}

/** A line whose object is of a schema; `value` is the object as it stood, with what the schema leaves out. */
export interface JsonLineOf<Data> extends Omit<JsonLine, "kind"> {
  readonly kind: "record";
  readonly data: Data;
}

/** Reads objects of one schema, one a line, as `readJsonLines` does. Another object becomes a diagnostic. */
export async function* readJsonLinesOf<Schema extends z.ZodType>(
  schema: Schema,
  input: Input,
  maxBytes: number,
): AsyncGenerator<JsonLineOf<z.output<Schema>> | Problem> {
  for await (const line of readJsonLines(input, maxBytes)) {
    if (line.kind === "diagnostic") {
      yield line;
      continue;
    }
    const parsed = parsePlainly(schema, line.value);
    yield parsed.success
      ? { ...line, kind: "record", data: parsed.data }
      : report("error", "import.record-invalid", line.place, describeIssues(parsed.error));
  }
}

function invalidByteOf({ bytes, offset }: Line): number | null {
  return bytes === null || isUtf8(bytes) ? null : offset + firstInvalidByte(bytes);
}

function parseLine(line: Line, place: string, maxBytes: number): JsonLine | Problem | "blank" | "null" {
  const { bytes, number } = line;
  if (bytes === null)
    return report(
      "error",
      "import.record-too-large",
      place,
      `the line has ${line.length} bytes, more than the ${maxBytes} allowed`,
    );
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8").trim();
  if (text === "") return "blank";
  const parsed = parseJson(text);
  const problem = (message: string) => report("error", "import.record-invalid", place, message);
  if (!parsed.isJson) return problem(`the line is not JSON: ${parsed.reason}`);
  const { value } = parsed;
  if (value === null) return "null";
  if (typeof value !== "object" || Array.isArray(value)) return problem("the line is not a JSON object");
  return { kind: "line", number, place, value };
}

function encodingProblem(byte: number, place: string): Problem {
  return report("error", "import.encoding", place, `byte ${byte} of the input is not valid UTF-8`);
}
