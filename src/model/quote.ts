import { z } from "zod";
import { Origin } from "./origin.ts";
import { Place, Span } from "./span.ts";

/**
 * How a quote was found: by a mark of the format (`markup`, `header`), by quotation marks and a phrase such
 * as "you wrote" (`inline`), by standing word for word in an earlier comment (`matched`), by its look
 * (`guessed`), by a person's word (`human`).
 */
export const QuoteMethod = z.enum(["markup", "header", "inline", "matched", "guessed", "human"]);
export type QuoteMethod = z.output<typeof QuoteMethod>;

/**
 * A span that is somebody else's words.
 *
 * `speaker` is the id of the author quoted, null when nobody knows: never the commenter by default. `source`
 * is the place in an earlier comment that the words were copied from. `speakerName` and `sourceId` (a comment
 * id) are what the format itself says of these, null when it says nothing. `answer` is the span of own words
 * that follows and answers it. `score` is the probability, 0 to 1, that the span is a quote at all.
 */
export const Quote = z
  .strictObject({
    id: z.string().min(1),
    commentId: z.string().min(1),
    version: z.string().min(1),
    span: Span,
    text: z.string(),
    how: QuoteMethod,
    score: z.number().min(0).max(1),
    speaker: z.string().nullable(),
    speakerName: z.string().nullable(),
    source: Place.nullable(),
    sourceId: z.string().nullable(),
    answer: Span.nullable(),
    origin: Origin.nullable(),
  })
  .readonly();
export type Quote = z.output<typeof Quote>;
