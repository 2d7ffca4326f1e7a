import { z } from "zod";
import type { CommentDraft, QuoteDraft } from "../../model/draft.ts";
import { bbcodeQuoteMarks } from "../../text/bbcode-quotes.ts";
import { type HeadedQuote, type MarkedText, readMarked } from "../../text/marked-quotes.ts";
import { readMarkup } from "../../text/markup.ts";
import { readInstant } from "../../text/time.ts";
import { commentDraft, noText } from "../comment-draft.ts";
import { emojiSign } from "../emoji-sign.ts";
import { cookedMarks } from "./cooked.ts";

const number = z.union([
  z.int().nonnegative(),
  z
    .string()
    .regex(/^\d{1,15}$/u)
    .transform(Number),
]);
const people = z.array(z.object({ username: z.string().min(1) }));

/** What is used of a post of Discourse's API; versions of the forum and plugins add and leave out the rest. */
export const DiscoursePost = z.object({
  id: number,
  post_number: number,
  topic_id: number,
  topic_slug: z.string().nullish(),
  topic_title: z.string().nullish(),
  username: z.string().nullish(),
  cooked: z.string().nullish(),
  raw: z.string().nullish(),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  post_type: z.int().nullish(),
  reply_to_post_number: number.nullish(),
  version: z.int().nullish(),
  deleted_at: z.string().nullish(),
  user_deleted: z.boolean().nullish(),
  hidden: z.boolean().nullish(),
  cooked_hidden: z.boolean().nullish(),
  like_count: z.int().nullish(),
  actions_summary: z
    .array(z.object({ id: z.int(), count: z.int().nullish() }))
    .nullish()
    .catch(null),
  reactions: z
    .array(z.object({ id: z.string(), count: z.int().nullish(), users: people.nullish().catch(null) }))
    .nullish()
    .catch(null),
});
export type DiscoursePost = z.output<typeof DiscoursePost>;

/** The number of an ordinary post; others are notes of the system and of moderators. */
const regularPost = 1;
/** The number of "like" among the actions of a reader. */
const like = 2;

/** Whether a post is a person's words and not a note such as "closed this topic". */
export function isRegular(post: DiscoursePost): boolean {
  return (post.post_type ?? regularPost) === regularPost;
}

/**
 * A post as a comment.
 *
 * @param site - what stands before ids.
 * @param isAddress - whether the site is the forum's address, so that links can be made.
 */
export async function postDraft(
  post: DiscoursePost,
  { site, isAddress, index }: { readonly site: string; readonly isAddress: boolean; readonly index: number },
): Promise<{ readonly comment: CommentDraft; readonly problem: string | null }> {
  const idOf = (topic: number | string, number: number | string): string => `${site}:${topic}/${number}`;
  const status = statusOf(post);
  const field = post.cooked ? "cooked" : "raw";
  const isGone = status === "deleted" || status === "removed" || post.cooked_hidden === true;
  const read = isGone ? { ...noText, problem: null, quotes: [] } : await readPost(post, field);
  const slug = post.topic_slug ? `${encodeURIComponent(post.topic_slug)}/` : "";
  const author = post.username ? { id: `${site}:${post.username}`, name: post.username } : null;
  const comment = commentDraft(
    { ...read, quotes: [] },
    {
      id: idOf(post.topic_id, post.post_number),
      index,
      threadId: `${site}:${post.topic_id}`,
      threadTitle: post.topic_title ?? null,
      parentId: post.reply_to_post_number ? idOf(post.topic_id, post.reply_to_post_number) : null,
      author,
      createdAt: post.created_at ? readInstant(post.created_at) : null,
      editedAt: (post.version ?? 1) > 1 && post.updated_at ? readInstant(post.updated_at) : null,
      url: isAddress ? `https://${site}/t/${slug}${post.topic_id}/${post.post_number}` : null,
      score: scoreOf(post),
      status,
      quotes: read.quotes.map((quote) =>
        quoteDraft(quote, (topic, number) => idOf(topic ?? post.topic_id, number)),
      ),
      reactions: (post.reactions ?? []).flatMap(({ id: kind, users }) =>
        (users ?? []).map(({ username }) => ({
          by: `${site}:${username}`,
          kind,
          quote: null,
          sign: emojiSign(kind),
        })),
      ),
      record: String(post.id),
      field,
    },
  );
  return { comment, problem: read.problem };
}

/** A quote with the person and the post that its header names. */
export function quoteDraft(
  { span, header }: HeadedQuote,
  idOf: (topic: string | null, number: string) => string,
): QuoteDraft {
  return {
    span,
    how: header === null ? "markup" : "header",
    score: 1,
    speaker: header?.speaker ?? null,
    source: header?.post ? idOf(header.topic, header.post) : null,
  };
}

function readPost(post: DiscoursePost, field: "cooked" | "raw"): Promise<MarkedText> {
  const source = post[field] ?? "";
  return field === "cooked"
    ? readMarked(source, cookedMarks, (part) => readMarkup(part, "html"))
    : readMarked(source, bbcodeQuoteMarks, (part) => readMarkup(part, "md"));
}

/** Who deletes a post of their own leaves a line in its place; what moderators delete is seen by staff alone. */
function statusOf(post: DiscoursePost): CommentDraft["status"] {
  if (post.user_deleted) return "deleted";
  if (post.deleted_at) return "removed";
  return post.hidden ? "hidden" : "live";
}

/** Likes; where there are emoji with their counts instead, those that agree less those that disagree. */
function scoreOf(post: DiscoursePost): number | null {
  const likes = post.actions_summary?.find(({ id }) => id === like)?.count ?? post.like_count;
  if (likes != null) return likes;
  if (!post.reactions?.length) return null;
  return post.reactions.reduce((sum, { id, count }) => sum + emojiSign(id) * (count ?? 0), 0);
}
