import type { Span } from "../../model/span.ts";

/** Letters of a comment that its neighbours show. */
const startLength = 160;

/**
 * The first words that the author of a comment wrote, on one line, cut between characters.
 *
 * Quotes are left out, with `[…]` in their place between own words. Those in quotation marks stay, as the text
 * itself tells them apart. A comment of nothing but quotes is shown by these, in quotation marks.
 *
 *     > RL is unsafe.          I disagree. […] True.
 *     I disagree.
 *     > SSL is not.
 *     True.
 */
export function ownStart(text: string, quotes: readonly Span[]): string {
  const own: string[] = [];
  let at = 0;
  for (const { start, end } of quotes.toSorted((a, b) => a.start - b.start)) {
    if (/["“]/u.test(text.charAt(start - 1))) continue;
    own.push(onOneLine(text.slice(at, start)));
    at = Math.max(at, end);
  }
  own.push(onOneLine(text.slice(at)));
  const words = own.filter((part) => part !== "").join(" […] ");
  if (words !== "" || quotes.length === 0) return cut(words);
  return `“${cut(onOneLine(text))}”`;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

function cut(line: string): string {
  if (line.length <= startLength) return line;
  return `${[...line].slice(0, startLength).join("").trimEnd()}…`;
}
