import { findDate } from "../../text/written-date.ts";

/** A line that says who wrote what follows. */
export interface HeaderLine {
  readonly name: string;
  /** Null where the line has no date, or one that counts back from an unknown moment. */
  readonly at: string | null;
  /** The number of the comment in its thread, as `#3` gives it. */
  readonly number: string | null;
  /** Whom the comment answers ("replying to Bo"), by name or by number. */
  readonly answers: { readonly name: string } | { readonly number: string } | null;
  /** Where the comment's own words begin when they stand on the same line; null when they do not. */
  readonly textStart: number | null;
}

/** A header with all that one may hold, for messages. */
export const headerExample = "Ada | 2024-03-05 18:02 | #1";

/** Longer lines are text. In UTF-16 units. */
const longestHeader = 160;
const longestName = 50;
const mostNameWords = 5;

/** What else stands in such lines: verbs, counts of votes, names of buttons. */
const furniture =
  /\b(?:wrote|writes|said|says|posted|replied|commented|edited|on|at|by|from|points?|votes?|karma|likes?|permalink|permanent link|parent|root|context|prev|next|reply|share|report|save|flag|favorite|link|op|score)\b|\[[–—+-]\]|(?<!\S)[-+]?\d+(?= points?\b| votes?\b| likes?\b)/giu;
const number = /(?<![\p{L}\p{N}&])#(\d{1,7})\b/u;
const answered =
  /\b(?:in\s+)?repl(?:y|ying|ied)\s+to\s+(?:#(?<number>\d{1,7})|@?(?<name>[\p{L}\p{N}_][\p{L}\p{N}_.'-]{0,40}(?:\s\p{Lu}[\p{L}'-]{0,30})?))/iu;

/**
 * Reads a line as the header of a comment: a name beside a date or a number, and hardly anything else.
 *
 *     ada | 2024-03-05T18:02:11Z | #1
 *     Bo Lund wrote on March 5, 2024 at 8:44 pm:
 *     [–] ada 12 points 3 hours ago
 *     [2024-03-05 18:02] ada: The words begin here.
 *
 * @returns null for a line of text.
 */
export function readHeaderLine(line: string): HeaderLine | null {
  const chat = readChatLine(line);
  if (chat !== null) return chat;
  if (line.length > longestHeader) return null;
  const date = findDate(line);
  const numbered = number.exec(line);
  const reply = answered.exec(line);
  if (date === null && numbered === null) return null;
  let rest = line;
  // From the end to the start, so that places stay where they are.
  const taken = [date, spanOf(reply), spanOf(numbered)].filter((span) => span !== null);
  for (const { start, end } of taken.sort((a, b) => b.start - a.start))
    rest = `${rest.slice(0, start)}|${rest.slice(end)}`;
  const name = nameIn(rest);
  // A number alone ("#3 on my list") is a heading more often than not.
  if (name === null || (date === null && !/[|:•·—–]/u.test(line))) return null;
  return {
    name,
    at: date?.instant ?? null,
    number: reply?.groups?.number === numbered?.[1] && reply ? null : (numbered?.[1] ?? null),
    answers: answersOf(reply),
    textStart: null,
  };
}

/** A line of a chat log: date, name and words in one line. */
function readChatLine(line: string): HeaderLine | null {
  const start = /^\s*[[(]?/u.exec(line)?.[0].length ?? 0;
  const head = line.slice(0, start + 45);
  const date = findDate(head);
  if (date === null || date.start !== start || date.instant === null) return null;
  const match = /^[\])]?\s*[-–—|]?\s*(?:<([^<>\n]{1,50})>|([^:<>\n]{1,50}):)\s+(?=\S)/u.exec(
    line.slice(date.end),
  );
  const name = match && readName(match[1] ?? match[2] ?? "");
  if (!match || !name) return null;
  return { name, at: date.instant, number: null, answers: null, textStart: date.end + match[0].length };
}

/** A speaker's label before words, as transcripts have them: `Ada: I think so.` */
export function readLabel(line: string): HeaderLine | null {
  const match = /^\s{0,3}(?:\*\*)?(\p{Lu}[\p{L}\p{N}_.' -]{0,39}?)(?:\*\*)?:(?:\*\*)?\s+(?=\S)/u.exec(line);
  const name = match && readName(match[1] ?? "");
  if (!match || !name || name.split(" ").length > 3) return null;
  return { name, at: null, number: null, answers: null, textStart: match[0].length };
}

function answersOf(reply: RegExpExecArray | null): HeaderLine["answers"] {
  const { number: to, name } = reply?.groups ?? {};
  if (to !== undefined) return { number: to };
  return name === undefined ? null : { name };
}

function spanOf(match: RegExpExecArray | null): { readonly start: number; readonly end: number } | null {
  return match && { start: match.index, end: match.index + match[0].length };
}

/** The one name that is left of a header line when all else is taken off; null when there is none or more. */
function nameIn(rest: string): string | null {
  const parts = rest
    .replace(furniture, "|")
    .split(/[|,:;•·()[\]<>—–\t]+|\s-\s|\s{2,}/u)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? readName(only) : null;
}

function readName(text: string): string | null {
  const name = text
    .trim()
    .replace(/^(?:u\/|@)/u, "")
    .replace(/^\*\*(.*)\*\*$/u, "$1")
    .trim();
  const isName =
    name.length > 0 &&
    name.length <= longestName &&
    /^[\p{L}\p{N}_]/u.test(name) &&
    !/[?!"“”;]|\.\s/u.test(name) &&
    name.split(/\s+/u).length <= mostNameWords;
  return isName ? name : null;
}
