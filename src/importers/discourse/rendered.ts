import type { ImportRecord } from "../../model/draft.ts";
import { bbcodeQuoteMarks } from "../../text/bbcode-quotes.ts";
import { readMarked } from "../../text/marked-quotes.ts";
import { readMarkup } from "../../text/markup.ts";
import { composeOffsets, MappedTextBuilder } from "../../text/offset-map.ts";
import { readInstant } from "../../text/time.ts";
import { commentDraft } from "../comment-draft.ts";
import type { ImportOptions, Input } from "../importer.ts";
import { nothingFound } from "../json-input.ts";
import { reportMarkup } from "../report.ts";
import { readTextLines, type TextLine } from "../threads/text-lines.ts";
import { quoteDraft } from "./post-draft.ts";

/** The line before each post: `ann | 2025-03-31 14:57:05 UTC | #1`. */
export const headerLine = /^(\S[^|]{0,79}?) \| (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC) \| #(\d{1,7})$/u;
/** The line behind each post. */
const ruler = /^-{25}$/u;
const heading = /^# +(\S.*)$/u;

/** What stands in front of the posts of one topic. */
interface RenderedTopic {
  readonly title: string | null;
  /** Its number on the forum; null when nothing tells it. */
  readonly number: string | null;
}

interface RenderedPost {
  /** Index of its topic in the file. */
  readonly topic: number;
  /** Title that stands before its header; null for all posts but the first. */
  readonly title: string | null;
  readonly header: TextLine;
  readonly user: string;
  readonly time: string;
  readonly number: string;
  readonly lines: readonly TextLine[];
}

/**
 * A topic as text: a title perhaps, and posts in Markdown between header lines and rulers.
 *
 * The text does not say the topic's number, but quotes do: it is the one that more than half of them name,
 * else the number at the end of the file's name. Without one the title stands for it in ids.
 */
export async function* readRendered(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const topics = await topicsOf(input, options);
  if (topics.length === 0) throw nothingFound(input, "posts", null);
  const site = options.host;
  let index = 0;
  for await (const post of readRenderedPosts(input, options)) {
    const topic = topics[post.topic] ?? { title: null, number: null };
    const key = topic.number ?? keyOf(topic.title) ?? `t${post.topic + 1}`;
    const idOf = (number: string, named: string | null = null): string => `${site}:${named ?? key}/${number}`;
    const body = bodyOf(post.lines);
    const read = await readMarked(body.text, bbcodeQuoteMarks, (part) => readMarkup(part, "md"));
    const id = idOf(post.number);
    if (read.problem !== null) yield reportMarkup(`${input.name}:${post.header.number}`, read.problem, id);
    yield {
      kind: "comment",
      comment: commentDraft(
        { text: read.text, offsets: composeOffsets(read.offsets, body.offsets), quotes: [] },
        {
          id,
          index: index++,
          threadId: `${site}:${key}`,
          threadTitle: topic.title,
          author: { id: `${site}:${post.user}`, name: post.user },
          createdAt: readInstant(post.time),
          quotes: read.quotes.map((quote) => quoteDraft(quote, (named, number) => idOf(number, named))),
        },
      ),
    };
  }
}

/** The topics of a file, by a first reading. */
async function topicsOf(input: Input, options: ImportOptions): Promise<readonly RenderedTopic[]> {
  const topics: { title: string | null; readonly named: Map<string, number> }[] = [];
  for await (const { topic, title, lines } of readRenderedPosts(input, options)) {
    const one = topics[topic] ?? { title, named: new Map<string, number>() };
    topics[topic] = one;
    for (const { text } of lines)
      for (const [, number = ""] of text.matchAll(/^\[quote="[^\]\n]{0,300}topic:(\d{1,12})/giu))
        one.named.set(number, (one.named.get(number) ?? 0) + 1);
  }
  const inName = topics.length === 1 ? /(\d+)(?:\.[a-z]+)*$/iu.exec(input.name)?.[1] : undefined;
  return topics.map(({ title, named }) => ({ title, number: mostNamed(named) ?? inName ?? null }));
}

function mostNamed(named: ReadonlyMap<string, number>): string | null {
  const all = [...named.values()].reduce((sum, count) => sum + count, 0);
  return [...named].find(([, count]) => count * 2 > all)?.[0] ?? null;
}

async function* readRenderedPosts(input: Input, options: ImportOptions): AsyncGenerator<RenderedPost> {
  let open: Omit<RenderedPost, "lines"> | null = null;
  let lines: TextLine[] = [];
  let topic = -1;
  let length = 0;
  for await (const line of readTextLines(input, options.maxRecordBytes)) {
    length += line.text.length;
    const [, user, time = "", number = ""] = headerLine.exec(line.text) ?? [];
    const before: { title: string | null; bodyEnd: number } | null =
      user === undefined ? null : betweenPosts(lines, open === null);
    // A header inside a post is somebody's example of one.
    if (user === undefined || before === null) {
      if (length <= options.maxRecordBytes) lines.push(line);
      continue;
    }
    if (open !== null) yield { ...open, lines: lines.slice(0, before.bodyEnd) };
    if (topic < 0 || (number === "1" && open?.number !== "1") || before.title !== null) topic++;
    open = { topic, title: before.title, header: line, user, time, number };
    lines = [];
    length = 0;
  }
  if (open === null) return;
  const end = lastFilled(lines);
  yield { ...open, lines: ruler.test(lines[end]?.text ?? "") ? lines.slice(0, end) : lines };
}

/**
 * What stands before a header, when the header is one: an empty stretch behind a ruler, or a title in it;
 * null when the header is a line of the post.
 */
function betweenPosts(
  lines: readonly TextLine[],
  isFirst: boolean,
): { title: string | null; bodyEnd: number } | null {
  let end = lastFilled(lines);
  const [, title] = heading.exec(lines[end]?.text ?? "") ?? [];
  if (title !== undefined) end = lastFilled(lines.slice(0, end));
  if (isFirst) return { title: title ?? null, bodyEnd: 0 };
  return ruler.test(lines[end]?.text ?? "") ? { title: title ?? null, bodyEnd: end } : null;
}

function lastFilled(lines: readonly TextLine[]): number {
  return lines.findLastIndex(({ text }) => text.trim() !== "");
}

/** The lines of a post as one text with the way back to the file. */
function bodyOf(lines: readonly TextLine[]): ReturnType<MappedTextBuilder["build"]> {
  const builder = new MappedTextBuilder();
  for (const [index, { text, start }] of lines.entries()) {
    if (index > 0) builder.copy("\n", start - 1);
    builder.copy(text, start);
  }
  return builder.build();
}

/** The words of a title in lower case, joined by hyphens, as addresses have them. */
function keyOf(title: string | null): string | null {
  return (
    (title ?? "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join("-") ?? null
  );
}
