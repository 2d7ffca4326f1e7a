import { z } from "zod";
import type { CommentDraft, ImportRecord } from "../../model/draft.ts";
import { describeIssues, parsePlainly } from "../../parse-input.ts";
import { readMarkup } from "../../text/markup.ts";
import { composeOffsets, unifyLineEnds } from "../../text/offset-map.ts";
import { readQuotedLines } from "../../text/quoted-lines.ts";
import type { ReadText } from "../../text/reader-text.ts";
import { commentDraft } from "../comment-draft.ts";
import { type ImportOptions, siteHost } from "../importer.ts";
import { instantOf } from "../instant-of.ts";
import { hasMembers } from "../json-input.ts";
import type { JsonMoment } from "../json-records.ts";
import { report } from "../report.ts";
import { siteOfAddress } from "./site.ts";

const DatasetEntry = z.object({
  id: z.string().min(1).nullish(),
  title: z.string().nullish(),
  authors: z.union([z.string(), z.array(z.string())]).nullish(),
  date_published: z.union([z.string(), z.number()]).nullish(),
  modified_at: z.union([z.string(), z.number()]).nullish(),
  /** Karma: a number, or digits in a string. */
  score: z.union([z.string(), z.number()]).nullish(),
  karma: z.number().nullish(),
  url: z.string().nullish(),
  text: z.string(),
  comments: z.array(z.unknown()).nullish(),
});
type DatasetEntry = z.output<typeof DatasetEntry>;

/** A row of the alignment research dataset: a post with its comments in it, or without any. */
export function takeDatasetRow({ value, depth }: JsonMoment): object | null {
  return depth <= 1 && hasMembers(value, "text", "url", "date_published") ? value : null;
}

/** What an entry of a row stands under. */
interface Above {
  readonly host: string;
  readonly threadId: string;
  readonly threadTitle: string | null;
  readonly parentId: string | null;
}

/**
 * A row's post and comments, the post first.
 *
 * A post of a forum has the id that its address holds, so that it meets the same post from other exports; other
 * documents have the row's. In the edition with comments the texts are plain, and the first line of a quote begins
 * with `> `; in the one without they are Markdown.
 */
export async function* readDatasetRow(
  row: object,
  place: string,
  options: ImportOptions,
  nextIndex: () => number,
): AsyncGenerator<ImportRecord> {
  const open: { readonly value: unknown; readonly above: Above | null }[] = [{ value: row, above: null }];
  const isPlain = hasMembers(row, "comments");
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const entry = parsePlainly(DatasetEntry, next.value);
    if (!entry.success) {
      yield report("error", "import.record-invalid", place, describeIssues(entry.error));
      continue;
    }
    const { id, above, native } = standingOf(entry.data, next.above, options);
    const read = await readEntry(entry.data.text, isPlain);
    const warnings: ImportRecord[] = [];
    const warn = (message: string): void => {
      warnings.push(report("warning", "import.record-invalid", place, message, id));
    };
    const createdAt = instantOf("date_published", entry.data.date_published, warn);
    const modifiedAt = instantOf("modified_at", entry.data.modified_at, warn);
    const comment = commentDraft(read, {
      id,
      index: nextIndex(),
      threadId: above.threadId,
      threadTitle: above.threadTitle,
      parentId: next.above?.parentId ?? null,
      author: authorOf(entry.data, above.host),
      createdAt,
      editedAt: modifiedAt !== null && createdAt !== null && modifiedAt <= createdAt ? null : modifiedAt,
      url: entry.data.url ?? null,
      score: scoreOf(entry.data),
      record: native,
      field: "text",
    });
    yield* warnings;
    yield { kind: "comment", comment };
    for (const value of [...(entry.data.comments ?? [])].reverse())
      open.push({ value, above: { ...above, parentId: id } });
  }
}

function standingOf(entry: DatasetEntry, above: Above | null, options: ImportOptions) {
  const { id: rowId, url, title } = entry;
  const site = url ? siteOfAddress(url) : null;
  const host = above?.host ?? siteHost(site ?? options.host, options);
  const inAddress = above === null && url ? /\/posts\/(\w{17,27})(?:[/?#]|$)/u.exec(url)?.[1] : undefined;
  const native = inAddress ?? rowId ?? url ?? "post";
  const id = `${host}:${native}`;
  const standing: Above = above ?? { host, threadId: id, threadTitle: title ?? null, parentId: null };
  return { id, native, above: standing };
}

async function readEntry(text: string, isPlain: boolean): Promise<ReadText> {
  if (!isPlain) return readMarkup(text, "md");
  const unified = unifyLineEnds(text);
  const read = readQuotedLines(unified.text);
  return { ...read, offsets: composeOffsets(read.offsets, unified.offsets) };
}

function authorOf({ authors }: DatasetEntry, host: string): CommentDraft["author"] {
  const name = (typeof authors === "string" ? authors : (authors ?? []).join(", ")).trim();
  return name === "" ? null : { id: `${host}:${name}`, name };
}

function scoreOf({ karma, score }: DatasetEntry): number | null {
  if (karma != null) return karma;
  const number = typeof score === "string" && score.trim() !== "" ? Number(score) : score;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}
