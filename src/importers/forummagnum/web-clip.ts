import { Parser } from "htmlparser2";
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

const opening = /^( *)[-*+]( +)(<section\b[^>]*\bdata-type="comment"[^>]*>)\s*$/u;

export function isWebClip(head: string): boolean {
  return /^ *[-*+] +<section id="\w{15,30}" data-type="comment"/mu.test(head);
}

/**
 * A thread as a browser's clipper saves it in Markdown: a nested list in which each comment is a `section`
 * that names itself and what it answers.
 *
 *     *   <section id="669avhiYcbD9yHC46" data-type="comment" data-reply-to="9uqBLoSbKewTPwR5S">
 *
 *         [Ann](…/users/ann)[2mo (2025-11-21T15:02:04.133Z)](…?commentId=669avhiYcbD9yHC46) <span …voteScore">1</span>
 *
 *         Words.
 *
 *         </section>
 */
export function readWebClip(page: string): Page {
  return { title: null, post: null, comments: [...comments(page, linesOf(page))] };
}

function* comments(page: string, lines: readonly PageLine[]): Generator<PageComment | PageProblem> {
  const wordsOf = (line: PageLine | undefined): string => page.slice(line?.start, line?.end);
  for (let index = 0; index < lines.length; ) {
    const [, before = "", after = "", tag] = opening.exec(wordsOf(lines[index])) ?? [];
    const first = ++index;
    if (tag === undefined) continue;
    // A clip may have lost the end of a comment; then the next one ends it.
    while (
      index < lines.length &&
      !/^ *<\/section>\s*$/u.test(wordsOf(lines[index])) &&
      !opening.test(wordsOf(lines[index]))
    )
      index++;
    yield readSection(page, lines.slice(first, index), tag, before.length + 1 + after.length, first);
  }
}

function readSection(
  page: string,
  lines: readonly PageLine[],
  tag: string,
  indent: number,
  line: number,
): PageComment | PageProblem {
  const attributes = attributesOf(tag);
  const id = attributes.get("id");
  if (!id) return { line, message: "the section has no id" };
  const headAt = lines.findIndex(({ start, end }) => page.slice(start, end).trim() !== "");
  const head = lines[headAt];
  const header = blocksOf(page.slice(head?.start, head?.end).trim());
  const links = header.flatMap(linksIn);
  const person = links.find(({ url }) => personIn(url) !== null);
  const permalink = links.find(({ url }) => commentIn(url).comment !== null);
  const isHeader = person !== undefined || permalink !== undefined;
  const slug = person ? personIn(person.url) : null;
  return {
    id,
    line,
    parent: attributes.get("data-reply-to") || null,
    post: permalink ? commentIn(permalink.url).post : null,
    author: person && slug ? { id: slug, name: person.words || slug } : null,
    time: /\(([^()]+)\)$/u.exec(permalink?.words ?? "")?.[1] ?? null,
    score: scoreIn(header),
    url: permalink?.url ?? null,
    reactions: [],
    body: withoutIndent(page, lines.slice(isHeader ? headAt + 1 : 0), " ", indent),
  };
}

function attributesOf(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  const parser = new Parser({ onattribute: (name, value) => void attributes.set(name, value) });
  parser.end(tag);
  return attributes;
}

/** The number in the element that shows the karma. */
function scoreIn([block]: readonly MarkdownNode[]): number | null {
  const nodes = block?.type === "paragraph" ? block.children : [];
  const at = nodes.findIndex(
    (node) => node.type === "html" && /\bOverallVoteAxis-voteScore\b/u.test(node.value),
  );
  const words = at < 0 ? undefined : nodes[at + 1];
  const score = Number(words === undefined ? Number.NaN : plainOf(words).trim().replace("−", "-"));
  return Number.isFinite(score) ? score : null;
}
