import type { Quote } from "../model/quote.ts";
import { overlap, type Place, type Span } from "../model/span.ts";
import { SpanIndex } from "../text/span-index.ts";
import { byQuoteSpan, type QuotingComment } from "./quoting-comment.ts";
import { spanOfWords, WordIndex } from "./word-match.ts";

/**
 * A comment that may be the source of a quote. `relation` says why it is asked: the format names it, it is the
 * parent, another ancestor, an earlier comment of the thread, or an older comment of the quoting author. `quotes`
 * are its own: words in them are not its author's.
 */
export interface QuoteCandidate {
  readonly commentId: string;
  readonly version: string;
  readonly text: string;
  readonly authorId: string | null;
  readonly relation: "named" | "parent" | "ancestor" | "earlier" | "own";
  readonly quotes: readonly Quote[];
}

/** Words of a source, and who says them. */
export interface QuoteMatch {
  readonly place: Place;
  readonly speaker: string | null;
  /** Whether the source itself only quotes the words. */
  readonly isQuoted: boolean;
}

/** A candidate with its words indexed when they are first asked for. */
export class QuoteSource {
  readonly candidate: QuoteCandidate;
  readonly #reader: QuotingComment;
  readonly #siblings: readonly QuoteSource[];
  readonly #quotes: SpanIndex<Quote>;
  #index: WordIndex | null = null;

  /** @param siblings - all sources of the comment that quotes, this one included. */
  constructor(candidate: QuoteCandidate, reader: QuotingComment, siblings: readonly QuoteSource[]) {
    this.candidate = candidate;
    this.#reader = reader;
    this.#siblings = siblings;
    this.#quotes = new SpanIndex(candidate.quotes.toSorted(byQuoteSpan), ({ span }) => span);
  }

  get index(): WordIndex {
    this.#index ??= new WordIndex(this.candidate.text);
    return this.#index;
  }

  /** Whether a span of the candidate lies in one of its quotes. */
  isQuoted(span: Span): boolean {
    return this.#quotes.holds(span);
  }

  /** Words of the candidate as those of its author, or of whom it quotes there. */
  matchAt(from: number, to: number): QuoteMatch {
    const { commentId, version, text, authorId } = this.candidate;
    const place = { commentId, version, span: spanOfWords(text, this.index.words, from, to) };
    const quote = this.#quoteAt(place.span);
    if (quote === null) return { place, speaker: authorId, isQuoted: false };
    const isKnown = quote.source !== null && quote.source.commentId !== this.#reader.id;
    const origin = isKnown ? quote.source : { ...place, span: intersection(place.span, quote.span) };
    const isReader = quote.speaker !== null && quote.speaker === this.#reader.authorId;
    const isAscribed = isReader && !this.#siblings.some((source) => source.#saysItself(origin));
    return { place: origin, speaker: isAscribed ? null : quote.speaker, isQuoted: true };
  }

  /** Whether the words at a place are the reader's own, written in this candidate. */
  #saysItself({ commentId, span }: Place): boolean {
    const { candidate } = this;
    return (
      candidate.commentId === commentId &&
      candidate.authorId === this.#reader.authorId &&
      this.#quoteAt(span) === null
    );
  }

  /** The innermost quote of the candidate that most of the span lies in, if any. */
  #quoteAt(span: Span): Quote | null {
    const around = this.#quotes.meeting(span);
    return around.findLast((quote) => overlap(quote.span, span) * 2 > span.end - span.start) ?? null;
  }
}

const intersection = (a: Span, b: Span): Span => ({
  start: Math.max(a.start, b.start),
  end: Math.min(a.end, b.end),
});
