import type { Segment } from "../model/segment.ts";
import type { Span } from "../model/span.ts";
import { type Block, readBlocks } from "./blocks.ts";
import { splitSentences } from "./sentences.ts";

/** What segmentation needs of a quote. */
export interface QuoteSpan {
  readonly id: string;
  readonly span: Span;
}

/** The words that introduce a list, and how far its items are indented at least. */
interface Introduction {
  readonly indent: number;
  readonly segment: Segment;
}

/**
 * Cuts a text into sentences and list items with exact places.
 *
 * Segments are in order, do not meet, start and end in words and never cross a line (but for text that was
 * wrapped at a fixed width), a list item or a quote boundary. Together they hold every character that is neither
 * white space nor the mark of a list item. An item of several sentences gives several segments of kind `item`.
 *
 *     I see two problems:          sentence
 *     • It is slow. It is big.     item, item   leadIn "I see two problems:"
 *
 * Linear in the length of the text.
 *
 * @param quotes - may nest; a segment takes the shortest that holds it.
 */
export function segment(text: string, quotes: readonly QuoteSpan[]): Segment[] {
  const stretches = quoteStretches(text.length, quotes);
  const segments: Segment[] = [];
  const introductions: Introduction[] = [];
  let isInList = false;
  let stretch = 0;
  for (const block of readBlocks(text)) {
    while ((stretches[stretch]?.span.end ?? text.length) <= block.span.start) stretch++;
    const before = segments.at(-1);
    if (block.kind === "sentence") introductions.length = 0;
    else if (!isInList && before !== undefined && introduces(text, before.span))
      introductions.push({ indent: -1, segment: before });
    isInList = block.kind === "item";
    while ((introductions.at(-1)?.indent ?? -1) >= block.indent) introductions.pop();
    const introduction = introductions.at(-1)?.segment;
    for (let i = stretch; (stretches[i]?.span.start ?? text.length) < block.span.end; i++)
      for (const span of cutBlock(text, block, stretches[i]?.span)) {
        const quoteId = stretches[i]?.quoteId ?? null;
        const leadIn = introduction?.quoteId === quoteId ? (introduction?.span ?? null) : null;
        segments.push({ kind: block.kind, span, paragraph: block.paragraph, quoteId, leadIn });
      }
    const last = segments.at(-1);
    if (isInList && last !== undefined && introduces(text, last.span))
      introductions.push({ indent: block.indent, segment: last });
  }
  return segments;
}

function cutBlock(text: string, block: Block, stretch: Span | undefined): readonly Span[] {
  const start = Math.max(block.span.start, stretch?.start ?? 0);
  const end = Math.min(block.span.end, stretch?.end ?? text.length);
  return start < end ? splitSentences(text, { start, end }) : [];
}

/** Whether words announce a list: they end with a colon or dash, or do not end at all. */
function introduces(text: string, { start, end }: Span): boolean {
  return /(?:[:—–…]|[\p{L}\p{N},;)])[*_"'”’]*$/u.test(text.slice(Math.max(start, end - 8), end));
}

/** The text cut wherever a quote starts or ends, each stretch with the shortest quote that holds it. */
function quoteStretches(
  length: number,
  quotes: readonly QuoteSpan[],
): { readonly span: Span; readonly quoteId: string | null }[] {
  const edges = quotes.flatMap(({ span }) => [span.start, span.end]).filter((edge) => edge < length);
  const cuts = [...new Set([0, ...edges, length])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const span = { start, end: cuts[i + 1] ?? length };
    const around = quotes.filter(({ span: quote }) => quote.start <= start && quote.end >= span.end);
    const shortest = around.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
    return { span, quoteId: shortest?.id ?? null };
  });
}
