import type { Reaction } from "../../model/comment.ts";
import { identityOffsets } from "../../text/offset-map.ts";
import {
  blocksOf,
  commentIn,
  linesOf,
  linksIn,
  type MarkdownNode,
  type Page,
  type PageComment,
  type PageLine,
  type PageProblem,
  personIn,
  plainOf,
  withoutIndent,
} from "./page-comment.ts";
import { signOfReact } from "./reactions.ts";

const opening = "### Comment by ";
/** The page cuts the quoted words of reacts to so many characters and writes dots behind them. */
const longestQuote = 180;
/** The page indents no text further, however deep its comment stands. */
const deepest = 6;

export function isApiPage(head: string): boolean {
  return /^### Comment by /mu.test(head) && /^\*\s+(?:HTML|Markdown) permalink: /mu.test(head);
}

/**
 * The page of a post's comments that the site writes for programs, `/api/post/<name>/comments`.
 *
 * Each comment is a heading with its author's name, a list of facts, the reacts, and its text behind tabs,
 * one more than the comment is deep, at most six. Only the facts say what it answers.
 */
export function readApiPage(page: string): Page {
  const lines = linesOf(page);
  const starts = lines.flatMap(({ start }, index) => (page.startsWith(opening, start) ? [index] : []));
  const before = blocksOf(page.slice(0, lines[starts[0] ?? 0]?.start));
  const heading = before.find(({ type }) => type === "heading");
  const title = heading ? plainOf(heading).replace(/^Comments:\s*/u, "") : "";
  const comments = starts.map((first, index) =>
    readComment(page, lines.slice(first, starts[index + 1]), first + 1),
  );
  const post = before.flatMap(linksIn).flatMap(({ url }) => commentIn(url).post ?? [])[0] ?? null;
  return { title: title || null, post, comments };
}

function readComment(page: string, lines: readonly PageLine[], line: number): PageComment | PageProblem {
  const indented = lines.findIndex(({ start }) => page[start] === "\t");
  const headLines = indented < 0 ? lines : lines.slice(0, indented);
  const start = headLines[0]?.start ?? 0;
  const source = page.slice(start, headLines.at(-1)?.end);
  const head = blocksOf(source);
  const [heading, facts] = head;
  if (heading === undefined || facts?.type !== "list") return { line, message: "no list of facts follows" };
  const items = facts.children.map((item) => ({ words: plainOf(item).trim(), links: linksIn(item) }));
  const fact = (name: string) => items.find(({ words }) => words.startsWith(`${name}:`));
  const links = (name: string): string | null => fact(name)?.links[0]?.url ?? null;
  const number = (name: string): number | null => {
    const value = Number(fact(name)?.words.slice(name.length + 1));
    return fact(name) !== undefined && Number.isFinite(value) ? value : null;
  };
  const url = links("HTML permalink");
  const native = commentIn(url ?? links("Markdown permalink") ?? "").comment;
  const [person] = linksIn(heading);
  const slug = person ? personIn(person.url) : null;
  const reacts = readReacts(head.slice(2));
  const depth = Math.min((number("Reply depth") ?? 0) + 1, deepest);
  return {
    id: native,
    line,
    parent: commentIn(links("Parent comment (Markdown)") ?? "").comment,
    post: commentIn(url ?? "").post,
    author: person && slug ? { id: slug, name: person.words || slug } : null,
    time: items.find(({ words }) => /^\d{4}-\d\d-\d\dT/u.test(words))?.words ?? null,
    score: number("Karma"),
    url,
    reactions: reacts.reactions,
    body:
      indented >= 0
        ? withoutIndent(page, lines.slice(indented), "\t", depth)
        : restOf(source, start, head[1 + reacts.nodes]),
  };
}

/** The text of a comment on a page that does not indent it: what follows the last node of the head. */
function restOf(source: string, start: number, last: MarkdownNode | undefined) {
  const from = last?.position?.end.offset ?? source.length;
  const text = source.slice(from);
  return { text, offsets: identityOffsets(text.length, start + from) };
}

/** The reacts of a comment, and how many nodes of the head tell of them. */
function readReacts(nodes: readonly MarkdownNode[]) {
  const reactions: Reaction[] = [];
  let read = 0;
  for (; read + 1 < nodes.length; read += 2) {
    const [label, list] = [nodes[read], nodes[read + 1]];
    const words = label?.type === "paragraph" ? plainOf(label).trim() : "";
    if (!/^Reactions (?:\(whole comment\)|by quoted text):$/u.test(words) || list?.type !== "list") break;
    for (const item of list.children) {
      const [text, inner] = item.children;
      const line = text ? plainOf(text).trim() : "";
      if (inner?.type !== "list") reactions.push(...reactsIn(line, null));
      else for (const one of inner.children) reactions.push(...reactsIn(plainOf(one).trim(), quoteIn(line)));
    }
  }
  return { reactions, nodes: read };
}

/** `agree: 2 (Ann, Ben)`: who of the named is counted cannot be told when their number differs. */
function reactsIn(line: string, quote: string | null): readonly Reaction[] {
  const [, kind, digits, names] = /^(.+?): (\d+)(?: \((.*)\))?$/su.exec(line) ?? [];
  if (kind === undefined) return [];
  const people = names === undefined ? [] : names.split(", ");
  const sign = signOfReact(kind, false);
  return people.length === Number(digits)
    ? people.map((by) => ({ by, kind, quote, sign }))
    : Array.from({ length: Math.min(Number(digits), 1) }, () => ({ by: null, kind, quote, sign }));
}

function quoteIn(line: string): string {
  const words = line.replace(/^"|"$/gu, "");
  return words.length >= longestQuote ? words.replace(/\.\.\.$/u, "") : words;
}
