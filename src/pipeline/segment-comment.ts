import type { Comment } from "../model/comment.ts";
import type { Quote } from "../model/quote.ts";
import type { SegmentedComment } from "../model/segment.ts";
import { segment } from "../segmentation/segment.ts";

/** Cuts a comment into segments, at the quotes that hold sentences of their own. */
export function segmentComment(comment: Comment, quotes: readonly Quote[]): SegmentedComment {
  const { id, version, text, authorId, parentId, threadId, createdAt } = comment;
  const ordered = [...quotes].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return {
    id,
    version,
    text,
    authorId,
    parentId,
    threadId,
    createdAt,
    segments: segment(
      text,
      ordered.filter((quote) => standsAlone(text, quote)),
    ),
    quotes: ordered,
  };
}

/**
 * Whether a quote holds sentences of its own. Words quoted inside a sentence (you say “…”, and I agree) do not cut
 * it: the sentence is its author's. What a person says is a quote may also end with its line.
 */
function standsAlone(text: string, { how, span }: Quote): boolean {
  if (how !== "inline" && how !== "human") return true;
  const before = text.slice(0, span.start).replace(/[\s"'“‘«]+$/u, "");
  const after = text.slice(span.end).replace(/^["'”’»)\]]+/u, "");
  const opens = before === "" || /[.!?:…]$/u.test(before) || /\n[\s"'“‘«]*$/u.test(text.slice(0, span.start));
  const ends = /[.!?…]["'”’»]?$/u.test(text.slice(span.start, span.end)) && /^(?:\s|$)/u.test(after);
  return opens && (ends || (how === "human" && /^[^\S\n]*(?:\n|$)/u.test(after)));
}
