import { fromMarkdown } from "mdast-util-from-markdown";
import type { Reaction } from "../../model/comment.ts";
import { absurdity } from "../../text/markdown.ts";
import { type MappedText, MappedTextBuilder } from "../../text/offset-map.ts";

/** A comment cut out of a Markdown page, with the ids and names that the page has for it. */
export interface PageComment {
  /** Null where the page has no address of the comment. */
  readonly id: string | null;
  /** The comment answered; null for one that answers the post. */
  readonly parent: string | null;
  readonly post: string | null;
  readonly author: { readonly id: string; readonly name: string } | null;
  readonly time: string | null;
  readonly score: number | null;
  readonly line: number;
  readonly url: string | null;
  /** `by` is the name shown. */
  readonly reactions: readonly Reaction[];
  /** The words as Markdown without the page's indentation, and where they stand in the page. */
  readonly body: MappedText;
}

/** A stretch of a page that looks like a comment and cannot be read. `line` counts from 1. */
export interface PageProblem {
  readonly line: number;
  readonly message: string;
}

export interface Page {
  readonly title: string | null;
  readonly post: string | null;
  readonly comments: readonly (PageComment | PageProblem)[];
}

type Root = ReturnType<typeof fromMarkdown>;
export type MarkdownNode = Root | Root["children"][number];

/** A line `[start, end)` of a page, without its line feed. */
export interface PageLine {
  readonly start: number;
  readonly end: number;
}

/** What a page says of itself or of a comment is shorter, in UTF-16 units. */
const longestHead = 20_000;

/** The first blocks of a part of a page; none of one that no program writes. */
export function blocksOf(part: string): Root["children"] {
  const head = part.slice(0, longestHead);
  return absurdity(head) === null ? fromMarkdown(head).children : [];
}

export function linesOf(page: string): readonly PageLine[] {
  const lines: PageLine[] = [];
  for (let start = 0; start <= page.length; ) {
    const feed = page.indexOf("\n", start);
    const end = feed < 0 ? page.length : feed;
    lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

/** Lines without at most `most` characters of the indentation that `sign` makes, as one text. */
export function withoutIndent(
  page: string,
  lines: readonly PageLine[],
  sign: "\t" | " ",
  most: number,
): MappedText {
  const builder = new MappedTextBuilder();
  for (const [index, { start, end }] of lines.entries()) {
    if (index > 0) builder.copy("\n", start - 1);
    let from = start;
    while (from < end && from - start < most && page[from] === sign) from++;
    builder.copy(page.slice(from, end), from);
  }
  return builder.build();
}

/** The words of a node without its markup. */
export function plainOf(node: MarkdownNode): string {
  if ("children" in node) return node.children.map(plainOf).join("");
  return node.type === "text" || node.type === "inlineCode" ? node.value : "";
}

/** The links in a node, in order: address and words. */
export function linksIn(node: MarkdownNode): readonly { readonly url: string; readonly words: string }[] {
  if (node.type === "link") return [{ url: node.url, words: plainOf(node) }];
  return "children" in node ? node.children.flatMap(linksIn) : [];
}

/** The name in addresses of the person whose page an address is; null when it is none. */
export function personIn(url: string): string | null {
  return /(?:^|\/\/[^/?#]+)\/users\/([^/?#]+)/u.exec(url)?.[1] ?? null;
}

/** Post and comment that the address of a comment names. */
export function commentIn(url: string): { readonly post: string | null; readonly comment: string | null } {
  const post = /\/posts\/(\w+)/u.exec(url)?.[1] ?? null;
  const comment = /(?:[?&]commentId=|\/comments?\/|#)(\w+)$/u.exec(url)?.[1] ?? null;
  return { post, comment };
}
