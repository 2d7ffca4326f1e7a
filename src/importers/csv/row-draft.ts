import type { CommentStatus } from "../../model/comment.ts";
import type { CommentDraft, ImportRecord } from "../../model/draft.ts";
import { hashId } from "../../model/id.ts";
import { type Markup, readMarkup } from "../../text/markup.ts";
import { commentDraft, noText } from "../comment-draft.ts";
import { goneWords, isGoneName } from "../gone-words.ts";
import type { ImportOptions } from "../importer.ts";
import { notATime } from "../instant-of.ts";
import { report } from "../report.ts";
import { readCellTime } from "./cell-time.ts";
import type { ColumnMap, TableField } from "./columns.ts";
import { rowPlace } from "./read-table.ts";

/** What programs write into a cell that holds nothing. */
const emptyCell = /^(?:|null|none|nan|n\/a|undefined|\\n|-)$/iu;

const statuses: ReadonlyMap<string, CommentStatus> = new Map([
  ["deleted", "deleted"],
  ["trash", "deleted"],
  ["removed", "removed"],
  ["rejected", "removed"],
  ["spam", "removed"],
  ["retracted", "retracted"],
  ["hidden", "hidden"],
  ["collapsed", "hidden"],
]);

/** In a column named for a state (`is_deleted`) these say that the comment is in it. */
const yes = new Set(["1", "true", "t", "yes", "y"]);

/** Signs of HTML that words about HTML rarely show: an end of a block or link, or a line break. */
const htmlSign = /<\/(?:p|a|div|blockquote|ul|ol|em|strong|pre)>|<br\s*\/?>/iu;
/** Signs of Markdown: a quoted line, or a link. */
const markdownSign = /^ {0,3}>|\]\(https?:\/\//mu;

/** A row of a table with the table's columns. */
export interface TableRow {
  readonly file: string;
  readonly number: number;
  readonly names: readonly string[];
  readonly cells: readonly string[];
  readonly columns: ColumnMap;
}

/**
 * Reads a row as a comment; a row without a text cell is none.
 *
 * Without a column for it the id is made from author, time and words, so that the same answer of two people is two
 * comments. How the text is written is said by a column or told from each text: Markdown when a line is quoted,
 * HTML when tags end in it, else plain.
 */
export async function* readRow(row: TableRow, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const place = rowPlace(row.file, row.number);
  const cell = (field: TableField): string | null => cellOf(row, field);
  const source = row.cells[row.columns.get("text") ?? -1] ?? "";
  const native = cell("id");
  const status = statusOf(row, source);
  if (source.trim() === "" && native === null) {
    yield report("error", "import.record-invalid", place, "the row has no text");
    return;
  }
  const ids = nativeIds(row, native);
  const withHost = (id: string | null) => (id === null ? null : `${options.host}:${id}`);
  const problems: string[] = [];
  const instant = (field: TableField): string | null => {
    const value = cell(field);
    // "edited: false" says no more than that.
    if (value === null || /^(?:false|true|0|1)$/iu.test(value)) return null;
    const time = readCellTime(value);
    if (time === null) problems.push(notATime(field, value));
    else if (time.unread !== null)
      problems.push(`${field}: ${shown(time.unread)} in ${shown(value)} was not read`);
    return time?.instant ?? null;
  };
  const read = goneWords(source) === null ? await readMarkup(source, markupOf(row, source)) : noText;
  const author = authorOf(row, options);
  const createdAt = instant("createdAt");
  const comment = commentDraft(read, {
    id: withHost(ids.id ?? hashId("row", author?.id ?? "", createdAt ?? "", source)),
    index: row.number,
    // A title that is all there is of a thread names it.
    threadId: withHost(ids.thread ?? cell("threadTitle")),
    threadTitle: cell("threadTitle"),
    parentId: withHost(ids.parent),
    addressee: ids.parent === null ? (cell("addressee")?.replace(/^@/u, "") ?? null) : null,
    author,
    createdAt,
    editedAt: instant("editedAt"),
    url: urlOf(cell("url")),
    score: numberOf(cell("score")),
    status,
    record: String(row.number),
    field: row.names[row.columns.get("text") ?? -1] ?? null,
  });
  for (const problem of problems)
    yield report("warning", "import.record-invalid", place, problem, comment.id);
  yield { kind: "comment", comment };
}

function cellOf({ cells, columns }: TableRow, field: TableField): string | null {
  const index = columns.get(field);
  const value = index === undefined ? "" : (cells[index] ?? "").trim();
  return emptyCell.test(value) ? null : value;
}

interface NativeIds {
  readonly id: string | null;
  readonly parent: string | null;
  readonly thread: string | null;
}

/**
 * Ids as the rows of one table must agree on them.
 *
 * Data frames write a column of whole numbers with gaps as `7.0`. Reddit's prefixes (`t1_` a comment, `t3_` a
 * post) stand before parents and not before ids; 0 as a parent is none.
 */
function nativeIds(row: TableRow, native: string | null): NativeIds {
  const plain = (id: string | null) => id?.replace(/^(-?\d+)\.0$/u, "$1").replace(/^t1_/u, "") ?? null;
  const id = plain(native);
  const thread = plain(cellOf(row, "threadId"));
  const parent = plain(cellOf(row, "parentId"));
  const isNone = parent === null || parent === "0" || parent === id || /^(?:false|-1)$/iu.test(parent);
  return { id, parent: isNone ? null : parent, thread };
}

function authorOf(row: TableRow, { host, author }: ImportOptions): CommentDraft["author"] {
  const name = cellOf(row, "author");
  const id = cellOf(row, "authorId");
  if (name !== null && isGoneName(name)) return null;
  const native = id ?? name ?? (row.columns.has("author") ? null : author);
  return native === null ? null : { id: `${host}:${native}`, name: name ?? native };
}

function statusOf(row: TableRow, source: string): CommentStatus {
  const gone = goneWords(source);
  if (gone !== null) return gone;
  const value = cellOf(row, "status")?.toLowerCase() ?? "";
  const name = row.names[row.columns.get("status") ?? -1] ?? "";
  const named = [...statuses].find(([word]) => name.toLowerCase().includes(word));
  if (named) return yes.has(value) ? named[1] : "live";
  return statuses.get(value) ?? "live";
}

function markupOf(row: TableRow, source: string): Markup {
  const said = cellOf(row, "markup")?.toLowerCase() ?? "";
  if (/html/u.test(said)) return "html";
  if (/^(?:md|markdown|text\/markdown|gfm)$/u.test(said)) return "md";
  if (said !== "") return "plain";
  return htmlSign.test(source) ? "html" : markdownSign.test(source) ? "md" : "plain";
}

const shown = (words: string): string => JSON.stringify(words.slice(0, 60));

/** A link that a page may show as one. */
function urlOf(value: string | null): string | null {
  return value !== null && /^https?:\/\//iu.test(value) ? value : null;
}

function numberOf(value: string | null): number | null {
  if (value === null) return null;
  const digits = /^-?\d{1,3}(?:,\d{3})+$/u.test(value) ? value.replaceAll(",", "") : value;
  const number = Number(digits);
  return Number.isFinite(number) ? number : null;
}
