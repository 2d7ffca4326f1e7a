import type { fromMarkdown } from "mdast-util-from-markdown";

type Root = ReturnType<typeof fromMarkdown>;
type Paragraph = Extract<Root["children"][number], { type: "paragraph" }>;

/**
 * Begins with a letter, a quotation mark or a bracket, has no sign that Markdown reads, no address, no space
 * behind.
 */
const plainLine = /^[\p{L}"'“‘(](?:[^\p{Cc}\\`*_~[\]<>&|#@]*[^\p{Cc}\\`*_~[\]<>&|#@\s])?$/u;
const address = /www\.|:\/\//iu;

/**
 * The tree of a source in which nothing is markup, null for any other.
 *
 * Most comments are plain paragraphs, and the parser takes some hundred times as long to find that out. What comes
 * out is what it would make, without lines and columns.
 */
export function parsePlainMarkdown(source: string): Root | null {
  if (address.test(source)) return null;
  const children: Paragraph[] = [];
  for (const { 0: value, index } of source.matchAll(/[^\n]+(?:\n[^\n]+)*/gu)) {
    if (!value.split("\n").every((line) => plainLine.test(line))) return null;
    const position = { start: point(index), end: point(index + value.length) };
    children.push({ type: "paragraph", position, children: [{ type: "text", value, position }] });
  }
  return { type: "root", children };
}

function point(offset: number) {
  return { line: 1, column: 1, offset };
}
