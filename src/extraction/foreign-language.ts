import { type Extraction, nothingFound } from "../model/extraction.ts";
import type { SegmentedComment } from "../model/segment.ts";

/** The comment's own words, by which its language is told, or all of them where it only quotes. */
export function ownText({ text, segments }: SegmentedComment): string {
  const own = segments.filter(({ quoteId }) => quoteId === null);
  return own.length === 0 ? text : own.map(({ span }) => text.slice(span.start, span.end)).join("\n");
}

/** What is made of a comment in another language than English: nothing, and a note that says so. */
export function foreignExtraction(comment: SegmentedComment, language: string): Extraction {
  return {
    ...nothingFound,
    language,
    diagnostics: [
      {
        severity: "note",
        code: "extraction.language",
        message: `${comment.id} is in another language than English (${language}) and is kept without claims`,
        place: comment.id,
        commentId: comment.id,
        span: null,
      },
    ],
  };
}
