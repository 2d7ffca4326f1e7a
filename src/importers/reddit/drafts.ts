import type { CommentStatus, Reaction } from "../../model/comment.ts";
import type { CommentDraft, ImportRecord } from "../../model/draft.ts";
import type { ReadText } from "../../text/reader-text.ts";
import { commentDraft, noText } from "../comment-draft.ts";
import { instantOf } from "../instant-of.ts";
import { report } from "../report.ts";
import { awardsDelta } from "./delta.ts";
import type { RedditComment, RedditPost } from "./records.ts";
import { readRedditText, readRedditTitle } from "./text.ts";

/** Where the ids of all that comes from Reddit belong. */
export const redditSite = "reddit.com";

/** Where a record stands: what names it in messages, what stands before ids, and its number in the input. */
export interface RedditPlace {
  readonly place: string;
  readonly host: string;
  readonly index: number;
}

/**
 * A comment, as a draft and what is to be said about it.
 *
 * Ids are those of the site without `t1_`; posts keep `t3_`, because Reddit numbers them separately. A delta
 * is a reaction of kind `delta` on the comment that awards it, by its author: what it judges is the comment
 * answered, its parent. An author `[deleted]` is nobody; `[removed]` in place of the text leaves a tombstone.
 */
export async function redditComment(
  record: RedditComment,
  { place, host, index }: RedditPlace,
): Promise<readonly ImportRecord[]> {
  const native = withoutPrefix(record.id);
  const id = `${host}:${native}`;
  const post = record.link_id == null ? null : `t3_${withoutPrefix(record.link_id)}`;
  const { warnings, warn } = warnAbout(id, place);
  const author = authorOf(record.author, host);
  const gone = goneBy(record.body);
  const html = record.body_html ?? null;
  const read = gone === null ? await readRedditText(record.body, html) : nothing;
  if (read.problem !== null) warn(`the Markdown was kept as plain text: ${read.problem}`);
  const parent = parentOf(record, post);
  const isAward =
    gone === null &&
    parent !== null &&
    parent !== post &&
    awardsDelta(read, author?.name ?? null, record.subreddit ?? null);
  const delta: Reaction = { by: author?.id ?? null, kind: "delta", quote: null, sign: 1 };
  const comment = commentDraft(read, {
    ...timesOf(record, warn),
    id,
    index,
    author,
    threadId: post === null ? null : `${host}:${post}`,
    threadTitle: record.link_title == null ? null : readRedditTitle(record.link_title, html).text,
    parentId: parent === null ? null : `${host}:${parent}`,
    url: urlOf(record.permalink, post === null ? null : `${withoutPrefix(post)}/_/${native}`),
    score: record.score_hidden === true ? null : (record.score ?? null),
    status: gone ?? statusByArchive(record) ?? "live",
    reactions: isAward ? [delta] : [],
    record: native,
    field: "body",
  });
  return [...warnings, { kind: "comment", comment }];
}

/**
 * A post as a comment without a parent, with its title as the thread's.
 *
 * Its text is the self text; a link has none, and then the title is all that its author says.
 */
export async function redditPost(
  record: RedditPost,
  { place, host, index }: RedditPlace,
): Promise<readonly ImportRecord[]> {
  const native = `t3_${withoutPrefix(record.id)}`;
  const id = `${host}:${native}`;
  const { warnings, warn } = warnAbout(id, place);
  const self = record.selftext ?? "";
  const gone = goneBy(self);
  const isLink = self.trim() === "";
  const html = record.selftext_html ?? null;
  const title = readRedditTitle(record.title, html);
  const read = gone !== null ? nothing : isLink ? title : await readRedditText(self, html);
  if (read.problem !== null) warn(`the Markdown was kept as plain text: ${read.problem}`);
  const comment = commentDraft(read, {
    ...timesOf(record, warn),
    id,
    index,
    author: authorOf(record.author, host),
    threadId: id,
    threadTitle: title.text,
    url: urlOf(record.permalink, withoutPrefix(native)),
    score: record.hide_score === true ? null : (record.score ?? null),
    status: gone ?? statusByArchive(record) ?? statusByCategory(record.removed_by_category) ?? "live",
    record: native,
    field: isLink ? "title" : "selftext",
  });
  return [...warnings, { kind: "comment", comment }];
}

/** A tombstone's text, of which no problem is known. */
const nothing: ReadText = { ...noText, code: [], problem: null };

function warnAbout(id: string, place: string) {
  const warnings: ImportRecord[] = [];
  const warn = (message: string): void => {
    warnings.push(report("warning", "import.record-invalid", place, message, id));
  };
  return { warnings, warn };
}

function withoutPrefix(id: string): string {
  return id.replace(/^t\d_/u, "");
}

/**
 * What a comment answers: another one, or the post.
 *
 * A parent without a prefix, which some archives give, is the post when it has the post's number.
 */
function parentOf({ parent_id: parent }: RedditComment, post: string | null): string | null {
  if (parent == null) return post;
  if (parent.startsWith("t3_") || `t3_${parent}` === post) return `t3_${withoutPrefix(parent)}`;
  return withoutPrefix(parent);
}

function authorOf(name: string | null | undefined, host: string): CommentDraft["author"] {
  // No name has brackets: `[deleted]`, `[removed]` and `[unavailable]` stand for nobody who is known.
  return !name || name.startsWith("[") ? null : { id: `${host}:${name}`, name };
}

/** What became of a text in whose place only a mark stands. */
function goneBy(text: string): Extract<CommentStatus, "deleted" | "removed" | "hidden"> | null {
  const mark = text.trim().toLowerCase();
  if (mark === "[deleted]") return "deleted";
  if (mark === "[removed]" || /^\[ ?removed by reddit\b[^\n]*\]$/u.test(mark)) return "removed";
  // Its author has blocked the person who made the copy.
  return mark === "[unavailable]" ? "hidden" : null;
}

/** What an archive says that happened after it had copied the text, which it keeps. */
function statusByArchive({ _meta: meta }: RedditComment | RedditPost): CommentStatus | null {
  if (meta?.was_deleted_later !== true) return null;
  return meta.removal_type?.startsWith("removed") ? "removed" : "deleted";
}

function statusByCategory(category: string | null | undefined): CommentStatus | null {
  if (!category) return null;
  return category === "deleted" || category === "author" ? "deleted" : "removed";
}

function urlOf(permalink: string | null | undefined, path: string | null): string | null {
  if (permalink) return /^https?:/u.test(permalink) ? permalink : `https://www.reddit.com${permalink}`;
  return path === null ? null : `https://www.reddit.com/comments/${path}/`;
}

function timesOf(
  { created_utc: created, edited }: RedditComment | RedditPost,
  warn: (message: string) => void,
): Pick<CommentDraft, "createdAt" | "editedAt"> {
  return {
    createdAt: instantOf("created_utc", created, warn),
    // Old records say only that it was edited, not when.
    editedAt: typeof edited === "boolean" ? null : instantOf("edited", edited, warn),
  };
}
