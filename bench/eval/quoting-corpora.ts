import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { discourse, jsonl } from "../../src/importers/registry.ts";
import type { Quote } from "../../src/model/quote.ts";
import { overlap } from "../../src/model/span.ts";
import type { TextInput } from "./find-quotes.ts";

/** Posts whose quotes are marked, as files of a format, with the posts that the quotes are from. */
export interface QuotingCorpus {
  readonly posts: number;
  readonly inputs: readonly TextInput[];
  readonly expected: readonly ExpectedSource[];
}

/** A quote in a post, told from the post's others by `isOf`, and the id of the comment that it is from. */
interface ExpectedSource {
  readonly post: string;
  readonly source: string;
  readonly isOf: (quote: Quote) => boolean;
  /** Which of the quotes that `isOf` knows, in reading order. */
  readonly nth: number;
}

const Quoted = z.object({
  start: z.int(),
  end: z.int(),
  sourceId: z.union([z.string(), z.number()]).nullable(),
});
const ForumPost = z.object({
  id: z.string(),
  threadId: z.string(),
  parentId: z.string().nullable(),
  author: z.string().nullable(),
  createdAt: z.number().nullable(),
  text: z.string(),
  quotes: z.array(Quoted),
});

async function linesOf(file: string): Promise<readonly unknown[]> {
  const text = gunzipSync(await readFile(file)).toString("utf8");
  return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as unknown]));
}

function ofThreads<Post extends { readonly threadId: string }>(
  posts: readonly Post[],
  count: number,
): readonly Post[] {
  const chosen = new Set([...new Set(posts.map(({ threadId }) => threadId))].slice(0, count));
  return posts.filter(({ threadId }) => chosen.has(threadId));
}

/**
 * A forum whose posts say which stretches are quotes. What they say of the source is withheld: neither the
 * post nor its author stands in the input.
 *
 * @param threads - how many whole threads, in the order of the file.
 */
export async function forumQuotes(file: string, threads: number): Promise<QuotingCorpus> {
  const all = (await linesOf(file)).map((line) => ForumPost.parse(line));
  const posts = ofThreads(all, threads);
  const ids = new Map(posts.map(({ id }) => [id.slice(id.indexOf(":") + 1), id]));
  const expected: ExpectedSource[] = [];
  const lines: string[] = [];
  for (const { quotes, createdAt, ...post } of posts) {
    for (const quote of quotes) {
      const source = ids.get(String(quote.sourceId));
      if (source === undefined) continue;
      const isOf = ({ span }: Quote): boolean =>
        overlap(span, quote) * 2 >= Math.max(span.end - span.start, quote.end - quote.start);
      expected.push({ post: `forum:${post.id}`, source: `forum:${source}`, isOf, nth: 0 });
    }
    const time = createdAt === null ? null : new Date(createdAt * 1000).toISOString();
    const marked = quotes.map(({ start, end }) => ({ start, end, how: "markup" }));
    lines.push(JSON.stringify({ ...post, createdAt: time, markup: "plain", quotes: marked }));
  }
  const input = { name: "forum.jsonl", text: `${lines.join("\n")}\n`, importer: jsonl, host: "forum" };
  return { posts: posts.length, inputs: [input], expected };
}

const TopicPost = z.object({
  id: z.string(),
  threadId: z.string(),
  threadTitle: z.string().nullable(),
  postNumber: z.int(),
  replyToPostNumber: z.int().nullable(),
  author: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  version: z.int(),
  text: z.string(),
});

/** A Discourse forum in its own markup, as the posts that its API gives. A quote names its topic and post. */
export async function discourseQuotes(file: string, threads: number): Promise<QuotingCorpus> {
  const all = (await linesOf(file)).map((line) => TopicPost.parse(line));
  const posts = ofThreads(all, threads);
  const native = (id: string): string => id.slice(id.indexOf(":") + 1);
  const host = "discourse";
  const known = new Set(posts.map((post) => `${native(post.threadId)}/${post.postNumber}`));
  const expected: ExpectedSource[] = [];
  const records = posts.map((post) => {
    const seen = new Map<string, number>();
    for (const mark of post.text.matchAll(/\[quote="[^"\n]*?post:(\d+), ?topic:(\d+)[^"\n]*"\]/gu)) {
      const name = `${mark[2]}/${mark[1]}`;
      if (!known.has(name)) continue;
      const nth = seen.get(name) ?? 0;
      seen.set(name, nth + 1);
      const source = `${host}:${name}`;
      const isOf = (quote: Quote): boolean => quote.sourceId === source;
      expected.push({ post: `${host}:${native(post.threadId)}/${post.postNumber}`, source, isOf, nth });
    }
    return {
      id: Number(native(post.id)),
      topic_id: Number(native(post.threadId)),
      post_number: post.postNumber,
      reply_to_post_number: post.replyToPostNumber,
      username: post.author,
      created_at: post.createdAt,
      updated_at: post.updatedAt,
      version: post.version,
      post_type: 1,
      raw: post.text,
    };
  });
  const input = { name: "posts.json", text: JSON.stringify(records), importer: discourse, host };
  return { posts: posts.length, inputs: [input], expected };
}
