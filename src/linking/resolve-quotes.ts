import type { Author } from "../model/comment.ts";
import type { Quote } from "../model/quote.ts";
import type { Span } from "../model/span.ts";
import { answerSpans } from "./answer-spans.ts";
import { authorCalled, authorNamedIn, quoteHeader } from "./attribution.ts";
import { copiedQuotes } from "./copied-quotes.ts";
import { findSource } from "./find-source.ts";
import { inlineQuotes } from "./inline-quotes.ts";
import { type QuoteCandidate, QuoteSource } from "./quote-source.ts";
import { byQuoteSpan, newQuote, type QuotingComment } from "./quoting-comment.ts";

export interface ResolveQuotesOptions {
  /** People whose name before a quote ("Ann writes:") says whose words it holds. None by default. */
  readonly authors?: readonly Author[];
}

/** Score of a guessed quote whose words stand in an earlier comment. */
const confirmed = 0.95;

/**
 * Says where the quotes of a comment come from, who speaks in them and which words answer them.
 *
 * A quote is looked for in `candidates`, in their order: word for word, then shard by shard where an ellipsis
 * cuts it, then as the passage that holds nine of ten of its words. Two kinds of quotes are found that no mark
 * shows: words between quotation marks that stand in a candidate or follow a phrase such as "you wrote"
 * (`inline`), and stretches copied word for word (`matched`).
 *
 * The speaker is the author of the source, else the person named by the format or in the words before the quote,
 * else null. Where the source itself only quotes, its word for whose words they are is taken, but not when it says
 * the commenter's: two people who each ascribe words to the other leave nobody who said them.
 *
 *     > RL is unsafe.          quote, source in the parent, speaker its author
 *     Only without a model.    answer of the quote
 *
 * Quotes are disjoint or nested; an answer belongs to the outermost and holds no block quote. Linear in the words
 * of the comment for each candidate.
 *
 * @param quotes - those that the importer marked or guessed, without sources.
 * @returns all quotes, sorted by their span.
 */
export function resolveQuotes(
  comment: QuotingComment,
  quotes: readonly Quote[],
  candidates: readonly QuoteCandidate[],
  { authors = [] }: ResolveQuotesOptions = {},
): readonly Quote[] {
  const sources: QuoteSource[] = [];
  for (const candidate of candidates)
    if (candidate.commentId !== comment.id) sources.push(new QuoteSource(candidate, comment, sources));
  const marked = quotes.map((quote) => resolveOne(comment, quote, sources, authors));
  const copied = copiedQuotes(comment, marked, sources);
  const known = [...marked, ...copied];
  const inline = inlineQuotes(comment.text, known).flatMap((found) => {
    const draft = newQuote(comment, found.span, "inline", 0.7);
    const match = findSource(draft.text, sources);
    if (match === null && !found.isAddressed) return [];
    const parent = candidates.find(({ relation }) => relation === "parent");
    return [
      match === null
        ? { ...draft, speaker: otherThan(comment.authorId, parent?.authorId ?? null) }
        : { ...draft, score: 0.9, source: match.place, speaker: match.speaker },
    ];
  });
  const all = [...known, ...inline].toSorted(byQuoteSpan);
  const answers = answerSpans(comment.text, all);
  return all.map((quote) => ({ ...quote, answer: answers.get(quote.id) ?? null }));
}

const otherThan = (self: string | null, author: string | null): string | null =>
  author === self ? null : author;

function resolveOne(
  comment: QuotingComment,
  quote: Quote,
  sources: readonly QuoteSource[],
  authors: readonly Author[],
): Quote {
  const header = quoteHeader(quote.text);
  const named =
    quote.speaker ??
    authorCalled(quote.speakerName ?? header?.name ?? null, authors) ??
    namedBefore(comment, quote.span, authors, sources);
  const preferred =
    named === null
      ? sources
      : sources.toSorted((a, b) => rankFor(named, a.candidate) - rankFor(named, b.candidate));
  const match = findSource(quote.text.slice(header?.length ?? 0), preferred);
  if (match === null) return { ...quote, speaker: named, source: null };
  return {
    ...quote,
    score: quote.how === "guessed" ? Math.max(quote.score, confirmed) : quote.score,
    speaker: match.speaker ?? named,
    source: match.place,
  };
}

const rankFor = (authorId: string, candidate: QuoteCandidate): number =>
  candidate.relation === "named" ? 0 : candidate.authorId === authorId ? 1 : 2;

/**
 * Whom the words right before a quote name: "Ann wrote:", "@ann", "Originally posted by Ann". "You wrote:"
 * names the author of the parent.
 */
function namedBefore(
  { text, authorId }: QuotingComment,
  span: Span,
  authors: readonly Author[],
  sources: readonly QuoteSource[],
): string | null {
  const line =
    text
      .slice(Math.max(0, span.start - 120), span.start)
      .trimEnd()
      .split("\n")
      .at(-1) ?? "";
  if (!/(?::|wrote|writes|said|says|posted by\s+\S+|@\S+)\s*["“]?$/iu.test(line)) return null;
  const named = authorNamedIn(line, authors);
  if (named !== null) return named;
  if (/\bI (?:\w+ )?(?:wrote|said|posted|argued|claimed)\b/u.test(line)) return authorId;
  if (!/\byou (?:\w+ )?(?:wrote|said|say|write|claim|argue|mention)/iu.test(line)) return null;
  const parent = sources.find(({ candidate }) => candidate.relation === "parent")?.candidate.authorId ?? null;
  return otherThan(authorId, parent);
}
