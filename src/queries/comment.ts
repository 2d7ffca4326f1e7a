import { z } from "zod";
import { CommentStatus } from "../model/comment.ts";
import { CommentItem, Person, QuoteItem, Words } from "./shapes.ts";

/** `id` is the id of a comment, or a prefix that only one comment has. */
export const CommentInput = z.strictObject({ id: z.string().trim().min(1) }).readonly();

/**
 * A comment with what was found in it, and its neighbours.
 *
 * `words` and `quotes` stand in the order of the text; their spans count in `text` where their `version` is
 * the comment's. `parent` is what it answers, `replies` what answers it; `previous` and `next` are the
 * neighbours in the thread by time, else by order.
 */
export const CommentOutput = z
  .strictObject({
    id: z.string(),
    author: Person.nullable(),
    createdAt: z.string().nullable(),
    editedAt: z.string().nullable(),
    thread: z.strictObject({ id: z.string(), title: z.string().nullable() }).readonly().nullable(),
    url: z.string().nullable(),
    status: CommentStatus,
    text: z.string(),
    version: z.string(),
    words: z.array(Words).readonly(),
    quotes: z.array(QuoteItem).readonly(),
    parent: CommentItem.nullable(),
    replies: z.array(CommentItem).readonly(),
    previous: CommentItem.nullable(),
    next: CommentItem.nullable(),
  })
  .readonly();
export type CommentOutput = z.output<typeof CommentOutput>;
