import { z } from "zod";
import { type Comment, CommentStatus } from "../model/comment.ts";
import type { StoreReader } from "../store/store.ts";
import { loadComments } from "./load/comments.ts";
import { namesOf } from "./load/names.ts";
import { loadQuotes } from "./load/quotes.ts";
import { resolveId } from "./load/resolve-id.ts";
import { wordsOfComment } from "./load/words.ts";
import type { Query } from "./query.ts";
import { Id, maybe, readRows } from "./read-rows.ts";
import { CommentItem, Person, QuoteItem, Words } from "./shapes.ts";

/** `id` is the id of a comment, or a prefix that only one comment has. */
const CommentInput = z.strictObject({ id: z.string().trim().min(1) }).readonly();

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

const ThreadRow = z.object({ id: Id, title: maybe(z.string()) });
const NeighbourRow = z.object({ side: z.enum(["before", "after"]), id: Id });
const IdRow = z.object({ id: Id });

export const comment: Query<typeof CommentInput, typeof CommentOutput> = {
  id: "comment",
  describes: "A comment with what was found in it, and its neighbours in the thread.",
  input: CommentInput,
  output: CommentOutput,
  /** @throws AppError `query.id-unknown`, `query.id-ambiguous`. */
  async run(store, { id }) {
    return readComment(store, (await resolveId(store, id, "comment")).id);
  },
};

/** A comment by its whole id. */
export async function readComment(store: StoreReader, id: string): Promise<CommentOutput> {
  const [found] = await store.known.comments([id]);
  if (found === undefined) throw new Error(`comment ${id} has an id and is not stored`);
  const replies = (await readRows(store, "replies-of-comment", { id }, IdRow)).map((row) => row.id);
  const [thread] = await readRows(store, "thread-of-comment", { id }, ThreadRow);
  const neighbours = await readNeighbours(store, found);
  const others = new Map(
    (await loadComments(store, [...replies, found.parentId, ...neighbours.values()])).map((it) => [
      it.id,
      it,
    ]),
  );
  const names = await namesOf(store, [found.authorId]);
  return {
    id,
    author: names(found.authorId),
    createdAt: found.createdAt,
    editedAt: found.editedAt,
    thread: thread ?? null,
    url: found.url,
    status: found.status,
    text: found.text,
    version: found.version,
    words: await wordsOfComment(store, id),
    quotes: await loadQuotes(store, [id]),
    parent: others.get(found.parentId ?? "") ?? null,
    replies: replies.flatMap((reply) => others.get(reply) ?? []),
    previous: others.get(neighbours.get("before") ?? "") ?? null,
    next: others.get(neighbours.get("after") ?? "") ?? null,
  };
}

async function readNeighbours(store: StoreReader, of: Comment): Promise<ReadonlyMap<string, string>> {
  if (of.threadId === null) return new Map();
  const { id, threadId, createdAt, order } = of;
  const parameters = { id, threadId, createdAt, source: order.source, index: order.index };
  const rows = await readRows(store, "thread-neighbours", parameters, NeighbourRow);
  return new Map(rows.map((row) => [row.side, row.id]));
}
