import { findDate } from "../../text/written-date.ts";
import { readHeaderLine } from "../threads/header-line.ts";
import { isOtherDate, type LineKind, partsOf } from "./line-kind.ts";
import { type PageName, readNameAndDate, readPageName } from "./name-line.ts";

/** Lines between a name and its date: what a page says of the person. */
const longestHeader = 12;
/** A line between the name of a writer and that of whom they answer. */
const answering = /^(?:in )?repl(?:ied|ying|y) to:?$/iu;

/** A line of a page with what it is. */
export interface PageLine {
  readonly text: string;
  readonly start: number;
  readonly kind: LineKind;
}

/** Who wrote what stands below, and when, over one line or several. */
export interface PageHeader extends PageName {
  /** Null where no moment is named: "3 days ago" counts from nobody knows when. */
  readonly at: string | null;
  /** The date as the page writes it. */
  readonly written: string;
  readonly score: number | null;
  /** Indexes of its first line and of the first line behind it. */
  readonly first: number;
  readonly end: number;
  /** Whether name and date stand on lines of their own. */
  readonly isApart: boolean;
}

/**
 * Finds the headers of a page: a name with a date, on one line or on lines of their own that follow each other, and
 * what the page puts around them. Where there are no dates, counts of votes stand in their place.
 *
 *     Well-known Wren        ada · 3d        [–]ada 12 points 3 hours ago
 *     Member
 *     Jun 2, 2022
 *     #3
 */
export function findHeaders(lines: readonly PageLine[]): readonly PageHeader[] {
  const dated = headersBy(lines, "date");
  return dated.length > 0 ? dated : headersBy(lines, "votes");
}

function headersBy(lines: readonly PageLine[], anchor: "date" | "votes"): readonly PageHeader[] {
  const headers: PageHeader[] = [];
  let from = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) break;
    const isAnchor = line.kind === anchor;
    const first = isAnchor ? nameAbove(lines, index, from) : index;
    if (first === null || !(isAnchor || line.kind === "words")) continue;
    const name = isAnchor ? nameAt(lines, first) : anchor === "date" ? nameBeside(line.text) : null;
    if (name === null) continue;
    const end = endOfHeader(lines, index);
    headers.push({ ...name, ...saidOf(lines.slice(first, end)), first, end, isApart: isAnchor });
    from = end;
    index = end - 1;
  }
  return headers;
}

function nameBeside(line: string): PageName | null {
  const name = readNameAndDate(line);
  if (name !== null) return name;
  const header = readHeaderLine(line);
  if (header === null || header.textStart !== null || findDate(line) === null) return null;
  return {
    name: header.name,
    answers: header.answers !== null && "name" in header.answers ? header.answers.name : null,
  };
}

/** Index of the line of a name above a date, with no more between them than the page says of people; else null. */
function nameAbove(lines: readonly PageLine[], dateAt: number, from: number): number | null {
  for (let index = dateAt - 1; index >= Math.max(from, dateAt - longestHeader); index--) {
    const line = lines[index];
    if (line === undefined || line.kind === "button" || line.kind === "date") return null;
    if (line.kind !== "words") continue;
    if (readPageName(line.text) === null) return null;
    const above = lines[index - 1]?.text.trim() ?? "";
    const isAddressee = index - 2 >= from && answering.test(above);
    return isAddressee && readPageName(lines[index - 2]?.text ?? "") !== null ? index - 2 : index;
  }
  return null;
}

function nameAt(lines: readonly PageLine[], first: number): PageName | null {
  const name = readPageName(lines[first]?.text ?? "");
  const isAnswer = answering.test(lines[first + 1]?.text.trim() ?? "");
  return name && isAnswer
    ? { ...name, answers: readPageName(lines[first + 2]?.text ?? "")?.name ?? null }
    : name;
}

/** Index of the first line behind a header: the next that may be somebody's words. */
function endOfHeader(lines: readonly PageLine[], last: number): number {
  let end = last + 1;
  while (end < lines.length && lines[end]?.kind !== "words") end++;
  return end;
}

function saidOf(lines: readonly PageLine[]): Pick<PageHeader, "at" | "written" | "score"> {
  const dates = lines.filter(
    ({ kind, text }, index) =>
      (kind === "date" || kind === "words") &&
      !isOtherDate(text) &&
      !isOtherDate(lines[index - 1]?.text ?? "") &&
      (kind === "date" || findDate(text) !== null || index === 0),
  );
  const written = dates.find(({ kind }) => kind === "date") ?? dates[0];
  const [score = null] = lines.flatMap(({ text }) => votesOf(text) ?? []);
  return {
    at: written === undefined ? null : (findDate(apartFromEdited(written.text))?.instant ?? null),
    written: written?.text.trim() ?? "",
    score,
  };
}

/** Some pages glue "Edited" to the date. */
function apartFromEdited(line: string): string {
  return partsOf(line)
    .join(" | ")
    .replace(/edited$/iu, "");
}

/** How many votes a line counts; null when it counts none. */
export function votesOf(line: string): number | null {
  const count = /[-+−]?\d[\d,]*(?= (?:points?|karma|likes?|votes?|upvotes?)\b)/iu.exec(line)?.[0];
  return count === undefined ? null : Number(count.replace("−", "-").replaceAll(",", ""));
}
