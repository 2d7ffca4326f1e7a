import type { Correction } from "../model/claim.ts";
import type { Comment } from "../model/comment.ts";
import { compareStrings, quoteId } from "../model/id.ts";
import type { Offsets } from "../model/origin.ts";
import type { Quote } from "../model/quote.ts";
import { type QuoteSaying, quoteSayingOf, spanSpokenOf } from "../model/quote-correction.ts";
import { overlap, type Span } from "../model/span.ts";
import { toOrigin } from "../text/offset-map.ts";
import { answerSpans } from "./answer-spans.ts";

/** A comment whose quotes are corrected; `offsets` join its text to the input. */
export interface QuotedComment {
  readonly comment: Pick<Comment, "id" | "version" | "text" | "origin">;
  readonly offsets: Offsets;
}

/**
 * The quotes of a comment as people corrected them: what they say stands in place of all that touches the
 * same words.
 *
 * @param quotes - what the format marked and what was found; corrections among them are made anew.
 * @returns sorted by their span, each with the words that answer it now.
 */
export function correctQuotes(
  { comment, offsets }: QuotedComment,
  quotes: readonly Quote[],
  sayings: readonly QuoteSaying[],
): readonly Quote[] {
  let all = quotes.filter(({ how }) => how !== "human");
  if (sayings.length === 0 && all.length === quotes.length) return quotes;
  for (const saying of sayings) {
    const span = spanSpokenOf(saying, comment);
    if (span === null) continue;
    all = all.filter((quote) => overlap(quote.span, span) === 0);
    if (saying.isQuote) all.push(quoteSaid({ comment, offsets }, saying, span));
  }
  all.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || compareStrings(a.id, b.id));
  const answers = answerSpans(comment.text, all);
  return all.map((quote) => ({ ...quote, answer: answers.get(quote.id) ?? null }));
}

/**
 * A correction with the quotes that a new text of its comment marks where it stands, so that they can be
 * given back as those of the texts before. Null where it is about none of them.
 */
export function keepCovered(
  correction: Correction,
  comment: Comment | undefined,
  marked: readonly Quote[],
): Correction | null {
  const saying = quoteSayingOf(correction);
  if (saying === null || comment === undefined || saying.commentId !== comment.id) return null;
  const span = spanSpokenOf(saying, comment);
  const covered = marked.filter((quote) => span !== null && overlap(quote.span, span) > 0);
  if (covered.length === 0) return null;
  const others = saying.before.filter(({ version }) => version !== comment.version);
  const before = [...others, ...covered];
  return { ...correction, value: JSON.stringify({ ...saying, before } satisfies QuoteSaying) };
}

function quoteSaid({ comment, offsets }: QuotedComment, { speaker, source }: QuoteSaying, span: Span): Quote {
  const { id, version, text, origin } = comment;
  return {
    id: quoteId(id, version, span.start, span.end),
    commentId: id,
    version,
    span,
    text: text.slice(span.start, span.end),
    how: "human",
    score: 1,
    speaker,
    speakerName: null,
    source,
    sourceId: null,
    answer: null,
    origin: origin && { ...origin, ...toOrigin(offsets, span) },
  };
}
