import { once } from "node:events";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createGunzip } from "node:zlib";
import { z } from "zod";

/** A comment of the load corpus as it is stored there; the times are epoch seconds. */
const ForumComment = z.object({
  id: z.string(),
  threadId: z.string(),
  threadTitle: z.string().nullable(),
  parentId: z.string().nullable(),
  author: z.string().nullable(),
  createdAt: z.number().nullable(),
  text: z.string(),
  quotes: z.array(z.object({ start: z.int(), end: z.int(), sourceAuthor: z.string().nullish() })),
});
export type ForumComment = z.output<typeof ForumComment>;

/** The corpus of 50,034 forum comments beside the checkout, or null where there is none. */
export function forumCorpus(): string | null {
  const path = fileURLToPath(new URL("../../../shared/corpora/forum-50k.comments.jsonl.gz", import.meta.url));
  return existsSync(path) ? path : null;
}

/**
 * The first comments of the load corpus, or of a file shaped like it, gzipped or plain.
 *
 * @param limit - how many at most.
 */
export async function* forumComments(source: string, limit: number): AsyncGenerator<ForumComment> {
  const file = createReadStream(source);
  const lines = createInterface({
    input: source.endsWith(".gz") ? file.pipe(createGunzip()) : file,
    crlfDelay: Infinity,
  });
  let count = 0;
  for await (const line of lines) {
    if (count >= limit) break;
    yield ForumComment.parse(JSON.parse(line));
    count++;
  }
  file.destroy();
}

/**
 * Turns the load corpus into our own JSONL, line by line.
 *
 * @param limit - how many comments, from the start.
 * @returns how many were written.
 */
export async function writeForumJsonl(source: string, target: string, limit: number): Promise<number> {
  const out = createWriteStream(target);
  let count = 0;
  for await (const { createdAt, quotes, ...comment } of forumComments(source, limit)) {
    const record = {
      ...comment,
      createdAt: createdAt === null ? null : new Date(createdAt * 1000).toISOString(),
      markup: "plain",
      quotes: quotes.map(({ start, end, sourceAuthor }) => ({
        start,
        end,
        sourceAuthor: sourceAuthor ?? null,
        how: "markup",
        score: 1,
      })),
    };
    if (!out.write(`${JSON.stringify(record)}\n`)) await once(out, "drain");
    count++;
  }
  out.end();
  await once(out, "finish");
  return count;
}
