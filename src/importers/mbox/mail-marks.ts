import type { SourceMark } from "../../text/marked-quotes.ts";
import { replyMarks } from "../mail/reply-marks.ts";

/** The line before a signature, or the ruler before what a mailing list adds. */
const signature = /(?:^|\n)--[ \t]?(?=\n)/gu;
const listFooter = /(?:^|\n)[_-]{30,80}\n(?=[^\n]{0,80}(?:mailing list|list\b|group)[^\n]{0,80}(?:\n|$))/giu;

/** The marks of an answer by mail, with the signature and the footer of a list, which are shown as nothing. */
export function mailMarks(source: string): readonly SourceMark[] {
  const end = wordsEnd(source);
  const marks = replyMarks(source.slice(0, end));
  return end === source.length
    ? marks
    : [...marks, { kind: "instead", start: end, end: source.length, words: "" }];
}

/** Where the words end: at the last line `-- ` that no heading line or quote follows, or at a list's footer. */
function wordsEnd(source: string): number {
  const footer = source.search(listFooter);
  const limit = footer < 0 ? source.length : footer;
  for (const { index, 0: mark } of source.slice(0, limit).matchAll(signature)) {
    const rest = source.slice(index + mark.length, limit);
    // Behind a signature on top stands the mail that is answered; a part that follows is no signature.
    if (!/\n[ \t]{0,3}>|\bwrote:|\bschrieb\b|-{2,} ?Original Message/u.test(rest)) return index;
  }
  return limit;
}
