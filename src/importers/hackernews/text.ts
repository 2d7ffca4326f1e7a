import { Parser } from "htmlparser2";
import type { QuoteDraft } from "../../model/draft.ts";
import type { Offsets } from "../../model/origin.ts";
import type { Span } from "../../model/span.ts";
import { readMarkup } from "../../text/markup.ts";
import { composeOffsets, MappedTextBuilder, toOrigin } from "../../text/offset-map.ts";

export interface HackerNewsText {
  readonly text: string;
  readonly offsets: Offsets;
  readonly quotes: readonly QuoteDraft[];
}

/** A paragraph set wholly in italics is a quote more often than not when an answer follows. An estimate. */
const italicScore = 0.7;
/** Fewer words in italics stress something or name a section. */
const leastItalicWords = 4;

/** `>` before words; `>50%` and `>=` say "more than". */
const mark = /^(?:>(?![\d=])[ \t]?)+/u;

/**
 * Reads the HTML of an item, in which `<p>` begins a paragraph and never ends one.
 *
 * The site has no quotes. By custom a paragraph that begins with `>` is one, and its mark goes; a line of it
 * that stands without a mark is the writer's again, and one with more or fewer marks another quote. A
 * paragraph wholly in italics is taken for a quote when words follow it. A link shows the words that a reader
 * sees, which the site shortens.
 *
 *     &gt; It is fast.<p>Is it?       It is fast.\n\nIs it?
 *                                     ^---------^  quote
 */
export async function readHackerNews(source: string): Promise<HackerNewsText> {
  const html = await readMarkup(source, "html");
  const italicAt = follow(italicsOf(source));
  const builder = new MappedTextBuilder();
  const quotes: QuoteDraft[] = [];
  const paragraphs = paragraphsOf(html.text, html.code);
  for (const [index, { start, end, isCode }] of paragraphs.entries()) {
    if (index > 0)
      builder.copy(html.text.slice(paragraphs[index - 1]?.end, start), paragraphs[index - 1]?.end ?? 0);
    if (isCode || !mark.test(html.text.slice(start, end))) {
      const from = builder.length;
      const words = html.text.slice(start, end);
      builder.copy(words, start);
      const origin = toOrigin(html.offsets, { start, end });
      const isItalic = origin.end <= (italicAt(origin.start)?.end ?? 0);
      const isAnswered = index < paragraphs.length - 1;
      if (!isCode && isItalic && isAnswered && words.split(/\s+/u).length >= leastItalicWords)
        quotes.push(quoteOf({ start: from, end: builder.length }, "guessed", italicScore));
      continue;
    }
    for (const span of copyWithoutMarks(builder, html.text, linesOf(source, html, { start, end })))
      quotes.push(quoteOf(span, "markup", 1));
  }
  const { text, offsets } = builder.build();
  return { text, offsets: composeOffsets(offsets, html.offsets), quotes };
}

interface Paragraph extends Span {
  readonly isCode: boolean;
}

/** Stretches between empty lines; a code block is one whatever it holds. */
function paragraphsOf(text: string, code: readonly Span[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const codeAt = follow(code);
  let start = 0;
  let isCode = false;
  for (let at = text.indexOf("\n\n"); at >= 0; at = text.indexOf("\n\n", at + 1)) {
    if (at < start) continue;
    const around = codeAt(at - 1);
    isCode ||= around !== null;
    if (around !== null && at < around.end) continue;
    paragraphs.push({ start, end: at, isCode });
    start = at + 2;
    isCode = false;
  }
  isCode ||= text.length > start && codeAt(text.length - 1) !== null;
  paragraphs.push({ start, end: text.length, isCode });
  return paragraphs;
}

/** Finds which of the spans, which are in order and apart, holds a place. Places must not go back. */
function follow(spans: readonly Span[]): (place: number) => Span | null {
  let next = 0;
  return (place) => {
    while ((spans[next]?.end ?? place + 1) <= place) next++;
    const span = spans[next];
    return span !== undefined && span.start <= place ? span : null;
  };
}

/** The lines of a paragraph as they were typed; the page shows them as one. */
function linesOf(
  source: string,
  { text, offsets }: { readonly text: string; readonly offsets: Offsets },
  { start, end }: Span,
): readonly Span[] {
  const lines: Span[] = [];
  let from = start;
  for (let at = text.indexOf(" ", start); at >= 0 && at < end; at = text.indexOf(" ", at + 1)) {
    const origin = toOrigin(offsets, { start: at, end: at + 1 });
    if (!source.slice(origin.start, origin.end).includes("\n")) continue;
    lines.push({ start: from, end: at });
    from = at + 1;
  }
  lines.push({ start: from, end });
  return lines;
}

/** Copies lines without the marks before them and returns where quotes came to stand. */
function copyWithoutMarks(builder: MappedTextBuilder, text: string, lines: readonly Span[]): readonly Span[] {
  const quotes: { start: number; end: number }[] = [];
  /** How many marks the line before has. */
  let before = 0;
  for (const [index, { start, end }] of lines.entries()) {
    if (index > 0) builder.copy(text.slice(start - 1, start), start - 1);
    const marks = mark.exec(text.slice(start, end))?.[0] ?? "";
    const depth = marks.split(">").length - 1;
    const from = builder.length;
    builder.copy(text.slice(start + marks.length, end), start + marks.length);
    const last = quotes.at(-1);
    if (depth > 0 && depth === before && last) last.end = builder.length;
    else if (depth > 0 && builder.length > from) quotes.push({ start: from, end: builder.length });
    before = builder.length > from ? depth : 0;
  }
  return quotes;
}

/** What stands in `<i>`, in the source. */
function italicsOf(source: string): readonly Span[] {
  const italics: Span[] = [];
  let start: number | null = null;
  const parser = new Parser({
    onopentagname: (name) => {
      if (name === "i") start ??= parser.endIndex + 1;
    },
    onclosetag: (name) => {
      if (name !== "i" || start === null) return;
      if (start < parser.startIndex) italics.push({ start, end: parser.startIndex });
      start = null;
    },
  });
  parser.end(source);
  return italics;
}

function quoteOf({ start, end }: Span, how: QuoteDraft["how"], score: number): QuoteDraft {
  return { span: { start, end }, how, score, speaker: null, source: null };
}
