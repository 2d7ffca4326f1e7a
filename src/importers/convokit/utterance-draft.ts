import type { CommentDraft } from "../../model/draft.ts";
import { readMarkup } from "../../text/markup.ts";
import { readInstant } from "../../text/time.ts";
import { commentDraft, noText } from "../comment-draft.ts";
import { goneWords, isGoneName } from "../gone-words.ts";
import { type ImportOptions, siteHost } from "../importer.ts";
import { readRedditText } from "../reddit/text.ts";
import type { Utterance } from "./utterance.ts";

/** Smaller numbers (before March 1973) count turns or seconds of a recording and are no dates. In seconds. */
const leastTime = 1e8;

/** Where an utterance stands in its corpus. */
export interface UtterancePlace {
  readonly line: number;
  /** Names the line where the corpus is more than one file. */
  readonly record: string;
  readonly titleOf: (conversation: string) => string | null;
}

/**
 * An utterance as a comment.
 *
 * In Reddit corpora ids are those of the site, so that a corpus and an export of the same thread meet, and
 * texts are Markdown that was escaped once. The root of their conversations is the post, unless it says
 * itself that it is a top-level comment.
 */
export async function readUtterance(
  utterance: Utterance,
  { line, record, titleOf }: UtterancePlace,
  options: ImportOptions,
): Promise<CommentDraft> {
  const { conversation, speaker, replyTo, text, meta } = utterance;
  const isReddit = isOfReddit(utterance);
  const host = isReddit ? siteHost("reddit.com", options) : options.host;
  const native = (id: string) => `${host}:${isReddit ? redditId(id, utterance) : id}`;
  const gone = goneWords(text);
  const read =
    gone !== null ? noText : isReddit ? await readRedditText(text, null) : await readMarkup(text, "plain");
  const post = isReddit ? postOf(meta.permalink) : null;
  return commentDraft(read, {
    id: native(utterance.id),
    index: line - 1,
    threadId: post !== null ? `${host}:${post}` : conversation === null ? null : native(conversation),
    threadTitle: conversation === null ? null : titleOf(conversation),
    parentId: replyTo === null || replyTo === utterance.id ? null : native(replyTo),
    author: speaker === null || isGoneName(speaker) ? null : { id: `${host}:${speaker}`, name: speaker },
    createdAt: timeOf(utterance.timestamp),
    editedAt: timeOf(meta.edited),
    url: urlOf(meta.permalink),
    score: typeof meta.score === "number" && Number.isFinite(meta.score) ? meta.score : null,
    status: gone ?? "live",
    record,
    field: "text",
  });
}

function isOfReddit({ id, meta }: Utterance): boolean {
  return typeof meta.subreddit === "string" || /^t[13]_/u.test(id) || postOf(meta.permalink) !== null;
}

/** Posts and comments are numbered apart: a comment's id stands without its prefix, a post's with it. */
function redditId(id: string, { conversation, meta }: Utterance): string {
  if (/^t\d_/u.test(id)) return id.replace(/^t1_/u, "");
  const isRoot = id === conversation;
  return isRoot && meta.top_level_comment !== conversation ? `t3_${id}` : id;
}

/** The post that a permalink of Reddit leads to, `t3_` and its id; null when it is none. */
function postOf(permalink: unknown): string | null {
  if (typeof permalink !== "string") return null;
  const id = /^(?:https?:\/\/[a-z.]*reddit\.com)?\/r\/[^/]+\/comments\/([a-z0-9]+)(?:\/|$)/iu.exec(
    permalink,
  )?.[1];
  return id === undefined ? null : `t3_${id.toLowerCase()}`;
}

function urlOf(permalink: unknown): string | null {
  if (typeof permalink !== "string") return null;
  if (/^https?:\/\//iu.test(permalink)) return permalink;
  return postOf(permalink) === null ? null : `https://www.reddit.com${permalink}`;
}

function timeOf(value: unknown): string | null {
  if (typeof value !== "number" && typeof value !== "string") return null;
  const seconds = Number(value);
  return Number.isFinite(seconds) && Math.abs(seconds) < leastTime ? null : readInstant(value);
}
