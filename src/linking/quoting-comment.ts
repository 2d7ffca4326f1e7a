import { compareStrings, quoteId } from "../model/id.ts";
import type { Origin } from "../model/origin.ts";
import type { Quote, QuoteMethod } from "../model/quote.ts";
import { type Span, sliceSpan } from "../model/span.ts";

/** The comment whose quotes are resolved. `originOf` says where a span of its text stands in the input. */
export interface QuotingComment {
  readonly id: string;
  readonly version: string;
  readonly text: string;
  readonly authorId: string | null;
  originOf(span: Span): Origin | null;
}

/** A quote of which nothing is known but where it stands. */
export function newQuote(comment: QuotingComment, span: Span, how: QuoteMethod, score: number): Quote {
  return {
    id: quoteId(comment.id, comment.version, span.start, span.end),
    commentId: comment.id,
    version: comment.version,
    span,
    text: sliceSpan(comment.text, span),
    how,
    score,
    speaker: null,
    speakerName: null,
    source: null,
    sourceId: null,
    answer: null,
    origin: comment.originOf(span),
  };
}

/** The order of quotes in a text, the outer before the inner. */
export const byQuoteSpan = (a: Quote, b: Quote): number =>
  a.span.start - b.span.start || b.span.end - a.span.end || compareStrings(a.id, b.id);
