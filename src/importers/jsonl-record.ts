import { z } from "zod";
import { CommentStatus } from "../model/comment.ts";
import { QuoteMethod } from "../model/quote.ts";

const id = z.union([z.string().min(1), z.number().transform(String)]);
/** An id that need not be there; tools that have no null write an empty string. */
const reference = z.union([z.literal("").transform(() => null), id]).nullish();
const time = z.union([z.string(), z.number()]);

const quote = z.object({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  sourceId: reference,
  sourceAuthor: z.string().nullish(),
  how: QuoteMethod.nullish(),
  score: z.number().min(0).max(1).nullish(),
});

const reaction = z.object({
  by: z.string().nullish(),
  kind: z.string(),
  quote: z.string().nullish(),
  sign: z.int().min(-1).max(1).nullish(),
});

const version = z.object({
  text: z.string(),
  at: time.nullish(),
  kind: z.string().nullish(),
  from: z.string().nullish(),
});

const author = z.object({ id: reference, name: z.string().nullish() });

/**
 * One line of our own JSONL: a comment as another tool can write it down.
 *
 * Only `id` and `text` must be there; what is missing is null or empty. Ids are the site's own and need no host.
 * Spans of quotes count UTF-16 units in `text` as it stands in the record, markup included. Times are ISO 8601
 * or the seconds or milliseconds since 1970. `origin` is taken and not used: the record's own place is the origin.
 */
export const JsonlRecord = z.object({
  id,
  text: z.string(),
  threadId: reference,
  threadTitle: z.string().nullish(),
  parentId: reference,
  author: z.union([z.string(), author]).nullish(),
  createdAt: time.nullish(),
  editedAt: time.nullish(),
  markup: z.enum(["md", "html", "plain"]).nullish(),
  url: z.string().nullish(),
  score: z.number().nullish(),
  status: CommentStatus.nullish(),
  quotes: z.array(quote).nullish(),
  reactions: z.array(reaction).nullish(),
  versions: z.array(version).nullish(),
  origin: z.unknown().optional(),
});
export type JsonlRecord = z.output<typeof JsonlRecord>;

const nested: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["author", new Set(Object.keys(author.shape))],
  ["quotes", new Set(Object.keys(quote.shape))],
  ["reactions", new Set(Object.keys(reaction.shape))],
  ["versions", new Set(Object.keys(version.shape))],
]);
const known = new Set(Object.keys(JsonlRecord.shape));

/** The names of fields of a parsed line that `JsonlRecord` does not know: `karma`, `author.karma`. */
export function unknownFields(line: object): readonly string[] {
  const names: string[] = [];
  for (const [name, value] of Object.entries(line)) {
    if (!known.has(name)) names.push(name);
    const inner = nested.get(name);
    if (inner === undefined || typeof value !== "object" || value === null) continue;
    for (const part of Array.isArray(value) ? value : [value])
      if (typeof part === "object" && part !== null)
        for (const key of Object.keys(part)) if (!inner.has(key)) names.push(`${name}.${key}`);
  }
  return names;
}
