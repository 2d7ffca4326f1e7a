import { z } from "zod";
import type { Correction } from "./claim.ts";
import { Quote } from "./quote.ts";
import { Place, Span } from "./span.ts";

/**
 * What a person says of a stretch of a comment, as the `value` of a correction, in JSON.
 *
 * `isQuote` says whether the words are somebody else's; `speaker` (an author id) and `source` then say whose
 * and where they are from, null where nobody knows. `before` holds the quotes that stood there, and those
 * that the texts of later edits mark there, so that they can be given back.
 */
export const QuoteSaying = z
  .strictObject({
    commentId: z.string().min(1),
    version: z.string().min(1),
    span: Span,
    text: z.string().min(1),
    isQuote: z.boolean(),
    speaker: z.string().nullable(),
    source: Place.nullable(),
    before: z.array(Quote).readonly(),
  })
  .readonly();
export type QuoteSaying = z.output<typeof QuoteSaying>;

/**
 * Reads what a correction says of a quote; null where it is of another kind, or says nothing that is known
 * here.
 */
export function quoteSayingOf({ target, value }: Pick<Correction, "target" | "value">): QuoteSaying | null {
  if (target.kind !== "quote" || value === null) return null;
  try {
    const saying = QuoteSaying.safeParse(JSON.parse(value));
    return saying.success ? saying.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * Where the words stand in a text; null where they do not, or in several places of another version than the
 * one spoken of.
 */
export function spanSpokenOf(
  { version, span, text }: Pick<QuoteSaying, "version" | "span" | "text">,
  comment: { readonly version: string; readonly text: string },
): Span | null {
  if (version === comment.version) return span;
  const start = comment.text.indexOf(text);
  if (start < 0 || comment.text.includes(text, start + 1)) return null;
  return { start, end: start + text.length };
}
