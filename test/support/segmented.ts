import type { ContextComment } from "../../src/model/extraction.ts";
import { quoteId, versionId } from "../../src/model/id.ts";
import type { Quote } from "../../src/model/quote.ts";
import type { SegmentedComment } from "../../src/model/segment.ts";
import type { Place } from "../../src/model/span.ts";
import { segment } from "../../src/segmentation/segment.ts";

/** Words of a comment that are quoted, and where they stand in an earlier comment, if anywhere. */
export interface QuotedWords {
  readonly words: string;
  readonly source?: Place;
}

/** A comment cut into segments, with the first occurrence of each of `quoted` as a quote. */
export function segmented(
  text: string,
  {
    id = "forum:1",
    parentId = null,
    authorId = "ann",
    quoted = [],
  }: { id?: string; parentId?: string | null; authorId?: string; quoted?: readonly QuotedWords[] } = {},
): SegmentedComment {
  const version = versionId(text);
  const quotes = quoted.map(({ words, source }): Quote => {
    const start = text.indexOf(words);
    const span = { start, end: start + words.length };
    return {
      id: quoteId(id, version, span.start, span.end),
      commentId: id,
      version,
      span,
      text: words,
      how: "markup",
      score: 1,
      speakerName: null,
      sourceId: null,
      speaker: null,
      source: source ?? null,
      answer: null,
      origin: null,
    };
  });
  const segments = segment(text, quotes);
  return { id, version, text, authorId, parentId, threadId: null, createdAt: null, segments, quotes };
}

/** The same as the context of others, with every segment a statement. */
export function asContext(comment: SegmentedComment): ContextComment {
  return {
    ...comment,
    statements: comment.segments.map(({ span, leadIn, quoteId }) => ({ span, leadIn, quoteId })),
  };
}
