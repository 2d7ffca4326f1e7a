import { deepestHeader, isPageLine } from "./page-words.ts";

/** What begins the lines of a list, indentation included. */
const listLine = /^[^\S\n]*(?:[•◦▪‣·*+–-]|\(?\d{1,3}[.)])[^\S\n]+\S/u;
/** Share of blank lines from which they are what separates paragraphs. */
const blankShare = 0.2;
/** So many blank lines in a row are no paragraph break but set comments apart. */
const longGap = 3;

/**
 * A paragraph or a whole list of a dump, or a line that only separates.
 *
 * `start` and `end` count in the file's text with unified line ends. `gap` is the number of blank lines before it.
 * `hadTrailingSpace` tells of white space at the end, which browsers leave where a block quote was copied.
 */
export interface RawBlock {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly isList: boolean;
  readonly gap: number;
  readonly hadTrailingSpace: boolean;
}

interface TextLine {
  readonly start: number;
  readonly text: string;
}

/**
 * Cuts the text of a page into paragraphs and lists.
 *
 * Where blank lines separate paragraphs, lines that follow each other are one paragraph; where there are
 * hardly any blank lines, every line is a paragraph. A list stays whole in both. Name, biography and headings
 * of the page may stand one a line in either, and so may a button at the end.
 */
export function cutBlocks(text: string): readonly RawBlock[] {
  const lines = linesOf(text);
  const blank = lines.filter((line) => line.text.trim() === "").length;
  const isBlankSeparated = blank >= lines.length * blankShare;
  const isFurniture = furnitureOf(lines);
  const blocks: RawBlock[] = [];
  let current: TextLine[] = [];
  let isList = false;
  let gap = 0;
  const finish = (): void => {
    const block = toBlock(current, isList, gap);
    if (block !== null) {
      blocks.push(block);
      gap = 0;
    }
    current = [];
  };
  for (const [index, line] of lines.entries()) {
    if (line.text.trim() === "") {
      finish();
      gap++;
      continue;
    }
    const isItem = listLine.test(line.text);
    // A line behind an item continues it when it is indented or nothing else ends paragraphs.
    const continues = isItem
      ? isList
      : isBlankSeparated || (isList && /^[^\S\n]{2,}/u.test(line.text) && current.length > 0);
    const isApart = isFurniture(index) || (index > 0 && isFurniture(index - 1));
    if (current.length > 0 && (isApart || !continues)) finish();
    if (current.length === 0) isList = isItem;
    current.push(line);
  }
  finish();
  return blocks;
}

/**
 * Which lines, by index, stand each for themselves although no blank line sets them apart: headings of the
 * page, and what stands right above one near the top. A biography that is a paragraph of several lines stays
 * one.
 */
function furnitureOf(lines: readonly TextLine[]): (index: number) => boolean {
  const filled = lines.flatMap(({ text }, index) => (text.trim() === "" ? [] : [index]));
  const isHeading = (index: number): boolean => {
    const text = lines[index]?.text.trim() ?? "";
    // A line of a paragraph may be a word such as "next", but not with a capital.
    return /^\p{Lu}/u.test(text) && isPageLine(text);
  };
  const apart = new Set(filled.slice(-1).filter(isHeading));
  for (const heading of filled.slice(0, deepestHeader).filter(isHeading))
    for (let index = heading; index >= 0 && lines[index]?.text.trim() !== ""; index -= 1) apart.add(index);
  return (index) => apart.has(index);
}

/** Whether the blank lines before a block set a comment apart. */
export function followsLongGap(block: RawBlock): boolean {
  return block.gap >= longGap;
}

function linesOf(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    lines.push({ start, text: line });
    start += line.length + 1;
  }
  return lines;
}

function toBlock(lines: readonly TextLine[], isList: boolean, gap: number): RawBlock | null {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return null;
  // The indentation of a list's first item tells its level; that of a paragraph tells nothing.
  const indent = isList ? 0 : first.text.length - first.text.trimStart().length;
  const start = first.start + indent;
  const end = last.start + last.text.trimEnd().length;
  const text = lines
    .map((line) => line.text)
    .join("\n")
    .trimEnd()
    .slice(indent);
  return { start, end, text, isList, gap, hadTrailingSpace: last.text.trimEnd() !== last.text };
}
