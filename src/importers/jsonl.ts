import type { CommentDraft, ImportRecord, QuoteDraft } from "../model/draft.ts";
import { contains, overlap } from "../model/span.ts";
import { readMarkup } from "../text/markup.ts";
import { composeOffsets, fromOrigin, unifyLineEnds } from "../text/offset-map.ts";
import { readQuotedLines } from "../text/quoted-lines.ts";
import type { ReadText } from "../text/reader-text.ts";
import type { Importer, ImportOptions, Input } from "./importer.ts";
import { instantOf } from "./instant-of.ts";
import { readJsonLinesOf } from "./json-lines.ts";
import { JsonlRecord, unknownFields } from "./jsonl-record.ts";
import { parseJson } from "./parse-json.ts";
import { report } from "./report.ts";

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
  if (parsed.isJson) {
    if (!isObject(parsed.value) || !("id" in parsed.value) || !("text" in parsed.value))
      return isNamed ? 0.5 : 0;
    // Other people's records have an id and a text as well, but fields of their own beside them.
    return unknownFields(parsed.value).length === 0 ? 1 : 0.7;
  }
  // The first line is broken or longer than the head.
  const looksLikeRecord = /"id"\s*:/u.test(first) && /"text"\s*:/u.test(first);
  return looksLikeRecord ? 0.8 : isNamed ? 0.5 : /^\{"[^"\n]*"\s*:/u.test(first) ? 0.2 : 0;
}

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const unknown = new Map<string, { count: number; place: string }>();
  for await (const line of readJsonLinesOf(JsonlRecord, input, options.maxRecordBytes)) {
    if (line.kind === "diagnostic") {
      yield line;
      continue;
    }
    const { number, place, value, data } = line;
    for (const name of unknownFields(value)) {
      const seen = unknown.get(name);
      if (seen) seen.count++;
      else unknown.set(name, { count: 1, place });
    }
    const { comment, warnings } = await toDraft(data, number, place, options.host);
    yield* warnings;
    yield { kind: "comment", comment };
  }
  for (const [name, { count, place }] of unknown)
    yield report(
      "warning",
      "import.field-unknown",
      place,
      `the field "${name}" is not known and was left out, ${count === 1 ? "once" : `${count} times`}`,
    );
}

async function toDraft(
  record: JsonlRecord,
  number: number,
  place: string,
  host: string,
): Promise<{ comment: CommentDraft; warnings: readonly ImportRecord[] }> {
  const warnings: ImportRecord[] = [];
  const withHost = (id: string | null | undefined): string | null => (id == null ? null : `${host}:${id}`);
  const commentId = `${host}:${record.id}`;
  const warn = (code: "import.record-invalid" | "import.span-invalid", message: string): void => {
    warnings.push(report("warning", code, place, message, commentId));
  };
  const instant = (field: string, value: string | number | null | undefined): string | null =>
    instantOf(field, value, (message) => warn("import.record-invalid", message));
  const readText = async (source: string): Promise<ReadText> => {
    const result = record.markup == null ? readUnmarked(source) : await readMarkup(source, record.markup);
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
  return { comment, warnings };
}

/**
 * A text of which nobody says how it is written: plain, but `>` before a line is a quote wherever people
 * write.
 */
function readUnmarked(source: string): ReadText {
  const { text, offsets } = unifyLineEnds(source);
  if (!/^[ \t]{0,3}>/mu.test(text)) return { text, offsets, quotes: [], code: [], problem: null };
  const read = readQuotedLines(text);
  return { ...read, offsets: composeOffsets(read.offsets, offsets) };
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

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
