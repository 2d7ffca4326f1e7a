import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { AppError } from "../errors.ts";
import type { CommentDraft, ImportRecord } from "../model/draft.ts";
import { readMarkup } from "../text/markup.ts";
import { composeOffsets, identityOffsets } from "../text/offset-map.ts";
import { commentDraft } from "./comment-draft.ts";
import type { Importer, ImportOptions, Input } from "./importer.ts";
import { readWhole } from "./read-whole.ts";
import { report, reportMarkup } from "./report.ts";
import { type HeaderLine, readHeaderLine } from "./threads/header-line.ts";
import { repeatedIds } from "./threads/repeated-ids.ts";

type Root = ReturnType<typeof fromMarkdown>;
type Block = Root["children"][number];

/**
 * A thread written down in Markdown: each comment under a heading, or a line of its own, with its author's
 * name and a date.
 *
 *     # Should the dam be raised?                the thread's title
 *     ## ada — 2024-03-05T18:02:11Z {#c1}        name, date and id
 *     ## bo — 2024-03-06 {#c2}
 *     <!-- reply-to: c1 -->                      the comment answered
 *
 * The page is parsed as Markdown, so a heading inside a code block or a quote begins no comment. What stands under
 * a heading of the same level that names no author and date is nobody's, and a warning says so: words left without
 * a speaker harm less than words in the wrong mouth.
 */
export const markdownThread: Importer = {
  id: "markdown-thread",
  describes: "a thread in Markdown, with a heading of name and date over each comment",
  keeps: ["id", "author", "time", "parent", "quote"],
  sniff,
  read,
};

function sniff(head: string): number {
  // Without a mark of Markdown in it a text is plain, and parsing is spared.
  if (!/^(?: {0,3}#{1,6} |\*\*|\[)/mu.test(head)) return 0;
  const { headers } = cut(head.slice(0, 20_000));
  if (headers.filter(({ name }) => name !== null).length < 2) return 0;
  return headers.some(({ hasAnchor }) => hasAnchor) ? 0.95 : 0.82;
}

/** A comment's header in the page: what it says, and where the comment's words begin. */
interface Header extends Pick<HeaderLine, "at" | "answers"> {
  /** Null for a heading that stands among those of comments and cannot be read as one. */
  readonly name: string | null;
  readonly words: string;
  /** The level of the heading; null for a line. */
  readonly level: number | null;
  readonly id: string | null;
  readonly hasAnchor: boolean;
  readonly replyTo: string | null;
  readonly start: number;
  readonly bodyStart: number;
}

interface Page {
  readonly title: string | null;
  readonly headers: readonly Header[];
}

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const source = await readWhole(input, options, "a page");
  const { title, headers } = cut(source);
  if (headers.length === 0)
    throw new AppError("import.record-invalid", `${input.name}: no heading names an author and a date`, {
      hint: "Put a heading such as `## Ada — 2024-03-05 {#c1}` over each comment, or name another format with --from.",
    });
  const idOf = repeatedIds();
  for (const [index, header] of headers.entries()) {
    const body = { start: header.bodyStart, end: headers[index + 1]?.start ?? source.length };
    const read = await readMarkup(source.slice(body.start, body.end), "md");
    if (header.name === null && read.text.trim() === "") continue;
    if (header.name === null) yield reportNobody(`${input.name}, character ${header.start}`, header.words);
    if (read.problem !== null) yield reportMarkup(`${input.name}, character ${body.start}`, read.problem);
    const shift = identityOffsets(body.end - body.start, body.start);
    const placed = { ...read, offsets: composeOffsets(read.offsets, shift) };
    yield { kind: "comment", comment: toDraft(placed, header, index, title, idOf(read.text), options) };
  }
}

function reportNobody(place: string, words: string): ImportRecord {
  const heading = JSON.stringify(words.slice(0, 60));
  const message = `the heading ${heading} names no author and date, so the words under it are left without an author`;
  return report("warning", "import.record-invalid", place, message);
}

function toDraft(
  read: Parameters<typeof commentDraft>[0],
  header: Header,
  index: number,
  threadTitle: string | null,
  repeatedId: string | null,
  { host }: ImportOptions,
): CommentDraft {
  const { id, replyTo, answers, name, at } = header;
  const parent = replyTo ?? (answers !== null && "number" in answers ? answers.number : null);
  return commentDraft(read, {
    id: id === null ? repeatedId : `${host}:${id}`,
    index,
    threadId: `${host}:thread`,
    threadTitle,
    parentId: parent === null ? null : `${host}:${parent}`,
    addressee: parent === null && answers !== null && "name" in answers ? answers.name : null,
    author: name === null ? null : { id: `${host}:${name}`, name },
    createdAt: at,
  });
}

/** Finds the headers of a page: its headings that name author and date, else its lines that do. */
function cut(source: string): Page {
  const { children } = fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const headings = headersAmong(children, "heading");
  const headers = headings.length > 0 ? headings : headersAmong(children, "paragraph");
  const first = headers[0]?.start ?? 0;
  const title = children.find((block) => block.type === "heading" && startOf(block) < first);
  return { title: title === undefined ? null : wordsOf(title).trim() || null, headers };
}

/** The headers among blocks of a type, and the headings of their levels that stand behind the first of them. */
function headersAmong(blocks: readonly Block[], type: "heading" | "paragraph"): readonly Header[] {
  const candidates = blocks.flatMap((block, index) =>
    block.type === type ? (headerOf(block, blocks[index + 1]) ?? []) : [],
  );
  const first = candidates.findIndex(({ name }) => name !== null);
  const levels = new Set(candidates.flatMap(({ name, level }) => (name === null ? [] : [level])));
  return first < 0 ? [] : candidates.slice(first).filter(({ level }) => levels.has(level));
}

/** Reads a block as a header. A heading that says no author and date has no name; a line that says none is none. */
function headerOf(block: Block, next: Block | undefined): Header | null {
  const words = wordsOf(block);
  const anchor = /\{#([^\s{}]{1,80})\}\s*$/u.exec(words);
  const read = words.includes("\n") ? null : readHeaderLine(anchor ? words.slice(0, anchor.index) : words);
  const line = read?.textStart === null ? read : null;
  const level = block.type === "heading" ? block.depth : null;
  if (line === null && level === null) return null;
  const reply = next?.type === "html" ? /^<!--\s*reply-to:\s*(\S{1,80})\s*-->\s*$/u.exec(next.value) : null;
  return {
    name: line?.name ?? null,
    at: line?.at ?? null,
    answers: line?.answers ?? null,
    words,
    level,
    id: anchor?.[1] ?? line?.number ?? null,
    hasAnchor: anchor !== null,
    replyTo: reply?.[1] ?? null,
    start: startOf(block),
    bodyStart: endOf(reply && next ? next : block),
  };
}

const startOf = ({ position }: Block): number => position?.start.offset ?? 0;
const endOf = ({ position }: Block): number => position?.end.offset ?? 0;

/** The words of a heading or a short paragraph, its links, emphasis and tags taken off. */
function wordsOf(block: Block): string {
  const words: string[] = [];
  // Inline content of a line is shallow, but nobody promises that.
  const open: unknown[] = [block];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node !== "object" || node === null) continue;
    if ("type" in node && node.type === "html") continue;
    if ("value" in node && typeof node.value === "string") words.push(node.value);
    if ("children" in node && Array.isArray(node.children)) open.push(...node.children.toReversed());
  }
  return words.join("");
}
