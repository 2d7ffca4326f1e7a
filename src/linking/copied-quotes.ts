import type { Quote } from "../model/quote.ts";
import { TakenLetters } from "../text/span-index.ts";
import type { QuoteSource } from "./quote-source.ts";
import { newQuote, type QuotingComment } from "./quoting-comment.ts";
import { spanOfWords, type Word, wordsWithSpans } from "./word-match.ts";

/** Words copied without marks that make a quote: a stretch of so many, or of a whole line with fewer. */
const fewestCopied = 9;
const fewestCopiedOfLine = 6;
/** Share of a line's words that must be copied for the lower limit to hold. */
const leastLineShare = 0.75;
/** Words that may differ between two copied stretches of one quote. */
const mostGap = 2;

/** Stretches of the comment's own words that stand word for word in somebody else's candidate. */
export function copiedQuotes(
  comment: QuotingComment,
  known: readonly Quote[],
  sources: readonly QuoteSource[],
): readonly Quote[] {
  const words = wordsWithSpans(comment.text);
  const found: Quote[] = [];
  const taken = new TakenLetters(
    comment.text,
    known.map(({ span }) => span),
  );
  for (const source of sources) {
    if (source.candidate.authorId !== null && source.candidate.authorId === comment.authorId) continue;
    for (const line of linesOf(words, comment.text)) {
      const free = line.filter((word) => !taken.meets(word.span));
      if (free.length < fewestCopiedOfLine) continue;
      for (const [from, to] of copiedRuns(free, source)) {
        const first = free[from.at];
        const last = free[to.at - 1];
        if (first === undefined || last === undefined) continue;
        const span = spanOfWords(comment.text, free, from.at, to.at, {
          before: free[from.at - 1]?.span.end ?? 0,
          after: free[to.at]?.span.start ?? comment.text.length,
        });
        if (taken.meets(span)) continue;
        const { place, speaker } = source.matchAt(from.source, to.source);
        found.push({ ...newQuote(comment, span, "matched", 0.9), source: place, speaker });
        taken.take(span);
      }
    }
  }
  return found;
}

function linesOf(words: readonly Word[], text: string): readonly (readonly Word[])[] {
  const lines: Word[][] = [];
  let end = -1;
  for (const word of words) {
    if (end < 0 || text.slice(end, word.span.start).includes("\n")) lines.push([]);
    lines.at(-1)?.push(word);
    end = word.span.end;
  }
  return lines;
}

interface Edge {
  readonly at: number;
  readonly source: number;
}

/** Copied stretches of a line, joined over small gaps, that are long enough to be a quote. */
function copiedRuns(line: readonly Word[], source: QuoteSource): readonly (readonly [Edge, Edge])[] {
  const isOwn = (at: number): boolean => {
    const word = source.index.words[at];
    return word !== undefined && !source.isQuoted(word.span);
  };
  const joined: [Edge, Edge][] = [];
  for (const { start, from, length } of source.index.copies(line, isOwn)) {
    const last = joined.at(-1)?.[1];
    const end = { at: start + length, source: from + length };
    const isNear =
      last !== undefined &&
      start - last.at <= mostGap &&
      from >= last.source &&
      from - last.source <= mostGap;
    if (isNear) joined.splice(-1, 1, [joined.at(-1)?.[0] ?? last, end]);
    else joined.push([{ at: start, source: from }, end]);
  }
  return joined.filter(([from, to]) => {
    const length = to.at - from.at;
    return length >= fewestCopied || length >= leastLineShare * line.length;
  });
}
