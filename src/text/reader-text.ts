import type { Offsets } from "../model/origin.ts";
import type { Span } from "../model/span.ts";
import { MappedTextBuilder } from "./offset-map.ts";

/**
 * A source text as a reader sees it.
 *
 * Paragraphs are set apart by an empty line, each list item stands on a line of its own behind its marker,
 * and no markup is left. `offsets` leads back to the source. `quotes` are block quotes, by start, an outer
 * one before those in it; `code` are code blocks and inline code. `problem` says why the source was taken as
 * plain text although it claims to be more.
 */
export interface ReadText {
  readonly text: string;
  readonly offsets: Offsets;
  readonly quotes: readonly Span[];
  readonly code: readonly Span[];
  readonly problem: string | null;
}

/** Deeper items are not indented further, and deeper quotes are part of the one around them. */
const deepest = 8;

interface OpenSpan {
  start: number | null;
  readonly isOutsideMarker: boolean;
}

/**
 * Writes what a reader sees of a document: words, breaks between blocks, list markers.
 *
 * Breaks and markers are held back until words follow them, so that an empty block leaves no trace and a text
 * never begins or ends with a break.
 */
export class ReaderTextWriter {
  readonly #builder = new MappedTextBuilder();
  readonly #quotes: Span[] = [];
  readonly #code: Span[] = [];
  readonly #openQuotes: OpenSpan[] = [];
  readonly #openCode: OpenSpan[] = [];
  #newlines = 0;
  #marker = "";
  /** How deep in lists the next words stand; 0 outside. */
  #listDepth = 0;

  /** The next words begin a new line (1) or a new paragraph (2); of several calls the widest counts. */
  breakLine(newlines: 1 | 2): void {
    this.#newlines = Math.max(this.#newlines, this.#listDepth > 0 ? Math.min(newlines, 1) : newlines);
  }

  /** Words that stand in the source as they are. */
  copy(words: string, originStart: number): void {
    if (words === "") return;
    this.#flush(originStart);
    this.#builder.copy(words, originStart);
  }

  /** Words that stand for a stretch of the source. */
  make(words: string, originStart: number, originEnd: number): void {
    if (words === "") return;
    this.#flush(originStart);
    this.#builder.make(words, originStart, originEnd);
  }

  /** Whether the next words begin a line, so that space before them is not seen. */
  get isAtLineStart(): boolean {
    return this.#newlines > 0 || this.#marker !== "" || this.#builder.length === 0;
  }

  openQuote(): void {
    this.#openQuotes.push({ start: null, isOutsideMarker: this.#marker === "" });
  }

  closeQuote(): void {
    const open = this.#openQuotes.pop();
    if (open?.start == null || this.#openQuotes.length >= deepest) return;
    if (open.start < this.#builder.length)
      this.#quotes.push({ start: open.start, end: this.#builder.length });
  }

  openCode(): void {
    this.#openCode.push({ start: null, isOutsideMarker: false });
  }

  closeCode(): void {
    const start = this.#openCode.pop()?.start;
    // Code inside code is part of it.
    if (this.#openCode.length > 0 || start == null || start >= this.#builder.length) return;
    this.#code.push({ start, end: this.#builder.length });
  }

  openList(): void {
    this.breakLine(this.#listDepth === 0 ? 2 : 1);
    this.#listDepth++;
  }

  closeList(): void {
    this.#listDepth = Math.max(0, this.#listDepth - 1);
    this.breakLine(this.#listDepth === 0 ? 2 : 1);
  }

  /** Begins a list item; its marker stands before its first words. */
  openItem(marker: string): void {
    this.breakLine(1);
    const indent = "  ".repeat(Math.min(deepest, Math.max(0, this.#listDepth - 1)));
    this.#marker = this.#marker === "" ? indent + marker : this.#marker + marker;
  }

  closeItem(): void {
    this.#marker = "";
    this.breakLine(1);
  }

  build(): ReadText {
    while (this.#openQuotes.length > 0) this.closeQuote();
    const quotes = this.#quotes.sort((a, b) => a.start - b.start || b.end - a.end);
    return { ...this.#builder.build(), quotes, code: this.#code, problem: null };
  }

  #flush(origin: number): void {
    const before = this.#builder.length;
    if (before > 0 && this.#newlines > 0) this.#builder.make("\n".repeat(this.#newlines), origin);
    for (const open of this.#openQuotes) if (open.isOutsideMarker) open.start ??= this.#builder.length;
    if (this.#marker !== "") this.#builder.make(this.#marker, origin);
    else if (before > 0 && this.#newlines > 0 && this.#listDepth > 0)
      this.#builder.make("  ".repeat(Math.min(deepest, this.#listDepth)), origin);
    for (const open of this.#openQuotes) open.start ??= this.#builder.length;
    for (const open of this.#openCode) open.start ??= this.#builder.length;
    this.#newlines = 0;
    this.#marker = "";
  }
}
