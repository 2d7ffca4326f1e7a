import { z } from "zod";
import { Offsets, Origin } from "./origin.ts";

/** What became of a comment. A `stub` is a parent that is named and was never seen. */
export const CommentStatus = z.enum(["live", "deleted", "removed", "retracted", "hidden", "stub"]);
export type CommentStatus = z.output<typeof CommentStatus>;

/** An instant: ISO 8601 in UTC with milliseconds, so that order by code unit is order in time. */
export const Instant = z.iso.datetime({ precision: 3 });

/** A person who writes, as one source names them. */
export const Author = z.strictObject({ id: z.string().min(1), name: z.string() }).readonly();
export type Author = z.output<typeof Author>;

/** What comments stand under: a post, a topic, a feed. */
export const Thread = z.strictObject({ id: z.string().min(1), title: z.string().nullable() }).readonly();
export type Thread = z.output<typeof Thread>;

/**
 * An input that was imported.
 *
 * `rank` orders sources that carry no dates: by `captured` where given, else by first import. `authorId` and
 * `bioKey` belong to a feed of one person: two feeds with one biography have one author. `isComplete` is
 * false while a run works on the source, and stays so when the run is cut off. `diagnostics` counts what was
 * wrong in the input when it was first read to its end; absent before.
 */
export const Source = z
  .strictObject({
    id: z.string().min(1),
    file: z.string(),
    format: z.string(),
    host: z.string(),
    captured: z.string().nullable(),
    rank: z.int().nonnegative(),
    authorId: z.string().nullable(),
    bioKey: z.string().nullable(),
    isComplete: z.boolean(),
    diagnostics: z
      .strictObject({
        errors: z.int().nonnegative(),
        warnings: z.int().nonnegative(),
        notes: z.int().nonnegative(),
      })
      .readonly()
      .optional(),
  })
  .readonly();
export type Source = z.output<typeof Source>;

/** A judgement of a reader on a comment or on words in it, made with a button. `sign` is -1, 0 or 1. */
export const Reaction = z
  .strictObject({
    by: z.string().nullable(),
    kind: z.string(),
    quote: z.string().nullable(),
    sign: z.int().min(-1).max(1),
  })
  .readonly();
export type Reaction = z.output<typeof Reaction>;

/** Where a text stands in a further input, and how it is joined to that one. */
export const FurtherOrigin = z.strictObject({ ...Origin.unwrap().shape, offsets: Offsets }).readonly();
export type FurtherOrigin = z.output<typeof FurtherOrigin>;

/**
 * One text of a comment.
 *
 * `kind` says why there is more than one: the author changed the words (`edit`), or another extraction of the
 * same words lost or kept other parts (`extraction`). The first text seen is `original`. `origin` and
 * `offsets` are those of the input that brought the text first, `alsoIn` those of others that hold the very
 * same text, in the order of import; it is absent where there are none.
 */
export const Version = z
  .strictObject({
    id: z.string().min(1),
    commentId: z.string().min(1),
    text: z.string(),
    at: Instant.nullable(),
    kind: z.enum(["original", "edit", "extraction"]),
    origin: Origin.nullable(),
    offsets: Offsets,
    alsoIn: z.array(FurtherOrigin).readonly().optional(),
  })
  .readonly();
export type Version = z.output<typeof Version>;

/**
 * One post as imported; its text is never changed.
 *
 * `text` is what a reader sees in the current version: markup gone, entities resolved, line ends as `\n`,
 * nothing else altered. `order` ranks comments without a time: the rank of the source, then the index in it,
 * oldest first. `seq` is the order of first import.
 */
export const Comment = z
  .strictObject({
    id: z.string().min(1),
    authorId: z.string().nullable(),
    threadId: z.string().nullable(),
    parentId: z.string().nullable(),
    createdAt: Instant.nullable(),
    editedAt: Instant.nullable(),
    order: z.strictObject({ source: z.string(), index: z.int().nonnegative() }).readonly(),
    seq: z.int().nonnegative(),
    text: z.string(),
    version: z.string().min(1),
    url: z.string().nullable(),
    score: z.number().nullable(),
    status: CommentStatus,
    reactions: z.array(Reaction).readonly(),
    origin: Origin.nullable(),
  })
  .readonly();
export type Comment = z.output<typeof Comment>;
