import { z } from "zod";
import type { Quote } from "./quote.ts";
import { Span } from "./span.ts";

/**
 * A sentence or a list item.
 *
 * `paragraph` counts the paragraphs of the comment from 0; a list is one paragraph. `quoteId` is the quote that
 * the segment lies in. `leadIn` of an item is the segment that introduces its list ("I see two problems:").
 */
export const Segment = z
  .strictObject({
    kind: z.enum(["sentence", "item"]),
    span: Span,
    paragraph: z.int().nonnegative(),
    quoteId: z.string().nullable(),
    leadIn: Span.nullable(),
  })
  .readonly();
export type Segment = z.output<typeof Segment>;

/** A comment cut into segments, with its quotes resolved: what an extractor reads. */
export interface SegmentedComment {
  readonly id: string;
  readonly version: string;
  readonly text: string;
  readonly authorId: string | null;
  readonly parentId: string | null;
  readonly threadId: string | null;
  readonly createdAt: string | null;
  readonly segments: readonly Segment[];
  readonly quotes: readonly Quote[];
}
