import type { Quote } from "../model/quote.ts";
import { contains, type Span } from "../model/span.ts";

/** Fewer words after a quote inside a sentence merely end the sentence. */
const fewestWords = 3;

/**
 * The own words that answer each quote: from its end to the next block quote, or to the end of the comment.
 *
 * Quotes with nothing between them share the words that follow the last. Of nested quotes only the outer is
 * answered. A quote inside a sentence is answered by the rest of its paragraph, up to the next quote.
 *
 *     > one        quote, answer "Yes."
 *     > two        quote, answer "Yes."      (adjacent: the two share it)
 *     Yes.
 *     > three      quote, no answer: nothing follows
 *
 * @param quotes - disjoint or nested, sorted by start, the outer first.
 * @returns spans by the id of the quote; a quote without an answer is missing.
 */
export function answerSpans(text: string, quotes: readonly Quote[]): ReadonlyMap<string, Span> {
  const outer: Quote[] = [];
  for (const quote of quotes) {
    const last = outer.at(-1);
    if (last === undefined || !contains(last.span, quote.span)) outer.push(quote);
  }
  const answers = new Map<string, Span>();
  const blocks = outer.filter(({ how }) => how !== "inline");
  let next: Span | null = null;
  for (const [at, quote] of [...blocks.entries()].toReversed()) {
    const end = blocks[at + 1]?.span.start ?? text.length;
    const own = trimmed(text, quote.span.end, end);
    const isAdjacent = own === null && at + 1 < blocks.length;
    const answer: Span | null = isAdjacent ? next : own;
    if (answer !== null) answers.set(quote.id, answer);
    next = answer;
  }
  for (const [at, quote] of outer.entries()) {
    if (quote.how !== "inline") continue;
    const lineEnd = text.indexOf("\n", quote.span.end);
    const end = Math.min(lineEnd < 0 ? text.length : lineEnd, outer[at + 1]?.span.start ?? text.length);
    const own = trimmed(text, quote.span.end, end);
    if (own !== null && wordCount(text, own) >= fewestWords) answers.set(quote.id, own);
  }
  return answers;
}

const wordCount = (text: string, { start, end }: Span): number => text.slice(start, end).split(/\s+/u).length;

/** The stretch without what is no word at its start and white space at its end; null without a word. */
function trimmed(text: string, start: number, end: number): Span | null {
  const words = text.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(words)) return null;
  const lead = words.search(/\S/u);
  return { start: start + lead, end: start + words.trimEnd().length };
}
