import { z } from "zod";
import { noContext } from "../../../src/model/extraction.ts";
import { compareStrings } from "../../../src/model/id.ts";
import { overlap, type Span } from "../../../src/model/span.ts";
import { commentOf, type MeasuredExtractor } from "./extractor-readers.ts";
import { readItems } from "./items.ts";
import type { Mistake, Section } from "./report.ts";
import { matchSpans, spanFigures } from "./span-scores.ts";

const Label = z.array(z.tuple([z.int(), z.int(), z.enum(["claim", "premise"])]));

interface ScoredThread {
  readonly id: string;
  readonly group: string;
  readonly text: string;
  readonly wanted: readonly Span[];
  readonly found: readonly Span[];
  readonly sentences: readonly Span[];
}

type Comparison = (text: string, a: Span, b: Span) => boolean;

const isEqual = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** The ways to hold a span against another. */
const comparisons: readonly (readonly [name: string, isSame: Comparison])[] = [
  ["exact", (_, a, b) => isEqual(a, b)],
  ["exact but for marks at the ends", (text, a, b) => isEqual(wordsOf(text, a), wordsOf(text, b))],
  ["IoU 50", (_, a, b) => 2 * overlap(a, b) >= Math.max(a.end, b.end) - Math.min(a.start, b.start)],
];

/**
 * Measures where statements begin and end, whichever of claim and premise they are: spans that are equal,
 * and spans whose overlap is at least half of what both cover together (IoU 50).
 *
 * The texts are whole threads as they were written, with the mark of quoted lines. Words on such a line are
 * no statement of the thread's: they were stated where they are quoted from.
 */
export async function measureUnits(
  file: string,
  { extractor }: MeasuredExtractor,
  limit: number,
): Promise<readonly Section[]> {
  const threads: ScoredThread[] = [];
  for (const { id, group, text, label } of await readItems(file, Label, limit)) {
    const comment = commentOf("text", text, null);
    const { statements } = await extractor.extract(comment, noContext);
    threads.push({
      id,
      group,
      text,
      wanted: label.map(([start, end]) => ({ start, end })),
      found: statements.map(({ span }) => span).filter((span) => !isOnQuotedLine(text, span)),
      sentences: comment.segments.map(({ span }) => span).filter((span) => !isOnQuotedLine(text, span)),
    });
  }
  return [sectionOf(threads)];
}

/** A span may begin with the mark itself, which is four letters long where it is written as HTML. */
function isOnQuotedLine(text: string, { start }: Span): boolean {
  return /^\s*(?:&gt;|>)/u.test(text.slice(text.lastIndexOf("\n", start) + 1, start + "&gt;".length));
}

/** A span from its first letter or digit to its last; a span without any, as it is. */
function wordsOf(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const first = words.search(/[\p{L}\p{N}]/u);
  if (first < 0) return { start, end };
  return { start: start + first, end: start + words.replace(/[^\p{L}\p{N}]+$/u, "").length };
}

function sectionOf(threads: readonly ScoredThread[]): Section {
  return {
    name: "threads",
    items: threads.length,
    groups: new Set(threads.map(({ group }) => group)).size,
    baseline: "every sentence",
    figures: comparisons.flatMap(([name, isSame]) =>
      spanFigures(
        name,
        threads.map(({ group, text, wanted, found, sentences }) => ({
          group,
          counts: matchSpans(found, wanted, (a, b) => isSame(text, a, b)),
          baseline: matchSpans(sentences, wanted, (a, b) => isSame(text, a, b)),
        })),
      ),
    ),
    coverage: [],
    calibration: null,
    confusion: null,
    mistakes: threads.flatMap(mistakesOf).sort((a, b) => compareStrings(a.id, b.id)),
  };
}

/**
 * One mistake of each thread, so that a reader of a few sees several threads: what was found and is nothing
 * like a unit.
 */
function mistakesOf({ id, text, found, wanted }: ScoredThread): readonly Mistake[] {
  const show = ({ start, end }: Span): string => text.slice(start, end);
  const lost = wanted.find((span) => !found.some((other) => overlap(span, other) > 0));
  const extra = found.find((span) => !wanted.some((other) => overlap(span, other) > 0));
  return [
    ...(extra ? [{ id, confidence: null, said: "a statement", label: "none", lines: [show(extra)] }] : []),
    ...(lost ? [{ id, confidence: null, said: "none", label: "a statement", lines: [show(lost)] }] : []),
  ];
}
