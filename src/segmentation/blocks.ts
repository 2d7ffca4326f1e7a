import type { Span } from "../model/span.ts";

/**
 * A line of text, or the lines that were one before somebody wrapped them at a fixed width.
 *
 * `span` is without the mark of a list item and without white space around it. `indent` counts the characters
 * before an item's words and is 0 for a sentence block.
 */
export interface Block {
  readonly kind: "sentence" | "item";
  readonly span: Span;
  readonly paragraph: number;
  readonly indent: number;
}

interface Line {
  readonly start: number;
  readonly end: number;
  /** Where the words start, behind indentation and list mark. */
  readonly words: number;
  readonly mark: string;
  readonly isBlank: boolean;
}

const lineEnd = /\r\n|[\n\r\u2028\u2029\u0085\v\f]/g;

/**
 * The mark before a list item: a bullet, `1.`, `2)`, `(3)`, `(a)`, `b)`, `iv.`, with white space behind it.
 * A lone letter with a dot ("A. Smith") and a number over 3 digits ("1984. That year") are no marks.
 */
const itemMark =
  /^(?:[-*+•‣◦▪●∙·–—]|\d{1,3}[.)]|\((?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})\)|[a-zA-Z]\)|[ivx]{1,5}[.)])(?=[^\S\n])/u;

/**
 * Reads a text as blocks, in order.
 *
 * Blank lines part paragraphs; in a text without any, every line is a paragraph. The items of a list, with
 * their continuation lines, are one paragraph, though blank lines stand between them.
 */
export function* readBlocks(text: string): Generator<Block> {
  const lines = readLines(text);
  const hasBlankLines = lines.some((line, i) => line.isBlank && i > 0 && i < lines.length - 1);
  let paragraph = -1;
  let previous: Block["kind"] | null = null;
  let isAfterBlank = true;
  let indent = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) continue;
    if (line.isBlank) {
      isAfterBlank = true;
      continue;
    }
    const isItem = line.mark !== "";
    const isContinued: boolean =
      !isItem && previous === "item" && !isAfterBlank && line.words - line.start >= Math.max(2, indent);
    const kind: Block["kind"] = isItem || isContinued ? "item" : "sentence";
    if (kind !== previous || (kind === "sentence" && (isAfterBlank || !hasBlankLines))) paragraph++;
    if (isItem) indent = line.words - line.start;
    const last = wrappedUntil(text, lines, i);
    const end = lines[last]?.end ?? line.end;
    yield { kind, span: { start: line.words, end }, paragraph, indent: kind === "item" ? indent : 0 };
    previous = kind;
    isAfterBlank = false;
    i = last;
  }
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  const read = (from: number, to: number) => {
    const raw = text.slice(from, to);
    const trimmed = raw.trim();
    const start = from + raw.length - raw.trimStart().length;
    const mark = itemMark.exec(trimmed)?.[0] ?? "";
    const behind = trimmed.slice(mark.length);
    const words = start + mark.length + behind.length - behind.trimStart().length;
    lines.push({ start: from, end: start + trimmed.length, words, mark, isBlank: trimmed === "" });
  };
  let from = 0;
  for (const match of text.matchAll(lineEnd)) {
    read(from, match.index);
    from = match.index + match[0].length;
  }
  read(from, text.length);
  return lines;
}

/** Narrowest and widest column at which mail programs and editors wrap. */
const narrowest = 50;
const widest = 100;

/**
 * The last line of the run that starts at `from` and was wrapped at a fixed width, or `from` itself.
 *
 * Lines were wrapped when each is full: the first word of the next would have made it longer than the longest
 * line of the run. Two full lines are enough when the first does not end a sentence, as are three in any case.
 */
function wrappedUntil(text: string, lines: readonly Line[], from: number): number {
  let last = from;
  let width = 0;
  while (last + 1 < lines.length) {
    const next = lines[last + 1];
    const line = lines[last];
    if (line === undefined || next === undefined || next.isBlank || next.mark !== "") break;
    const length = line.end - line.start;
    if (length < narrowest || length > widest) break;
    width = Math.max(width, length);
    last++;
  }
  if (last === from) return from;
  for (let i = from; i < last; i++) {
    const line = lines[i];
    const next = lines[i + 1];
    if (line === undefined || next === undefined) return from;
    const word = /^\S+/.exec(text.slice(next.words, next.words + widest))?.[0] ?? "";
    if (line.end - line.start + 1 + word.length <= width) return from;
  }
  const first = lines[from];
  const endsSentence = first !== undefined && /[.!?:;]["'”’)]*$/.test(text.slice(first.words, first.end));
  return last - from === 1 && endsSentence ? from : last;
}
