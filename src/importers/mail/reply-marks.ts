import type { SourceMark } from "../../text/marked-quotes.ts";
import { attributionsIn } from "./attribution.ts";

/** What services and phones write under a mail; what follows the first kind is theirs to the end. */
const footers =
  /[ \t]{0,4}(?:[—–]|-{2,3}|_{2,60})?[\s>]{0,8}(?:Reply to this email directly|You are receiving this because|You received this message because|To unsubscribe from this (?:group|list))\b/gu;
const phones =
  /(?:-- ?\n?)?(?:Sent from my [^\n.]{1,40}\.?|Get Outlook for [^\n.]{1,40}|Diese Nachricht wurde von meinem [^\n.]{1,60}(?:WEB\.DE|GMX)?[^\n.]{0,40}gesendet\.)/gu;

/**
 * The parts of an answer by mail: what a program quotes, with the name in its heading line, and what nobody wrote.
 *
 * Behind a heading line the quote is the block of `>` lines; where none follow and the line holds an address, the
 * program quoted without marks, and all the rest is the quote.
 *
 *     I agree.                                   words
 *     On Tue, 5 Mar 2024, Ada <ada@x> wrote:     opens a quote of Ada
 *     > RL is unsafe.                            closes behind this line
 *     —
 *     Reply to this email directly …             shown as nothing
 */
export function replyMarks(source: string): readonly SourceMark[] {
  const marks = footerMarks(source);
  const footer = marks.find(({ end }) => end === source.length)?.start ?? source.length;
  let unmarkedFrom = footer;
  for (const { start, end, name, isByProgram } of attributionsIn(source.slice(0, footer))) {
    if (start >= unmarkedFrom) break;
    const lineStart = source.lastIndexOf("\n", start - 1) + 1;
    const before = source.slice(lineStart, start);
    const depth = depthOf(before);
    const blockEnd = quotedBlockEnd(source, end, { limit: footer, depth: depth + 1 });
    if (blockEnd === null && (!isByProgram || depth > 0)) continue;
    // Marks before a heading line that is quoted itself are not left behind.
    const from = /^[> \t]*$/u.test(before) ? lineStart : start;
    const close = blockEnd ?? footer;
    if (blockEnd === null) unmarkedFrom = end;
    const header = { speaker: name, post: null, topic: null };
    const isInMarkup = blockEnd !== null;
    marks.push({ kind: "open", start: from, end, header, isInMarkup });
    marks.push({ kind: "close", start: close, end: close });
  }
  for (const match of source.slice(0, footer).matchAll(phones)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const isFree = marks.every((mark) => end <= mark.start || mark.end <= start);
    if (isFree) marks.push({ kind: "instead", start, end, words: "" });
  }
  // Of two marks at one place the one that ends there comes first: a quote closes before the footer begins.
  return marks.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Footers: one in a quoted block ends with the block, another one with the mail. */
function footerMarks(source: string): SourceMark[] {
  const marks: SourceMark[] = [];
  let at = 0;
  for (const match of source.matchAll(footers)) {
    if (match.index < at) continue;
    const lineStart = source.lastIndexOf("\n", match.index + match[0].length) + 1;
    const end =
      source[lineStart] === ">" ? (quotedBlockEnd(source, match.index) ?? source.length) : source.length;
    marks.push({ kind: "instead", start: match.index, end, words: "" });
    at = end;
  }
  return marks;
}

/**
 * Where the block of lines with so many `>` or more ends that stands behind a heading line; null when none
 * does.
 */
function quotedBlockEnd(
  source: string,
  from: number,
  { limit = source.length, depth = 1 }: { readonly limit?: number; readonly depth?: number } = {},
): number | null {
  let end: number | null = null;
  for (let at = source.indexOf("\n", from) + 1; at > 0 && at < limit; ) {
    const next = source.indexOf("\n", at);
    const lineEnd = Math.min(next < 0 ? source.length : next, limit);
    const line = source.slice(at, lineEnd);
    if (depthOf(line) >= depth) end = lineEnd;
    else if (line.replace(/[> \t]+/u, "") !== "") break;
    at = next < 0 ? 0 : next + 1;
  }
  return end;
}

/** How many quote marks begin a line. */
function depthOf(line: string): number {
  const marks = /^(?:[ \t]{0,3}>)*/u.exec(line)?.[0] ?? "";
  return marks.split(">").length - 1;
}
