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
  const end = endOfWords(text, span.start);
  const after = text.slice(span.end).replace(/^["'”’»)\]]+/u, "");
  const opens =
    end === 0 || /[.!?:…]/u.test(text.charAt(end - 1)) || text.slice(end, span.start).includes("\n");
  const ends = /[.!?…]["'”’»]?$/u.test(text.slice(span.start, span.end)) && /^(?:\s|$)/u.test(after);
  return opens && (ends || (how === "human" && /^[^\S\n]*(?:\n|$)/u.test(after)));
}

/** Where the words before `start` end: what lies between are blanks and opening marks. Linear in these. */
function endOfWords(text: string, start: number): number {
  let end = start;
  while (end > 0 && /[\s"'“‘«]/u.test(text.charAt(end - 1))) end--;
  return end;
}
