import type { ImportRecord } from "../model/draft.ts";
import { readHead } from "../text/decode.ts";
import type { Importer, ImportOptions, Input } from "./importer.ts";
import { readGenericComments } from "./wordpress/generic.ts";
import { readWxr } from "./wordpress/wxr.ts";

/**
 * WordPress: the export file of a blog (WXR) with its posts and their comments; and comments of any blog as
 * JSON, as the comment system isso takes them in: a list of pages, each with its comments.
 *
 * A post is a comment of ours and the root of its comments, `blog.example:post/18`; its comments are
 * `blog.example:comment/7`. `record` is the same without the host, `field` the element or member.
 */
export const wordpress: Importer = {
  id: "wordpress",
  describes: "a WordPress export (WXR) with posts and comments, or a blog's comments as JSON",
  keeps: ["id", "author", "time", "parent", "quote", "deletion"],
  sniff,
  read,
};

function sniff(head: string): number {
  if (/^\s*</u.test(head)) {
    const isExport = /xmlns:wp\s*=\s*["']https?:\/\/wordpress\.org\/export\//u.test(head);
    return isExport ? 1 : /<wp:(?:comment|wxr_version)\b/u.test(head) ? 0.95 : 0;
  }
  if (!/^\s*\[/u.test(head)) return 0;
  const isPage = /^\s*\[\s*\{/u.test(head) && /"comments"\s*:\s*\[/u.test(head) && /"title"\s*:/u.test(head);
  const isComment = /"(?:remote_addr|website)"\s*:/u.test(head) && /"text"\s*:/u.test(head);
  return isPage && isComment ? 0.95 : 0;
}

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const head = await readHead(input.open(), input.name, { maxBytes: 4096 });
  yield* /^\s*[[{]/u.test(head) ? readGenericComments(input, options) : readWxr(input, options);
}
