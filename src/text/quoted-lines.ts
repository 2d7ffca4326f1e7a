import type { Span } from "../model/span.ts";
import { MappedTextBuilder } from "./offset-map.ts";
import type { ReadText } from "./reader-text.ts";

/** Deeper quotes are part of the one around them. */
const deepest = 8;
/** More marks before a line are no quote that a person or a mail program made. */
const mostMarks = 64;

/**
 * Reads plain text in which `>` before a line means a quote, as mail and pasted threads have it.
 *
 * The marks go; each run of lines of one depth or deeper is a quote, an outer one before those in it. Nothing
 * else is markup. Line ends must be `\n` already.
 *
 *     > > Will it hold?        text   Will it hold?
 *     > It did in May.                It did in May.
 *     Then it will.                   Then it will.
 *                              quotes 0-28 (two lines), 0-13 in it
 */
export function readQuotedLines(source: string): ReadText {
  const builder = new MappedTextBuilder();
  const quotes: Span[] = [];
  const open: number[] = [];
  let wordsEnd = 0;
  const closeTo = (depth: number): void => {
    while (open.length > depth) {
      const start = open.pop() ?? 0;
      if (start < wordsEnd) quotes.push({ start, end: wordsEnd });
    }
  };
  for (let at = 0; at <= source.length; ) {
    const lineEnd = source.indexOf("\n", at);
    const end = lineEnd < 0 ? source.length : lineEnd;
    const marks = marksOf(source.slice(at, end));
    const depth = Math.min(deepest, marks.split(">").length - 1);
    const hasSpace = depth > 0 && source[at + marks.length] === " ";
    const from = at + marks.length + (hasSpace ? 1 : 0);
    const isBlank = source.slice(from, end).trim() === "";
    // An empty line without a mark ends the quote; one with fewer marks is a line of the outer quote.
    if (!isBlank || depth === 0) closeTo(depth);
    if (at > 0) builder.copy("\n", at - 1);
    while (!isBlank && open.length < depth) open.push(builder.length);
    builder.copy(source.slice(from, end), from);
    if (!isBlank) wordsEnd = builder.length - trailingSpace(source.slice(from, end));
    at = end + 1;
  }
  closeTo(0);
  const sorted = quotes.sort((a, b) => a.start - b.start || b.end - a.end);
  return { ...builder.build(), quotes: sorted, code: [], problem: null };
}

function marksOf(line: string): string {
  const marks = /^(?:[ \t]{0,3}>)*/u.exec(line)?.[0] ?? "";
  return marks.length > mostMarks * 2 ? "" : marks;
}

function trailingSpace(line: string): number {
  return line.length - line.trimEnd().length;
}
