import { z } from "zod";

/**
 * A half-open range `[start, end)` of one version of one comment's text.
 *
 * Offsets count UTF-16 code units from 0, as `slice` does, so
 * `text.slice(span.start, span.end)` is always the words meant.
 *
 *     RL is unsafe. SSL is not.
 *     ^            ^                 { start: 0, end: 13 }
 */
export const Span = z
  .strictObject({ start: z.int().nonnegative(), end: z.int().positive() })
  .refine((span) => span.start < span.end, { error: "start must be less than end" })
  .readonly();
export type Span = z.output<typeof Span>;

/** A span in one version of one comment: the smallest thing that a reader can be pointed to. */
export const Place = z
  .strictObject({ commentId: z.string().min(1), version: z.string().min(1), span: Span })
  .readonly();
export type Place = z.output<typeof Place>;

/**
 * The words that a span means.
 *
 * @throws RangeError when the span is empty, turned round, or runs out of the text: such a span has no words,
 *   and nothing may be built on it.
 */
export function sliceSpan(text: string, { start, end }: Span): string {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start >= end || end > text.length)
    throw new RangeError(`span ${start}-${end} does not lie in a text of ${text.length}`);
  return text.slice(start, end);
}

/** Whether `span` lies in `text` and holds exactly `words`. */
export function holdsWords(text: string, span: Span, words: string): boolean {
  return span.end <= text.length && text.slice(span.start, span.end) === words;
}

/** Whether `inner` lies wholly in `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** How many code units two spans share; 0 when they do not meet. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
