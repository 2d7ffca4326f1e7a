import type { ImportRecord } from "../model/draft.ts";
import { describeIssues, parsePlainly } from "../parse-input.ts";
import { type Importer, type ImportOptions, type Input, siteHost } from "./importer.ts";
import { hasMembers } from "./json-input.ts";
import { type Found, readJsonOrLines } from "./json-or-lines.ts";
import type { JsonMoment } from "./json-records.ts";
import { redditComment, redditPost, redditSite } from "./reddit/drafts.ts";
import { RedditComment, RedditPost } from "./reddit/records.ts";
import { report } from "./report.ts";

/**
 * Reddit's comments (RC) and posts (RS) as the archives Pushshift and Arctic Shift keep them: one a line, or
 * in the list that their search answers.
 *
 * Fields are those of Reddit's API without the envelopes (`reddit`). What an archive still holds of a comment that
 * was deleted later is kept, and the comment has the status `deleted` or `removed`.
 */
export const pushshift: Importer = {
  id: "pushshift",
  describes: "Reddit comments and posts from the archives Pushshift and Arctic Shift",
  keeps: ["id", "author", "time", "parent", "quote", "edit", "deletion", "votes", "reactions"],
  sniff: (head) => (/^\s*[[{]/u.test(head) && !isListing.test(head) && isArchived(head) ? 0.95 : 0),
  read,
};

const isListing = /"kind"\s*:\s*"(?:Listing|t1|t3|more)"/u;

function isArchived(head: string): boolean {
  const has = (name: string): boolean => new RegExp(`"${name}"\\s*:`, "u").test(head);
  const isComment = has("body") && (has("link_id") || has("subreddit")) && has("parent_id");
  const isPost = has("title") && has("subreddit") && (has("selftext") || has("is_self"));
  return has("created_utc") && (isComment || isPost);
}

/**
 * Records stand for themselves, in a list, or in the list `data`; a post that another one repeats is part of
 * it.
 */
function takeRecord({ value, depth, up }: JsonMoment): object | null {
  const [list, around] = [up(1), up(2)];
  const isPlain = depth === 0 || (depth === 1 && Array.isArray(list));
  const isAnswer = depth === 2 && hasMembers(around, "data") && around.data === list;
  if (!(isPlain || isAnswer) || Array.isArray(value)) return null;
  return hasMembers(value, "body") || hasMembers(value, "title") ? value : null;
}

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const host = siteHost(redditSite, options);
  const records = readJsonOrLines(input, {
    maxRecordBytes: options.maxRecordBytes,
    what: "Reddit posts or comments",
    take: takeRecord,
    idOf: (record) => (hasMembers(record, "id") && typeof record.id === "string" ? record.id : null),
  });
  let index = 0;
  for await (const event of records)
    if (event.kind === "diagnostic") yield event;
    else yield* await readRecord(event, host, index++);
}

async function readRecord(
  { value, place }: Found<object>,
  host: string,
  index: number,
): Promise<readonly ImportRecord[]> {
  const where = { place, host, index };
  if ("body" in value) {
    const comment = parsePlainly(RedditComment, value);
    if (comment.success) return redditComment(comment.data, where);
    return [report("error", "import.record-invalid", place, describeIssues(comment.error))];
  }
  const post = parsePlainly(RedditPost, value);
  if (post.success) return redditPost(post.data, where);
  return [report("error", "import.record-invalid", place, describeIssues(post.error))];
}
