import type { CommentStatus } from "../../model/comment.ts";
import type { CommentDraft, ImportRecord } from "../../model/draft.ts";
import { readMarkup } from "../../text/markup.ts";
import { commentDraft, noText } from "../comment-draft.ts";
import { instantOf } from "../instant-of.ts";
import { report } from "../report.ts";
import { readReacts } from "./reactions.ts";
import { type ForumComment, type ForumPost, type ForumText, textOf } from "./records.ts";
import { addressOf } from "./site.ts";

/**
 * Where a record stands: what names it in messages, the site, what stands before ids, and its number in the
 * input.
 */
export interface ForumPlace {
  readonly place: string;
  readonly site: string;
  readonly host: string;
  readonly index: number;
}

/** What a comment and a post have in common, once it is settled where they stand. */
type Standing = Pick<CommentDraft, "threadId" | "threadTitle" | "parentId" | "url" | "status">;

/**
 * A comment as a draft.
 *
 * It answers its parent comment, else the answer it stands under, else the post; a quick take of its own
 * (`shortform`) and a comment on a tag answer nobody.
 */
export async function forumComment(
  record: ForumComment,
  where: ForumPlace,
): Promise<readonly ImportRecord[]> {
  const { host, site } = where;
  const { _id: id, post, postId, tagId, shortform } = record;
  const thread = postId ?? post?._id ?? null;
  const answered =
    record.parentCommentId ?? (record.parentAnswerId === id ? null : record.parentAnswerId) ?? null;
  const parent = answered ?? (shortform === true ? null : thread);
  const path = thread === null ? null : `${thread}${post?.slug ? `/${post.slug}` : ""}?commentId=${id}`;
  const topic = thread ?? tagId ?? record.tag?._id ?? null;
  return draftOf(record, where, {
    threadId: topic === null ? null : `${host}:${topic}`,
    threadTitle: (thread === null ? record.tag?.name : post?.title) ?? null,
    parentId: parent === null ? null : `${host}:${parent}`,
    url: record.pageUrl ?? (path === null ? null : `${addressOf(site)}/posts/${path}`),
    status: statusOf(record),
  });
}

/** A post as the comment that begins its thread. */
export async function forumPost(record: ForumPost, where: ForumPlace): Promise<readonly ImportRecord[]> {
  const { _id: id, title, slug, draft, rejected } = record;
  const path = `${id}${slug ? `/${slug}` : ""}`;
  return draftOf({ ...record, lastEditedAt: record.lastEditedAt ?? record.modifiedAt }, where, {
    threadId: `${where.host}:${id}`,
    threadTitle: title,
    parentId: null,
    url: record.pageUrl ?? `${addressOf(where.site)}/posts/${path}`,
    status: draft === true || rejected === true ? "hidden" : "live",
  });
}

async function draftOf(
  record: ForumComment | ForumPost,
  { place, host, index }: ForumPlace,
  standing: Standing,
): Promise<readonly ImportRecord[]> {
  const id = `${host}:${record._id}`;
  const warnings: ImportRecord[] = [];
  const warn = (message: string): void => {
    warnings.push(report("warning", "import.record-invalid", place, message, id));
  };
  const found = standing.status === "deleted" ? null : textOf(record);
  if (found === null && isTextAbsent(record, standing.status))
    return [report("error", "import.record-invalid", place, absence(record), id)];
  // A link has no words of its own: then its title is all that its author says.
  const words = found ?? ("title" in record ? titleOf(record) : null);
  const read = words === null ? noText : await readMarkup(words.source, words.markup);
  if ("problem" in read && read.problem !== null)
    warn(`the Markdown was kept as plain text: ${read.problem}`);
  const { reactions, unreadable } = readReacts(record.extendedScore, host);
  if (unreadable > 0) warn(`${unreadable} reactions cannot be read and were left out`);
  const createdAt = instantOf("postedAt", record.postedAt, warn);
  const editedAt = instantOf("lastEditedAt", record.lastEditedAt, warn);
  const comment = commentDraft(read, {
    ...standing,
    id,
    index,
    author: authorOf(record, host),
    createdAt,
    // A text that nobody has changed was edited last when it was posted.
    editedAt: editedAt !== null && createdAt !== null && editedAt <= createdAt ? null : editedAt,
    score: record.baseScore ?? null,
    reactions,
    record: record._id,
    field: words?.field ?? null,
  });
  return [...warnings, { kind: "comment", comment }];
}

function titleOf({ title }: ForumPost): ForumText {
  return { field: "title", source: title, markup: "plain" };
}

/** Whether the words of a record were not asked for, as opposed to gone or not there. */
function isTextAbsent(record: ForumComment | ForumPost, status: CommentStatus): boolean {
  if (status === "deleted") return false;
  const { contents, htmlBody } = record;
  const isAsked =
    contents === null || htmlBody != null || contents?.html != null || contents?.markdown != null;
  return !isAsked || plaintextOf(record) !== null;
}

function plaintextOf({ contents, plaintextMainText }: ForumComment | ForumPost): string | null {
  return contents?.plaintextMainText?.trim() || plaintextMainText?.trim() || null;
}

function absence(record: ForumComment | ForumPost): string {
  return plaintextOf(record) === null
    ? "it has no text; ask for contents { html }"
    : "its only text is plaintextMainText, which leaves out quotes and ends after 2,000 characters; ask for contents { html }";
}

/**
 * What became of a comment. A retracted one is struck through and can be read; one that a moderator rejected,
 * or that is a draft, can be read by whoever looks for it.
 */
function statusOf(record: ForumComment): CommentStatus {
  if (record.deleted === true || record.deletedPublic === true) return "deleted";
  if (record.spam === true) return "removed";
  if (record.rejected === true || record.draft === true || record.contents === null) return "hidden";
  return record.retracted === true ? "retracted" : "live";
}

/**
 * Who wrote a record: nobody when the site hides it. An account that is gone has no `user`, and often an id still.
 *
 * The id is the account's where it is given, else its name in addresses, else the name shown.
 */
function authorOf(record: ForumComment | ForumPost, host: string): CommentDraft["author"] {
  if (record.hideAuthor === true) return null;
  const { user, userId, author } = record;
  const id = user?._id ?? userId ?? user?.slug ?? user?.username ?? author;
  if (!id) return null;
  const name = user?.displayName || user?.username || author || user?.slug || id;
  return { id: `${host}:${id}`, name };
}
