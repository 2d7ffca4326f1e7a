import { AppError } from "../errors.ts";
import type { CommentDraft, ImportRecord } from "../model/draft.ts";
import { composeOffsets, MappedTextBuilder } from "../text/offset-map.ts";
import { readQuotedLines } from "../text/quoted-lines.ts";
import { commentDraft } from "./comment-draft.ts";
import type { Importer, ImportOptions, Input } from "./importer.ts";
import { report } from "./report.ts";
import { type HeaderLine, headerExample, readHeaderLine, readLabel } from "./threads/header-line.ts";
import { repeatedIds } from "./threads/repeated-ids.ts";
import { readTextLines, type TextLine } from "./threads/text-lines.ts";

/** Lines drawn between comments. */
const rule = /^\s*(?:[-_*=~—–]\s?){3,}\s*$/u;
/** An address of a person or a number at the very start of a comment: `@ada`, `#3`, `>>3`. */
const address = /^\s*(?:@([\p{L}\p{N}_][\p{L}\p{N}_.-]{0,40})|(?:#|>>)(\d{1,7}))(?=[\s,:.]|$)/u;

/**
 * A thread that was pasted as text: each comment under a line with its author's name and a date or number, or
 * behind a speaker's label.
 *
 * Lines that begin with `>` are quotes. `#3` gives a comment its id; without numbers the text does (linking). A
 * comment answers the one whose number its header or its first words name; a name ("@ada", "replying to Ada") is
 * left to linking. What stands before the first header is the thread's title when it is one short line.
 */
export const textThread: Importer = {
  id: "text-thread",
  describes: "a thread pasted as text, with a line of name and date over each comment, or a transcript",
  keeps: ["author", "time", "parent", "quote"],
  sniff,
  read,
};

type ReadHeader = (line: string) => HeaderLine | null;

function sniff(head: string): number {
  return styleOf(head.split("\n"))?.certainty ?? 0;
}

/** How a text sets its comments apart, and how sure that is; null when it does not. */
function styleOf(
  lines: readonly string[],
): { readonly readHeader: ReadHeader; readonly certainty: number } | null {
  const kept = lines.slice(0, 3000);
  const filled = kept.filter((line) => line.trim() !== "").length;
  const headers = kept.flatMap((line) => readHeaderLine(line) ?? []);
  // A header over every few lines; tables and logs of machines have nothing but such lines.
  const isTable =
    headers.length > 2 &&
    headers.every(({ textStart }) => textStart === null) &&
    headers.length * 2 > filled + 1;
  const hasAll = headers.some(({ at, number }) => at !== null && number !== null);
  if (headers.length >= 2 && !isTable) return { readHeader: readHeaderLine, certainty: hasAll ? 0.85 : 0.8 };
  const labels = kept.flatMap((line) => readLabel(line) ?? []);
  const names = new Set(labels.map(({ name }) => name));
  const paragraphs = kept.filter(
    (line, index) => line.trim() !== "" && (kept[index - 1]?.trim() ?? "") === "",
  ).length;
  const isTranscript =
    labels.length >= 4 &&
    names.size >= 2 &&
    labels.length >= 2 * names.size &&
    labels.length * 2 >= paragraphs;
  return isTranscript ? { readHeader: readLabel, certainty: 0.6 } : null;
}

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const readHeader = await headerStyle(input, options);
  const idOf = repeatedIds();
  let open: Pasted | null = null;
  let index = 0;
  const preamble: TextLine[] = [];
  for await (const line of readTextLines(input, options.maxRecordBytes)) {
    const header = line.isCut ? null : readHeader(line.text);
    if (header !== null) {
      if (open !== null) yield* finish(open, index++, idOf, input.name, preamble, options);
      open = { header, line: line.number, lines: [], length: 0, isTooLong: false };
      if (header.textStart !== null)
        push(
          open,
          { ...line, text: line.text.slice(header.textStart), start: line.start + header.textStart },
          options,
        );
    } else if (open === null) {
      if (preamble.length < 2 && line.text.trim() !== "") preamble.push(line);
    } else push(open, line, options);
  }
  if (open === null)
    throw new AppError("import.record-invalid", `${input.name}: no line names an author and a date`, {
      hint: `Put a line such as \`${headerExample}\` over each comment, or name another format with --from.`,
    });
  yield* finish(open, index, idOf, input.name, preamble, options);
}

/** A comment while its lines are gathered. */
interface Pasted {
  readonly header: HeaderLine;
  readonly line: number;
  readonly lines: TextLine[];
  length: number;
  isTooLong: boolean;
}

function push(pasted: Pasted, line: TextLine, { maxRecordBytes }: ImportOptions): void {
  pasted.length += line.text.length + 1;
  pasted.isTooLong ||= line.isCut || pasted.length > maxRecordBytes;
  if (pasted.isTooLong) pasted.lines.length = 0;
  else pasted.lines.push(line);
}

/** The style of the first lines; where they show none, every kind of header counts. */
async function headerStyle(input: Input, options: ImportOptions): Promise<ReadHeader> {
  const lines: string[] = [];
  let length = 0;
  for await (const { text } of readTextLines(input, options.maxRecordBytes)) {
    lines.push(text);
    length += text.length;
    if (length > 65_536) break;
  }
  return styleOf(lines)?.readHeader ?? ((line) => readHeaderLine(line) ?? readLabel(line));
}

function* finish(
  pasted: Pasted,
  index: number,
  idOf: (text: string) => string | null,
  file: string,
  preamble: readonly TextLine[],
  options: ImportOptions,
): Generator<ImportRecord> {
  const { header, line, lines, isTooLong } = pasted;
  if (isTooLong) {
    const most = options.maxRecordBytes;
    yield report(
      "error",
      "import.record-too-large",
      `${file}:${line}`,
      `the comment is longer than the ${most} allowed`,
    );
    return;
  }
  yield { kind: "comment", comment: toDraft(header, trimLines(lines), index, idOf, preamble, options) };
}

/** The lines without empty ones and drawn rules at both ends. */
function trimLines(lines: readonly TextLine[]): readonly TextLine[] {
  const isWord = ({ text }: TextLine): boolean => text.trim() !== "" && !rule.test(text);
  const first = lines.findIndex(isWord);
  const last = lines.findLastIndex(isWord);
  return first < 0 ? [] : lines.slice(first, last + 1);
}

function toDraft(
  header: HeaderLine,
  lines: readonly TextLine[],
  index: number,
  idOf: (text: string) => string | null,
  preamble: readonly TextLine[],
  { host }: ImportOptions,
): CommentDraft {
  const builder = new MappedTextBuilder();
  for (const { text, start } of lines) {
    if (builder.length > 0) builder.copy("\n", start - 1);
    builder.copy(text, start);
  }
  const joined = builder.build();
  const read = readQuotedLines(joined.text);
  const [, name, number] = address.exec(read.quotes[0]?.start === 0 ? "" : read.text) ?? [];
  const answers = header.answers ?? (number ? { number } : name ? { name } : null);
  const [title] = preamble;
  const hasTitle = preamble.length === 1 && title !== undefined && title.text.length <= 200;
  return commentDraft(
    { ...read, offsets: composeOffsets(read.offsets, joined.offsets) },
    {
      id: header.number === null ? idOf(read.text) : `${host}:${header.number}`,
      index,
      threadId: `${host}:thread`,
      threadTitle: hasTitle ? title.text.trim().replace(/^#+\s+/u, "") : null,
      parentId: answers !== null && "number" in answers ? `${host}:${answers.number}` : null,
      addressee: answers !== null && "name" in answers ? answers.name : null,
      author: { id: `${host}:${header.name}`, name: header.name },
      createdAt: header.at,
    },
  );
}
