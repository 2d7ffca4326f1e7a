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

/** A piece `[start, end)` of a source that is no text: it begins or ends a quote, or shows as other words. */
export type SourceMark =
  | { readonly kind: "open"; readonly start: number; readonly end: number; readonly header: QuoteHeader }
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
 * What stands between two marks is read for itself and becomes paragraphs of its own, as forums show it, also where
 * words follow directly behind a mark. Line ends become `\n`.
 *
 *     [quote="ann"]RL is *unsafe*.[/quote]Why?      RL is unsafe.\n\nWhy?
 *     ^ open                      ^ close           ^-----------^  quote, header ann
 *
 * @param marksIn - finds the marks, in order and apart from each other; each `close` ends the innermost open quote.
 * @param read - reads one part. A quote that its markup shows round the very words of a mark is that mark's quote.
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
    if (mark.kind === "open") joined.open(mark.header);
    else if (mark.kind === "close") joined.close();
    else joined.write(mark.words, mark.start, mark.end);
    from = mark.end;
  }
  await joined.read(source, from, source.length);
  return joined.build();
}

/** What is read so far of a text that is put together from parts. */
class JoinedParts {
  readonly #texts: string[] = [];
  readonly #offsets: number[] = [];
  readonly #quotes: HeadedQuote[] = [];
  readonly #code: Span[] = [];
  readonly #open: { readonly header: QuoteHeader; start: number | null }[] = [];
  #length = 0;
  #problem: string | null = null;
  readonly #read: (part: string) => ReadText | Promise<ReadText>;

  constructor(read: (part: string) => ReadText | Promise<ReadText>) {
    this.#read = read;
  }

  async read(source: string, from: number, to: number): Promise<void> {
    const [start, end] = withoutSpace(source, from, to);
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

  open(header: QuoteHeader): void {
    this.#open.push({ header, start: null });
  }

  close(): void {
    const open = this.#open.pop();
    if (open?.start == null || this.#open.length >= deepest) return;
    this.#quotes.push({ span: { start: open.start, end: this.#length }, header: open.header });
  }

  build(): MarkedText {
    while (this.#open.length > 0) this.close();
    // Of two quotes of one span the outer one was closed last.
    const quotes = this.#quotes
      .reverse()
      .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
      .filter(({ span, header }, index, all) => {
        const before = all[index - 1];
        return header !== null || before?.header == null || !isSame(before.span, span);
      });
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
    for (const span of [...read.quotes].reverse()) this.#quotes.push({ span: moved(span, at), header: null });
    for (const span of read.code) this.#code.push(moved(span, at));
    this.#texts.push(read.text);
    this.#length += read.text.length;
  }
}

/** A part without the line ends next to its marks and the space behind its words. Indentation of a line is kept. */
function withoutSpace(source: string, from: number, to: number): readonly [number, number] {
  let end = to;
  while (end > from && isSpace(source[end - 1])) end--;
  let start = from;
  let at = from;
  while (at < end && isSpace(source[at])) {
    at++;
    if (source[at - 1] === "\n") start = at;
  }
  // Space between a mark and the words on its line indents nothing.
  const isMidLine = start === from && from > 0 && source[from - 1] !== "\n";
  return [isMidLine ? at : start, end];
}

function isSpace(character: string | undefined): boolean {
  return character === " " || character === "\t" || character === "\n";
}

function* shifted(offsets: Offsets, text: number, origin: number): Generator<number> {
  for (const [index, value] of offsets.entries())
    yield index % 3 === 0 ? value + text : index % 3 === 1 ? value + origin : value;
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
