import { readHead } from "../text/decode.ts";
import { readPosts } from "./discourse/posts.ts";
import { headerLine, readRendered } from "./discourse/rendered.ts";
import type { Importer, Input } from "./importer.ts";

/**
 * Discourse: topics and posts as its API gives them (`/t/1.json`, `/posts/1.json`, lists and lines of either), and
 * the thread as text that `/raw/1` gives.
 *
 * A post is known by its topic and its number in it, `forum.example:12/3`, because quotes and replies name it so.
 * `record` is the post's native id, `field` is `cooked`, what readers see, or `raw` where that is all there is; in
 * the thread as text both are null.
 */
export const discourse: Importer = {
  id: "discourse",
  describes: "Discourse topics and posts as JSON, or a topic as text from /raw",
  keeps: ["id", "author", "time", "parent", "quote", "edit", "deletion", "votes", "reactions"],
  sniff,
  async *read(input, options) {
    yield* (await isJson(input)) ? readPosts(input, options) : readRendered(input, options);
  },
};

function sniff(head: string): number {
  if (/^\s*[[{]/u.test(head)) {
    if (!/"post_number"\s*:/u.test(head)) return /^\s*\{\s*"post_stream"\s*:/u.test(head) ? 0.9 : 0;
    const isPost = /"(?:cooked|raw)"\s*:/u.test(head) && /"(?:topic_id|post_stream)"\s*:/u.test(head);
    return isPost ? 0.98 : 0.4;
  }
  return head.split("\n", 30).some((line) => headerLine.test(line.trimEnd())) ? 0.97 : 0;
}

async function isJson(input: Input): Promise<boolean> {
  return /^\s*[[{]/u.test(await readHead(input.open(), input.name, { maxBytes: 4096 }));
}
