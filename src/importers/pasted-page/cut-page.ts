import { isPageLine } from "../profile-dump/page-words.ts";
import { findHeaders, type PageHeader, type PageLine, votesOf } from "./headers.ts";
import { lineKind } from "./line-kind.ts";
import { readPageName } from "./name-line.ts";

/** Longer lines are no title. In UTF-16 units. */
const longestTitle = 160;
/** Share of the headers above which a line must stand to be a part of them. */
const leastShare = 0.8;
/** Shorter lines are the page's more often than somebody's sentence. In UTF-16 units. */
const shortestSentence = 35;

/** A comment of a page: its header and the lines of its words. */
export interface PageComment {
  /** Null where words stand below a footer without a header that could be read. */
  readonly header: PageHeader | null;
  /** The title above its header, on pages that list comments of several threads. */
  readonly title: string | null;
  /** Never empty at either end; empty as a whole where the comment has no words. */
  readonly lines: readonly PageLine[];
  /** Votes, as its header or its footer counts them; null where neither does. */
  readonly score: number | null;
}

/** A page cut into its comments. */
export interface CutPage {
  readonly title: string | null;
  readonly comments: readonly PageComment[];
  /** How many comments have buttons below them. */
  readonly footers: number;
}

/** The lines of a text with what each is. `start` counts UTF-16 units. */
export function readPageLines(text: string): readonly PageLine[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const at = start;
    start += line.length + 1;
    return { text: line, start: at, kind: lineKind(line) };
  });
}

/**
 * Cuts a page into comments at its headers, and takes off what belongs to the page: buttons, votes, titles, and
 * what surrounds the thread.
 *
 * What stands between the buttons of one comment and the header of the next is the page's, unless it is sentences.
 */
export function cutPage(lines: readonly PageLine[]): CutPage {
  const headers = findHeaders(lines);
  const [first] = headers;
  if (first === undefined) return { title: null, comments: [], footers: 0 };
  const above = linesAbove(lines, headers);
  const ends = headers.map((_, index) => above[index + 1] ?? headers[index + 1]?.first ?? lines.length);
  const bodies = headers.map(({ end }, index) => lines.slice(end, ends[index]));
  const buttons = usualButtons(bodies);
  const titles = titlesAmong(above.map((at) => (at === undefined ? null : (lines[at]?.text.trim() ?? null))));
  const preamble = lines.slice(0, above[0] ?? first.first);
  const comments: PageComment[] = preamble.filter(isSentence).length > 1 ? [withoutHeader(preamble)] : [];
  let footers = 0;
  for (const [index, header] of headers.entries()) {
    const { words, tail, rest } = cutFooter(bodies[index] ?? [], buttons);
    const score = header.score ?? votesIn(tail) ?? votesIn(rest);
    comments.push({ header, title: titles[index] ?? null, lines: words, score });
    if (rest.length > 0) footers++;
    if (index < headers.length - 1 && rest.some(isSentence)) comments.push(withoutHeader(rest));
  }
  return { title: titleOf(preamble), comments, footers };
}

/**
 * Indexes of the lines right above the headers that belong to them: the title of a thread or another form of the
 * name. Empty unless most headers have one that something of the page sets apart from the words above it.
 */
function linesAbove(
  lines: readonly PageLine[],
  headers: readonly PageHeader[],
): readonly (number | undefined)[] {
  const found = headers.map(({ first }, index) => {
    let at = first - 1;
    while (at >= 0 && lines[at]?.kind !== "words") at--;
    const line = lines[at];
    if (line === undefined || line.text.length > longestTitle || at < (headers[index - 1]?.end ?? 0))
      return undefined;
    let before = at - 1;
    while (before >= 0 && lines[before]?.kind === "blank") before--;
    const kind = lines[before]?.kind;
    const isApart = kind !== undefined && kind !== "words" && before >= (headers[index - 1]?.end ?? 0);
    return isApart || (index === 0 && before < 0) ? at : undefined;
  });
  const count = found.slice(1).filter((at) => at !== undefined).length;
  return count >= Math.max(1, leastShare * (headers.length - 1)) ? found : [];
}

/** The lines above headers that are titles: where they are names, they are another form of the writers'. */
function titlesAmong(above: readonly (string | null)[]): readonly (string | null)[] {
  const areNames =
    new Set(above).size > 1 && above.every((text) => text === null || readPageName(text) !== null);
  return areNames ? [] : above;
}

/** Buttons that are nobody's words wherever they stand alone. */
const surely = /^(?:reply|reactions|expandfullcomment|permalink.*|sortedby.*)$/u;

/** The buttons below at least half of the comments: a lone "Edit" inside a text is none. */
function usualButtons(bodies: readonly (readonly PageLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const body of bodies)
    for (const text of new Set(body.filter(({ kind }) => kind === "button").map(nameOfButton)))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  const usual = [...counts].filter(([text, count]) => count * 2 >= bodies.length || surely.test(text));
  return new Set(usual.map(([text]) => text));
}

function nameOfButton({ text }: PageLine): string {
  return text.toLowerCase().replace(/\bparent\b|[^\p{L}]+/gu, "");
}

/** The words of a comment, what stands between them and its first button, and what stands from there on. */
function cutFooter(
  body: readonly PageLine[],
  buttons: ReadonlySet<string>,
): Readonly<Record<"words" | "tail" | "rest", readonly PageLine[]>> {
  const isWords = ({ kind }: PageLine): boolean => kind === "words";
  const footer = body.findIndex((line) => line.kind === "button" && buttons.has(nameOfButton(line)));
  const own = footer < 0 ? body : body.slice(0, footer);
  const last = own.findLastIndex(isWords);
  const tail = own.slice(last + 1);
  // A number or a rule below the words is theirs, unless the page's buttons stand there, too.
  const isPages = footer >= 0 || tail.some(({ kind }) => kind !== "number" && kind !== "blank");
  const end = isPages ? last : own.findLastIndex(({ kind }) => kind !== "blank");
  const words = own.slice(Math.max(0, own.findIndex(isWords)), end + 1);
  return { words, tail, rest: footer < 0 ? [] : body.slice(footer) };
}

function votesIn(lines: readonly PageLine[]): number | null {
  return (
    lines
      .map(({ kind, text }) => (kind === "votes" ? votesOf(text) : null))
      .find((score) => score !== null) ?? null
  );
}

/** Whether a line is a sentence and so not the page's. */
function isSentence({ kind, text }: PageLine): boolean {
  const words = text.trim();
  return kind === "words" && words.length >= shortestSentence && /[.!?…]["”’)]?$/u.test(words.slice(-2));
}

/** Sentences under no header that could be read: somebody's, from the first to the last. */
function withoutHeader(lines: readonly PageLine[]): PageComment {
  const words = lines.slice(lines.findIndex(isSentence), lines.findLastIndex(isSentence) + 1);
  return { header: null, title: null, lines: words, score: null };
}

/** The thread's title: the one line above the first header that is not the page's. */
function titleOf(preamble: readonly PageLine[]): string | null {
  const words = preamble.filter(({ kind, text }) => kind === "words" && !isPageLine(text.trim()));
  const [only] = words;
  return words.length === 1 && only !== undefined && only.text.length <= longestTitle
    ? only.text.trim()
    : null;
}
