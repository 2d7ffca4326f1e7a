import type { Offsets } from "../model/origin.ts";
import type { Span } from "../model/span.ts";
import { composeOffsets, unifyLineEnds } from "./offset-map.ts";
import type { ReadText } from "./reader-text.ts";

/** Whom a quote's mark names: the person, and the post and topic that the words stand in. Null is not said. */
export interface QuoteHeader {
  readonly speaker: string | null;
  readonly post: string | null;
  readonly topic: string | null;
}

/**
 * A piece `[start, end)` of a source that is no text: it begins or ends a quote, or shows as other words.
 *
 * `isInMarkup` says that the lines of the quote bear quote marks of the markup (`>`), too, which are then the
 * same quote.
 */
export type SourceMark =
  | {
      readonly kind: "open";
      readonly start: number;
      readonly end: number;
      readonly header: QuoteHeader;
      readonly isInMarkup: boolean;
    }
  | { readonly kind: "close"; readonly start: number; readonly end: number }
  | { readonly kind: "instead"; readonly start: number; readonly end: number; readonly words: string };

/** A quote with what its mark says of it; null for one that only the markup shows. */
export interface HeadedQuote {
  readonly span: Span;
  readonly header: QuoteHeader | null;
}

/** A text whose quotes, by start and outer ones first, know their headers. */
export interface MarkedText extends Omit<ReadText, "quotes"> {
  readonly quotes: readonly HeadedQuote[];
}

/** Quotes nested deeper are part of the one around them. */
const deepest = 8;

/**
 * Reads a source in which quotes have marks of their own, beside those of its markup.
 *
 * What stands between two marks is read for itself and becomes paragraphs of its own, as forums show it, also
 * where words follow directly behind a mark. Line ends become `\n`.
 *
 *     [quote="ann"]RL is *unsafe*.[/quote]Why?      RL is unsafe.\n\nWhy?
 *     ^ open                      ^ close           ^-----------^  quote, header ann
 *
 * @param marksIn - finds the marks, in order and apart from each other; each `close` ends the innermost open
 *   quote.
 * @param read - reads one part.
 */
export async function readMarked(
  source: string,
  marksIn: (source: string) => readonly SourceMark[],
  read: (part: string) => ReadText | Promise<ReadText>,
): Promise<MarkedText> {
  const { text, offsets } = unifyLineEnds(source);
  const marked = await joinParts(text, marksIn(text), new JoinedParts(read));
  return text === source ? marked : { ...marked, offsets: composeOffsets(marked.offsets, offsets) };
}

async function joinParts(
  source: string,
  marks: readonly SourceMark[],
  joined: JoinedParts,
): Promise<MarkedText> {
  let from = 0;
  for (const mark of marks) {
    await joined.read(source, from, mark.start);
    if (mark.kind === "open") joined.open(mark);
    else if (mark.kind === "close") joined.close();
    else joined.write(mark.words, mark.start, mark.end);
    from = mark.end;
  }
  await joined.read(source, from, source.length);
  return joined.build();
}

type OpenMark = Extract<SourceMark, { kind: "open" }>;

/** What is read so far of a text that is put together from parts. */
class JoinedParts {
  readonly #texts: string[] = [];
  readonly #offsets: number[] = [];
  readonly #quotes: HeadedQuote[] = [];
  readonly #code: Span[] = [];
  readonly #open: { readonly mark: OpenMark; start: number | null }[] = [];
  #length = 0;
  #problem: string | null = null;
  readonly #read: (part: string) => ReadText | Promise<ReadText>;

  constructor(read: (part: string) => ReadText | Promise<ReadText>) {
    this.#read = read;
  }

  async read(source: string, from: number, to: number): Promise<void> {
    const [start, end] = withoutSpace(source, from, to, this.#depthInMarkup > 0 ? /^[>\s]*$/u : /^\s*$/u);
    if (start >= end) return;
    const read = await this.#read(source.slice(start, end));
    this.#problem ??= read.problem;
    this.#append(read, start);
  }

  write(words: string, start: number, end: number): void {
    if (words === "") return;
    const offsets = [0, 0, 0, words.length, end - start, 0];
    this.#append({ text: words, offsets, quotes: [], code: [] }, start);
  }

  open(mark: OpenMark): void {
    this.#open.push({ mark, start: null });
  }

  /** How many of the quotes that the markup shows are quotes that are open already. */
  get #depthInMarkup(): number {
    return this.#open.filter(({ mark }) => mark.isInMarkup).length;
  }

  close(): void {
    const open = this.#open.pop();
    if (open?.start == null || this.#open.length >= deepest) return;
    this.#quotes.push({ span: { start: open.start, end: this.#length }, header: open.mark.header });
  }

  build(): MarkedText {
    while (this.#open.length > 0) this.close();
    // Of two quotes of one span the outer one was closed last.
    const quotes = this.#quotes
      .reverse()
      .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    return {
      text: this.#texts.join(""),
      offsets: this.#offsets,
      quotes,
      code: this.#code,
      problem: this.#problem,
    };
  }

  #append(read: Pick<ReadText, "text" | "offsets" | "quotes" | "code">, originStart: number): void {
    if (read.text === "") return;
    if (this.#length > 0) {
      this.#offsets.push(this.#length, originStart, 0);
      this.#texts.push("\n\n");
      this.#length += 2;
    }
    const at = this.#length;
    for (const open of this.#open) open.start ??= at;
    this.#offsets.push(...shifted(read.offsets, at, originStart));
    for (const span of read.quotes.toReversed())
      if (levelOf(span, read.quotes) >= this.#depthInMarkup)
        this.#quotes.push({ span: moved(span, at), header: null });
    for (const span of read.code) this.#code.push(moved(span, at));
    this.#texts.push(read.text);
    this.#length += read.text.length;
  }
}

/** In how many others a quote stands. */
function levelOf(span: Span, quotes: readonly Span[]): number {
  return quotes.filter((one) => one !== span && one.start <= span.start && span.end <= one.end).length;
}

/** A part without the lines next to its marks that are empty, and the space behind its words. */
function withoutSpace(source: string, from: number, to: number, empty: RegExp): readonly [number, number] {
  let start = from;
  for (let at = source.indexOf("\n", from); at >= 0 && at < to; at = source.indexOf("\n", start)) {
    if (!empty.test(source.slice(start, at))) break;
    start = at + 1;
  }
  let end = to;
  for (let at = source.lastIndexOf("\n", to - 1); at >= start; at = source.lastIndexOf("\n", end - 1)) {
    if (!empty.test(source.slice(at + 1, end))) break;
    end = at;
  }
  while (end > start && /\s/u.test(source[end - 1] ?? "")) end--;
  // Space between a mark and the words on its line indents nothing; that at the start of a line may.
  const isMidLine = start === from && from > 0 && source[from - 1] !== "\n";
  while (isMidLine && start < end && /[ \t]/u.test(source[start] ?? "")) start++;
  return [start, end];
}

function* shifted(offsets: Offsets, text: number, origin: number): Generator<number> {
  for (const [index, value] of offsets.entries())
    yield index % 3 === 0 ? value + text : index % 3 === 1 ? value + origin : value;
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
