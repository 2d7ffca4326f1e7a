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
  let at = 0;
  for (const { start, end, name, hasAddress } of attributionsIn(source.slice(0, footer))) {
    if (start < at) continue;
    const blockEnd = quotedBlockEnd(source, end, footer);
    if (blockEnd === null && !hasAddress) continue;
    const close = blockEnd ?? footer;
    const header = { speaker: name, post: null, topic: null };
    marks.push({ kind: "open", start, end, header }, { kind: "close", start: close, end: close });
    at = close;
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
      source[lineStart] === ">"
        ? (quotedBlockEnd(source, match.index, source.length) ?? source.length)
        : source.length;
    marks.push({ kind: "instead", start: match.index, end, words: "" });
    at = end;
  }
  return marks;
}

/** Where the block of `>` lines behind a heading line ends; null when none follows. */
function quotedBlockEnd(source: string, from: number, limit: number): number | null {
  let end: number | null = null;
  for (let at = source.indexOf("\n", from) + 1; at > 0 && at < limit; ) {
    const next = source.indexOf("\n", at);
    const lineEnd = next < 0 ? source.length : next;
    const line = source.slice(at, Math.min(lineEnd, limit));
    if (/^ {0,3}>/u.test(line)) end = Math.min(lineEnd, limit);
    else if (line.trim() !== "" || (end !== null && !/^\s*>/u.test(source.slice(lineEnd + 1, lineEnd + 5))))
      break;
    at = lineEnd + 1;
  }
  return end;
}
