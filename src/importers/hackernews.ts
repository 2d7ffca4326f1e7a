import type { CommentStatus } from "../model/comment.ts";
import type { ImportRecord } from "../model/draft.ts";
import { describeIssues, parsePlainly } from "../parse-input.ts";
import { readMarkup } from "../text/markup.ts";
import { commentDraft } from "./comment-draft.ts";
import { HackerNewsItem, takeItem } from "./hackernews/items.ts";
import { type HackerNewsText, readHackerNews } from "./hackernews/text.ts";
import { Threads } from "./hackernews/threads.ts";
import { type Importer, type ImportOptions, type Input, siteHost } from "./importer.ts";
import { instantOf } from "./instant-of.ts";
import { hasMembers } from "./json-input.ts";
import { type Found, readJsonOrLines } from "./json-or-lines.ts";
import { report } from "./report.ts";

const site = "news.ycombinator.com";

/**
 * Items of Hacker News: as the site's API gives them, one a line or in a list; as Algolia's, a tree of
 * replies or the hits of a search; or rows of tables made of these.
 *
 * The site numbers stories and comments together. It says nothing of edits. A dead item can be read by
 * whoever asks for such, so it is `hidden`; a deleted one is a tombstone.
 */
export const hackernews: Importer = {
  id: "hackernews",
  describes: "Hacker News items as JSON: the site's API, Algolia's, or rows of a dump",
  keeps: ["id", "author", "time", "parent", "quote", "deletion", "votes"],
  sniff: (head) => (/^\s*(?:[[{]|null\s)/u.test(head) && (isItem(head) || isAlgolia(head)) ? 0.95 : 0),
  read,
};

function isItem(head: string): boolean {
  return (
    /"type"\s*:\s*"(?:story|comment|job|poll|pollopt)"/u.test(head) &&
    /"id"\s*:\s*"?\d/u.test(head) &&
    /"(?:time|timestamp)"\s*:/u.test(head) &&
    /"(?:by|kids|descendants|deleted|parent)"\s*:/u.test(head)
  );
}

function isAlgolia(head: string): boolean {
  return (
    /"created_at_i"\s*:\s*\d/u.test(head) &&
    /"(?:story_id|parent_id|comment_text|story_text)"\s*:/u.test(head) &&
    /"(?:id|objectID)"\s*:\s*"?\d/u.test(head)
  );
}

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const host = siteHost(site, options);
  const threads = new Threads();
  const items = readJsonOrLines(input, {
    maxRecordBytes: options.maxRecordBytes,
    what: "Hacker News items",
    take: takeItem,
    idOf: (item) => (hasMembers(item, "id") ? String(item.id) : null),
  });
  let index = 0;
  for await (const event of items)
    if (event.kind === "diagnostic") yield event;
    else yield* await readItem(event, host, threads, index++);
}

async function readItem(
  { value, place }: Found<object>,
  host: string,
  threads: Threads,
  index: number,
): Promise<readonly ImportRecord[]> {
  const parsed = parsePlainly(HackerNewsItem, value);
  if (!parsed.success) return [report("error", "import.record-invalid", place, describeIssues(parsed.error))];
  const item = parsed.data;
  const id = `${host}:${item.id}`;
  const warnings: ImportRecord[] = [];
  const warn = (message: string): void => {
    warnings.push(report("warning", "import.record-invalid", place, message, id));
  };
  const status = statusOf(item);
  const words = await wordsOf(item, status);
  const story = threads.storyOf(item.id, item.parent, item.story);
  const comment = commentDraft(
    { ...words, quotes: [] },
    {
      id,
      index,
      threadId: story === null ? null : `${host}:${story}`,
      threadTitle: story === item.id ? item.title : item.storyTitle,
      parentId: item.parent === null ? null : `${host}:${item.parent}`,
      author: item.by === null ? null : { id: `${host}:${item.by}`, name: item.by },
      createdAt: instantOf("time", item.time, warn),
      url: `https://${site}/item?id=${item.id}`,
      score: item.score,
      status,
      quotes: words.quotes,
      record: item.id,
      field: words.field,
    },
  );
  return [...warnings, { kind: "comment", comment }];
}

function statusOf({ isDeleted, isDead, text, title }: HackerNewsItem): CommentStatus {
  if (isDeleted) return "deleted";
  if (!isDead) return "live";
  return text === null && title === null ? "removed" : "hidden";
}

/** What an item says: its text, else the title, which is all that a link has. */
async function wordsOf(
  { text, title }: HackerNewsItem,
  status: CommentStatus,
): Promise<HackerNewsText & { readonly field: string | null }> {
  if (status === "deleted" || (text === null && title === null)) return { ...noWords, field: null };
  if (text !== null) return { ...(await readHackerNews(text.html)), field: text.field };
  return { ...(await readMarkup(title ?? "", "plain")), quotes: [], field: "title" };
}

const noWords: HackerNewsText = { text: "", offsets: [], quotes: [] };
