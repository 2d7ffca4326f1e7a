import { z } from "zod";
import type { Markup } from "../../text/markup.ts";
import { hasMembers } from "../json-input.ts";
import type { JsonMoment } from "../json-records.ts";
import { ExtendedScore } from "./reactions.ts";

const text = z.string().nullish();
const id = z.string().min(1).nullish();
const time = z.union([z.string(), z.number()]).nullish();
const flag = z.boolean().nullish();

const User = z.object({ _id: id, slug: text, username: text, displayName: text });

const Contents = z.object({
  html: text,
  markdown: text,
  agentMarkdown: text,
  plaintextMainText: text,
  originalContents: z.object({ type: z.string(), data: z.unknown() }).nullish(),
});

const shared = {
  _id: z.string().min(1),
  postedAt: time,
  lastEditedAt: time,
  user: User.nullish(),
  userId: id,
  /** The display name as it was when the record was made. */
  author: text,
  hideAuthor: flag,
  baseScore: z.number().nullish(),
  extendedScore: ExtendedScore.nullish(),
  contents: Contents.nullish(),
  htmlBody: text,
  plaintextMainText: text,
  pageUrl: text,
  rejected: flag,
  draft: flag,
};

/** A comment, an answer, a quick take or a turn of a dialogue. */
export const ForumComment = z.object({
  ...shared,
  postId: id,
  post: z.object({ _id: id, title: text, slug: text }).nullish(),
  tagId: id,
  tag: z.object({ _id: id, name: text }).nullish(),
  parentCommentId: id,
  parentAnswerId: id,
  shortform: flag,
  deleted: flag,
  deletedPublic: flag,
  retracted: flag,
  spam: flag,
});
export type ForumComment = z.output<typeof ForumComment>;

/** A post or a question. */
export const ForumPost = z.object({ ...shared, title: z.string(), slug: text, modifiedAt: time });
export type ForumPost = z.output<typeof ForumPost>;

/** A record of an answer of the API before it is checked. */
export interface ForumRecord {
  readonly kind: "comment" | "post";
  readonly data: object & { readonly _id?: unknown };
}

/**
 * The posts and comments among the objects of an answer. Users, revisions and tags have an `_id`, too; the
 * `post` and `parentComment` of a comment are mentions, unless the query asked for their texts.
 */
export function takeForumRecord({ value, key }: JsonMoment): ForumRecord | null {
  if (!hasMembers(value, "_id")) return null;
  const has = (...names: readonly string[]): boolean => names.some((name) => Object.hasOwn(value, name));
  const hasText = has("contents", "htmlBody");
  if ((key === "post" || key === "parentComment") && !hasText) return null;
  const isReply = has("parentCommentId", "topLevelCommentId", "parentAnswerId");
  if (isReply || (has("postId", "tagId") && (hasText || has("postedAt"))) || (hasText && !has("title")))
    return { kind: "comment", data: value };
  return has("title") && (hasText || has("postedAt", "baseScore")) ? { kind: "post", data: value } : null;
}

/** Where the words of a record stand. */
export interface ForumText {
  readonly field: string;
  readonly source: string;
  readonly markup: Markup;
}

/**
 * The words of a record in the form that loses least; null when it holds none. `plaintextMainText` is no such
 * form: it leaves out quotes and ends after 2,000 characters.
 */
export function textOf({ contents, htmlBody }: ForumComment | ForumPost): ForumText | null {
  const original = contents?.originalContents;
  const written = typeof original?.data === "string" ? original.data : null;
  const isHtml = original?.type === "html" || original?.type === "ckEditorMarkup";
  const forms: readonly (readonly [string, string | null | undefined, Markup])[] = [
    ["contents.html", contents?.html, "html"],
    ["contents.markdown", contents?.markdown, "md"],
    ["contents.agentMarkdown", contents?.agentMarkdown, "md"],
    ["htmlBody", htmlBody, "html"],
    ["contents.originalContents.data", isHtml ? written : null, "html"],
    ["contents.originalContents.data", original?.type === "markdown" ? written : null, "md"],
  ];
  const [field, source, markup] = forms.find(([, words]) => words != null && words.trim() !== "") ?? [];
  return field !== undefined && source != null && markup !== undefined ? { field, source, markup } : null;
}
