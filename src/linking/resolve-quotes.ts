import type { Author } from "../model/comment.ts";
import { compareStrings, quoteId } from "../model/id.ts";
import type { Origin } from "../model/origin.ts";
import type { Quote, QuoteMethod } from "../model/quote.ts";
import { contains, overlap, type Place, type Span, sliceSpan } from "../model/span.ts";
import { answerSpans } from "./answer-spans.ts";
import { authorCalled, authorNamedIn, quoteHeader } from "./attribution.ts";
import { inlineQuotes } from "./inline-quotes.ts";
import { spanOfWords, type Word, WordIndex, wordsWithSpans } from "./word-match.ts";

/** The comment whose quotes are resolved. `originOf` says where a span of its text stands in the input. */
export interface QuotingComment {
  readonly id: string;
  readonly version: string;
  readonly text: string;
  readonly authorId: string | null;
  originOf(span: Span): Origin | null;
}

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

export interface ResolveQuotesOptions {
  /** People whose name before a quote ("Ann writes:") says whose words it holds. None by default. */
  readonly authors?: readonly Author[];
}

/**
 * Least length of a shard of a quote that was cut with an ellipsis, in code units. @see FORMATS R1 in the
 * notes
 */
const leastShard = 20;
/** Share of a quote's words that a passage must hold to be its source. */
const leastContainment = 0.9;
/**
 * Share of a quote's words that must stand in stretches in the comment that the format names. Formulas,
 * titles of links and names of emoji stand in a quote other than in its source, and whoever quotes leaves out
 * and puts in.
 */
const leastCopiedOfNamed = 0.4;
/** Fewer words than this are not looked for by containment: any comment holds them. */
const fewestContained = 6;
/** Fewer words than this are looked for only in the comment named or answered. */
const fewestAnywhere = 3;
/** Words copied without marks that make a quote: a stretch of so many, or of a whole line with fewer. */
const fewestCopied = 9;
const fewestCopiedOfLine = 6;
/** Share of a line's words that must be copied for the lower limit to hold. */
const leastLineShare = 0.75;
/** Score of a guessed quote whose words stand in an earlier comment. */
const confirmed = 0.95;
/** Words that may differ between two copied stretches of one quote. */
const mostGap = 2;

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
  const sources: Source[] = [];
  for (const candidate of candidates)
    if (candidate.commentId !== comment.id) sources.push(new Source(candidate, comment, sources));
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
  const all = [...known, ...inline].toSorted(bySpan);
  const answers = answerSpans(comment.text, all);
  return all.map((quote) => ({ ...quote, answer: answers.get(quote.id) ?? null }));
}

const bySpan = (a: Quote, b: Quote): number =>
  a.span.start - b.span.start || b.span.end - a.span.end || compareStrings(a.id, b.id);

const otherThan = (self: string | null, author: string | null): string | null =>
  author === self ? null : author;

function newQuote(comment: QuotingComment, span: Span, how: QuoteMethod, score: number): Quote {
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

interface Match {
  readonly place: Place;
  readonly speaker: string | null;
  /** Whether the source itself only quotes the words. */
  readonly isQuoted: boolean;
}

/** A candidate with its words indexed when they are first asked for. */
class Source {
  readonly candidate: QuoteCandidate;
  readonly #reader: QuotingComment;
  readonly #siblings: readonly Source[];
  #index: WordIndex | null = null;

  /** @param siblings - all sources of the comment that quotes, this one included. */
  constructor(candidate: QuoteCandidate, reader: QuotingComment, siblings: readonly Source[]) {
    this.candidate = candidate;
    this.#reader = reader;
    this.#siblings = siblings;
  }

  get index(): WordIndex {
    this.#index ??= new WordIndex(this.candidate.text);
    return this.#index;
  }

  /** Words of the candidate as those of its author, or of whom it quotes there. */
  matchAt(from: number, to: number): Match {
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
    const around = this.candidate.quotes.filter(
      (quote) => overlap(quote.span, span) * 2 > span.end - span.start,
    );
    return around.toSorted(bySpan).at(-1) ?? null;
  }
}

const intersection = (a: Span, b: Span): Span => ({
  start: Math.max(a.start, b.start),
  end: Math.min(a.end, b.end),
});

function resolveOne(
  comment: QuotingComment,
  quote: Quote,
  sources: readonly Source[],
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
 * Looks for the whole quote, then for its shards, then for a passage that holds its words: in the comment that the
 * format names, where stretches of it are enough, then in all sources.
 */
function findSource(text: string, sources: readonly Source[]): Match | null {
  const words = wordsWithSpans(text);
  if (words.length === 0) return null;
  const search = (among: readonly Source[]): Match | null =>
    firstOwnWords(among, (source) => wholeMatches(source, words)) ??
    firstOwnWords(among, (source) => shardMatches(source, text)) ??
    firstOwnWords(among, (source) => passageMatches(source, words));
  const named = sources.filter(({ candidate: { relation } }) => relation === "named");
  const match = search(named) ?? firstOwnWords(named, (source) => stretchMatches(source, words));
  if (match !== null && !match.isQuoted) return match;
  const open = sources.filter(
    ({ candidate: { relation } }) =>
      words.length >= fewestAnywhere || relation === "named" || relation === "parent",
  );
  return search(open) ?? match;
}

/** The first match in words of a source's own author; else the first in words that a source quotes. */
function firstOwnWords(
  sources: readonly Source[],
  matchesOf: (source: Source) => readonly (readonly [from: number, to: number])[],
): Match | null {
  let quoted: Match | null = null;
  for (const source of sources)
    for (const [from, to] of matchesOf(source)) {
      const match = source.matchAt(from, to);
      if (!match.isQuoted) return match;
      quoted ??= match;
    }
  return quoted;
}

type Range = readonly [from: number, to: number];

function wholeMatches({ index }: Source, words: readonly Word[]): readonly Range[] {
  return index.exact(words).map((from) => [from, from + words.length] as const);
}

/** The hull of the shards that stand in the source in their order, if it is not much longer than they are. */
function shardMatches({ index }: Source, text: string): readonly Range[] {
  const shards = text
    .split(/…|\.{3}|\[\s*(?:…|\.{3})\s*\]|\n+/u)
    .filter((shard) => shard.trim().length >= leastShard)
    .map(wordsWithSpans)
    .filter((words) => words.length > 0);
  let hull: Range | null = null;
  let length = 0;
  for (const shard of shards) {
    const from = index.exact(shard).find((at) => hull === null || at >= hull[1]);
    if (from === undefined) return [];
    hull = [hull?.[0] ?? from, from + shard.length];
    length += shard.length;
  }
  if (hull === null) return [];
  const [from, to] = hull;
  const first = shards[0]?.length ?? 0;
  return [to - from <= 3 * length + 20 ? hull : [from, from + first]];
}

function passageMatches({ index }: Source, words: readonly Word[]): readonly Range[] {
  if (words.length < fewestContained) return [];
  const { from, to, share } = index.bestWindow(words);
  return share >= leastContainment ? [[from, to]] : [];
}

/** The hull of the stretches that stand in the source, if they are most of the quote. */
function stretchMatches({ index }: Source, words: readonly Word[]): readonly Range[] {
  const runs = index.copies(words);
  const copied = runs.reduce((sum, { length }) => sum + length, 0);
  if (runs.length === 0 || copied < leastCopiedOfNamed * words.length) return [];
  const from = Math.min(...runs.map((run) => run.from));
  const to = Math.max(...runs.map((run) => run.from + run.length));
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best));
  return [to - from <= 2 * words.length + 20 ? [from, to] : [longest.from, longest.from + longest.length]];
}

/**
 * Whom the words right before a quote name: "Ann wrote:", "@ann", "Originally posted by Ann". "You wrote:"
 * names the author of the parent.
 */
function namedBefore(
  { text, authorId }: QuotingComment,
  span: Span,
  authors: readonly Author[],
  sources: readonly Source[],
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

/** Stretches of the comment's own words that stand word for word in somebody else's candidate. */
function copiedQuotes(
  comment: QuotingComment,
  known: readonly Quote[],
  sources: readonly Source[],
): readonly Quote[] {
  const words = wordsWithSpans(comment.text);
  const found: Quote[] = [];
  const isTaken = (span: Span): boolean =>
    [...known, ...found].some((quote) => overlap(quote.span, span) > 0);
  for (const source of sources) {
    if (source.candidate.authorId !== null && source.candidate.authorId === comment.authorId) continue;
    for (const line of linesOf(words, comment.text)) {
      const free = line.filter((word) => !isTaken(word.span));
      if (free.length < fewestCopiedOfLine) continue;
      for (const [from, to] of copiedRuns(free, source)) {
        const first = free[from.at];
        const last = free[to.at - 1];
        if (first === undefined || last === undefined) continue;
        const span = spanOfWords(comment.text, free, from.at, to.at, {
          before: free[from.at - 1]?.span.end ?? 0,
          after: free[to.at]?.span.start ?? comment.text.length,
        });
        if (isTaken(span)) continue;
        const { place, speaker } = source.matchAt(from.source, to.source);
        found.push({ ...newQuote(comment, span, "matched", 0.9), source: place, speaker });
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
function copiedRuns(line: readonly Word[], source: Source): readonly (readonly [Edge, Edge])[] {
  const isOwn = (at: number): boolean => {
    const word = source.index.words[at];
    return word !== undefined && !source.candidate.quotes.some((quote) => contains(quote.span, word.span));
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
