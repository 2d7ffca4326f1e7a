import { z } from "zod";
import { type Comment, CommentStatus, type Version } from "../model/comment.ts";
import { compareStrings } from "../model/id.ts";
import type { StoreReader } from "../store/store.ts";
import { loadComments } from "./load/comments.ts";
import { namesOf } from "./load/names.ts";
import { loadQuotes } from "./load/quotes.ts";
import { resolveId } from "./load/resolve-id.ts";
import { wordsOfComment } from "./load/words.ts";
import type { Query } from "./query.ts";
import { Id, maybe, readRows } from "./read-rows.ts";
import { CommentItem, layer, Person, QuoteItem, Words } from "./shapes.ts";
import { openView } from "./view/view-reader.ts";

/** `id` is the id of a comment, or a prefix that only one comment has. */
const CommentInput = z.strictObject({ id: z.string().trim().min(1), extractor: layer }).readonly();

/**
 * A comment with what was found in it, where it came from, and its neighbours.
 *
 * `words` and `quotes` stand in the order of the text; their spans count in `text` where their `version` is
 * the comment's. `versions` are all its texts, oldest first, the one shown among them; `origins` say in which
 * inputs they stand, `record` naming the place. `url` is an address on the web, or null. `parent` is what it
 * answers, `replies` what answers it; `previous` and `next` are the neighbours in the thread by time, else by
 * order.
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
    score: z.number().nullable(),
    text: z.string(),
    version: z.string(),
    versions: z
      .array(
        z
          .strictObject({
            id: z.string(),
            text: z.string(),
            at: z.string().nullable(),
            kind: z.enum(["original", "edit", "extraction"]),
          })
          .readonly(),
      )
      .readonly(),
    origins: z
      .array(
        z
          .strictObject({
            sourceId: z.string(),
            file: z.string(),
            format: z.string(),
            captured: z.string().nullable(),
            record: z.string().nullable(),
          })
          .readonly(),
      )
      .readonly(),
    reactions: z
      .array(
        z
          .strictObject({
            by: Person.nullable(),
            kind: z.string(),
            quote: z.string().nullable(),
            sign: z.int().min(-1).max(1),
          })
          .readonly(),
      )
      .readonly(),
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
  /** @throws AppError `query.id-unknown`, `query.id-ambiguous`, `query.unknown-layer`. */
  async run(whole, { id, extractor = null }) {
    const store = await openView(whole, extractor);
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
  const names = await namesOf(store, [found.authorId, ...found.reactions.map(({ by }) => by)]);
  const versions = (await store.known.versions([id])).toSorted(byTime);
  return {
    id,
    author: names(found.authorId),
    createdAt: found.createdAt,
    editedAt: found.editedAt,
    thread: thread ?? null,
    url: webAddress(found.url),
    status: found.status,
    score: found.score,
    text: found.text,
    version: found.version,
    versions: versions.map(({ id: version, text, at, kind }) => ({ id: version, text, at, kind })),
    origins: await originsOf(store, found, versions),
    reactions: found.reactions.map(({ by, kind, quote, sign }) => ({ by: names(by), kind, quote, sign })),
    words: await wordsOfComment(store, id),
    quotes: await loadQuotes(store, [id]),
    parent: others.get(found.parentId ?? "") ?? null,
    replies: replies.flatMap((reply) => others.get(reply) ?? []),
    previous: others.get(neighbours.get("before") ?? "") ?? null,
    next: others.get(neighbours.get("after") ?? "") ?? null,
  };
}

/** Originals first, then by time; without times as the store has them, by id. */
function byTime(a: Version, b: Version): number {
  const rank = ({ kind }: Version): number => (kind === "original" ? 0 : 1);
  return rank(a) - rank(b) || compareStrings(a.at ?? "", b.at ?? "") || compareStrings(a.id, b.id);
}

/** The inputs that brought a comment's texts, in the order of their rank. */
async function originsOf(
  store: StoreReader,
  { order, origin }: Comment,
  versions: readonly Version[],
): Promise<CommentOutput["origins"]> {
  const records = new Map<string, string | null>([[order.source, null]]);
  for (const place of [...versions.map((version) => version.origin), origin])
    if (place !== null) records.set(place.sourceId, place.record);
  const sources = (await store.known.sources()).filter(({ id }) => records.has(id));
  return sources
    .toSorted((a, b) => a.rank - b.rank || compareStrings(a.id, b.id))
    .map(({ id, file, format, captured }) => {
      return { sourceId: id, file, format, captured, record: records.get(id) ?? null };
    });
}

/** An address that a link may lead to; null for one of another kind, which input may hold to do harm. */
function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//iu.test(url) && URL.canParse(url) ? url : null;
}

async function readNeighbours(store: StoreReader, of: Comment): Promise<ReadonlyMap<string, string>> {
  if (of.threadId === null) return new Map();
  const { id, threadId, createdAt, order } = of;
  const parameters = { id, threadId, createdAt, source: order.source, index: order.index };
  const rows = await readRows(store, "thread-neighbours", parameters, NeighbourRow);
  return new Map(rows.map((row) => [row.side, row.id]));
}
