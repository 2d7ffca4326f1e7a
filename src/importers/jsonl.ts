import { isUtf8 } from "node:buffer";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { CommentDraft, ImportRecord, QuoteDraft } from "../model/draft.ts";
import { contains, overlap } from "../model/span.ts";
import { describeIssues } from "../parse-input.ts";
import { emptyInput, firstInvalidByte, invalidUtf8 } from "../text/decode.ts";
import { readMarkup } from "../text/markup.ts";
import { fromOrigin } from "../text/offset-map.ts";
import type { ReadText } from "../text/reader-text.ts";
import { readInstant } from "../text/time.ts";
import type { Importer, ImportOptions, Input } from "./importer.ts";
import { JsonlRecord, unknownFields } from "./jsonl-record.ts";
import { type Line, readLines } from "./lines.ts";
import { parseJson } from "./parse-json.ts";

/**
 * Our own format: one comment a line, as JSON (`JsonlRecord`).
 *
 * Lines are read one at a time, so memory does not grow with the file. A line that cannot be read, or is longer
 * than `maxRecordBytes`, is reported with its number and the rest is read. `record` of a draft is the line number,
 * `field` is `text`.
 */
export const jsonl: Importer = {
  id: "jsonl",
  describes: "comments as JSON, one a line; only id and text are required",
  keeps: ["id", "author", "time", "parent", "quote", "edit", "deletion", "votes", "reactions"],
  sniff,
  read,
};

function sniff(head: string, name: string): number {
  const start = head.trimStart();
  if (!start.startsWith("{")) return 0;
  const end = start.indexOf("\n");
  const first = end < 0 ? start : start.slice(0, end);
  const isNamed = /\.(?:jsonl|ndjson)(?:\.gz)?$/iu.test(name);
  const parsed = parseJson(first);
  if (parsed.isJson)
    return isObject(parsed.value) && "id" in parsed.value && "text" in parsed.value ? 1 : isNamed ? 0.5 : 0;
  // The first line is broken or longer than the head.
  const looksLikeRecord = /"id"\s*:/u.test(first) && /"text"\s*:/u.test(first);
  return looksLikeRecord ? 0.8 : isNamed ? 0.5 : /^\{"[^"\n]*"\s*:/u.test(first) ? 0.2 : 0;
}

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const unknown = new Map<string, { count: number; place: string }>();
  let drafts = 0;
  let lines = 0;
  let firstInvalid: number | null = null;
  for await (const line of readLines(input, options.maxRecordBytes)) {
    const place = `${input.name}:${line.number}`;
    const checked = checkLine(line, place, options.maxRecordBytes);
    if (checked === null) continue;
    lines++;
    if ("problem" in checked) {
      if (checked.problem.code === "import.encoding") firstInvalid ??= checked.invalidByte;
      yield { kind: "diagnostic", diagnostic: checked.problem };
      continue;
    }
    for (const name of unknownFields(checked.json)) {
      const seen = unknown.get(name);
      if (seen) seen.count++;
      else unknown.set(name, { count: 1, place });
    }
    const { comment, diagnostics } = await toDraft(checked.record, line.number, place, options.host);
    drafts++;
    for (const diagnostic of diagnostics) yield { kind: "diagnostic", diagnostic };
    yield { kind: "comment", comment };
  }
  if (lines === 0) throw emptyInput(input.name);
  if (drafts === 0 && firstInvalid !== null) throw invalidUtf8(input.name, firstInvalid);
  for (const [name, { count, place }] of unknown)
    yield {
      kind: "diagnostic",
      diagnostic: report(
        "warning",
        "import.field-unknown",
        place,
        `the field "${name}" is not known and was left out, ${count === 1 ? "once" : `${count} times`}`,
      ),
    };
}

type Checked =
  | { readonly json: object; readonly record: JsonlRecord }
  | { readonly problem: Diagnostic; readonly invalidByte: number };

/** A line as a record or as what is wrong with it; null when it is blank. */
function checkLine(line: Line, place: string, maxBytes: number): Checked | null {
  const problem = (code: "import.record-invalid" | "import.record-too-large", message: string): Checked => ({
    problem: report("error", code, place, message),
    invalidByte: 0,
  });
  const { bytes } = line;
  if (bytes === null)
    return problem(
      "import.record-too-large",
      `the line has ${line.length} bytes, more than the ${maxBytes} allowed`,
    );
  if (!isUtf8(bytes)) {
    const invalidByte = line.offset + firstInvalidByte(bytes);
    return {
      problem: report(
        "error",
        "import.encoding",
        place,
        `byte ${invalidByte} of the input is not valid UTF-8`,
      ),
      invalidByte,
    };
  }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  if (text.trim() === "") return null;
  const parsed = parseJson(text);
  if (!parsed.isJson) return problem("import.record-invalid", `the line is not JSON: ${parsed.reason}`);
  if (!isObject(parsed.value)) return problem("import.record-invalid", "the line is not a JSON object");
  const record = JsonlRecord.safeParse(parsed.value);
  if (!record.success) return problem("import.record-invalid", describeIssues(record.error));
  return { json: parsed.value, record: record.data };
}

async function toDraft(
  record: JsonlRecord,
  number: number,
  place: string,
  host: string,
): Promise<{ comment: CommentDraft; diagnostics: readonly Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  const withHost = (id: string | null | undefined): string | null => (id == null ? null : `${host}:${id}`);
  const commentId = `${host}:${record.id}`;
  const warn = (code: "import.record-invalid" | "import.span-invalid", message: string): void => {
    diagnostics.push({ ...report("warning", code, place, message), commentId });
  };
  const instant = (field: string, value: string | number | null | undefined): string | null => {
    const time = value == null || value === "" ? null : readInstant(value);
    if (time === null && value != null && value !== "")
      warn("import.record-invalid", `${field}: ${JSON.stringify(value)} is not a time and was left out`);
    return time;
  };
  const readText = async (source: string): Promise<ReadText> => {
    const result = await readMarkup(source, record.markup ?? "plain");
    if (result.problem !== null)
      warn("import.record-invalid", `the markup was kept as plain text: ${result.problem}`);
    return result;
  };
  const read = await readText(record.text);
  const earlier = [];
  for (const version of record.versions ?? [])
    earlier.push({ text: (await readText(version.text)).text, at: instant("versions.at", version.at) });
  const comment: CommentDraft = {
    id: commentId,
    threadId: withHost(record.threadId),
    threadTitle: record.threadTitle ?? null,
    parentId: withHost(record.parentId),
    addressee: null,
    author: toAuthor(record.author, host),
    createdAt: instant("createdAt", record.createdAt),
    editedAt: instant("editedAt", record.editedAt),
    text: read.text,
    url: record.url ?? null,
    score: record.score ?? null,
    status: record.status ?? "live",
    quotes: toQuotes(record, read, host, (message) => warn("import.span-invalid", message)),
    reactions: (record.reactions ?? []).map(({ by, kind, quote, sign }) => ({
      by: withHost(by),
      kind,
      quote: quote ?? null,
      sign: sign ?? 0,
    })),
    earlier,
    // The line number and not a count, so that a line mended later moves no other comment.
    index: number - 1,
    record: String(number),
    field: "text",
    offsets: read.offsets,
  };
  return { comment, diagnostics };
}

/** Quotes given by the record, in the text as read, and those that the markup shows beside them. */
function toQuotes(
  record: JsonlRecord,
  read: ReadText,
  host: string,
  warn: (message: string) => void,
): readonly QuoteDraft[] {
  const quotes: QuoteDraft[] = [];
  for (const { start, end, how, score, sourceAuthor, sourceId } of record.quotes ?? []) {
    const isInside = start < end && end <= record.text.length;
    const span = isInside ? fromOrigin(read.offsets, { start, end }) : null;
    if (span === null) {
      const size = isInside ? "holds no words" : `does not lie in a text of ${record.text.length}`;
      warn(`the quote ${start}-${end} ${size} and was left out`);
      continue;
    }
    quotes.push({
      span,
      how: how ?? (sourceId == null ? "markup" : "header"),
      score: score ?? 1,
      speaker: sourceAuthor ?? null,
      source: sourceId == null ? null : `${host}:${sourceId}`,
    });
  }
  const given = quotes.map((quote) => quote.span);
  for (const span of read.quotes) {
    const isGiven = given.some(
      (one) => contains(one, span) || overlap(one, span) * 2 >= span.end - span.start,
    );
    if (!isGiven) quotes.push({ span, how: "markup", score: 1, speaker: null, source: null });
  }
  return quotes.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

function toAuthor(author: JsonlRecord["author"], host: string): CommentDraft["author"] {
  const { id, name } = typeof author === "string" ? { id: author, name: author } : (author ?? {});
  const native = id || name;
  return native ? { id: `${host}:${native}`, name: name || native } : null;
}

function report(
  severity: Diagnostic["severity"],
  code:
    | "import.record-invalid"
    | "import.record-too-large"
    | "import.span-invalid"
    | "import.encoding"
    | "import.field-unknown",
  place: string,
  message: string,
): Diagnostic {
  return { severity, code, message, place, commentId: null, span: null };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
