import { z } from "zod";
import { Span } from "./span.ts";

/**
 * Something wrong with one record, that the run survives.
 *
 * `place` says where (`dump.jsonl:17`, a comment id). Under `--strict` every diagnostic of severity `error` or
 * `warning` makes the run fail with exit 4 at its end.
 */
export const Diagnostic = z
  .strictObject({
    severity: z.enum(["error", "warning", "note"]),
    code: z.string(),
    message: z.string(),
    place: z.string(),
    commentId: z.string().nullable(),
    span: Span.nullable(),
  })
  .readonly();
export type Diagnostic = z.output<typeof Diagnostic>;
