/** How an element bears on the one it is indented under; see the table in `read-map.ts`. */
const marks = ["+", "-", "_", "<+", "<-", "<_", "+>", "->", "_>", "><"] as const;
export type Mark = (typeof marks)[number];

/**
 * A statement or argument where it stands: `[Title]: words`, `<Title>: words`, or words alone.
 *
 * `title` is null for words alone; `source` holds the words as written, empty when only the title stands
 * there, and `start` is where they begin in the file. `titleStart` is where the title begins.
 */
export interface ArgdownElement {
  readonly kind: "statement" | "argument";
  readonly title: string | null;
  readonly titleStart: number;
  readonly source: string;
  readonly start: number;
}

/** A line of a document, or the lines that an element is written on. */
export type ArgdownLine =
  | { readonly kind: "title"; readonly text: string }
  | { readonly kind: "heading" }
  | { readonly kind: "inference"; readonly indent: number; readonly uses: readonly number[] | null }
  | {
      readonly kind: "element";
      readonly indent: number;
      readonly mark: Mark | null;
      /** The number of a statement of a premise-conclusion structure: `(2)`. */
      readonly step: number | null;
      readonly element: ArgdownElement;
      /** From 1. */
      readonly line: number;
    };

const markStart = /^(><|<[+\-_]|[+\-_]>|[+\-_])(?=[ \t]|[[<]|$)[ \t]*/u;
const listStart = /^(?:\*|\d{1,9}\.)[ \t]+/u;
const stepStart = /^\((\d{1,9})\)[ \t]*/u;
const usesList = /\buses:[ \t]*\[?[ \t]*(\d{1,9}(?:[ \t]*,[ \t]*\d{1,9})*)/u;
/** `[Title]` and `<Title>`; `[text](target)` is a link. */
const titledStart = /^(?:\[([^[\]\n]+)\](?!\()|<([^<>\n]+)>)(:)?/u;

interface Open {
  readonly line: Extract<ArgdownLine, { kind: "element" }>;
  end: number;
}

/**
 * Cuts an Argdown document into headings, elements and inferences, in order.
 *
 * An element goes on over following lines that begin nothing of their own, until a blank line. Comments are
 * blanked out before, so that every place counts in the document as it is.
 */
export function* argdownLines(document: string): Generator<ArgdownLine> {
  const text = blankComments(document);
  let open: Open | null = null;
  /** The words of an inference between "--" and "--", while it is open. */
  let rule: string | null = null;
  let number = 0;
  const body = frontMatterEnd(text);
  const title = /^title:[ \t]*(.+)$/mu
    .exec(text.slice(0, body))?.[1]
    ?.trim()
    .replace(/^(["'])(.*)\1$/u, "$2");
  if (title) yield { kind: "title", text: title };
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf("\n", start);
    const next = feed < 0 ? text.length : feed + 1;
    const raw = text.slice(start, next).trimEnd();
    const words = raw.trimStart();
    const at = start + raw.length - words.length;
    number++;
    const lineStart = start;
    start = next;
    if (lineStart < body) continue;
    if (rule !== null) {
      rule += `\n${words}`;
      // A rule that is never closed ends with its paragraph.
      if (words !== "" && !words.endsWith("--")) continue;
      yield inferenceIn(rule, columns(raw));
      rule = null;
      continue;
    }
    const isRule = words.startsWith("--");
    const begins = beginning(words, at, columns(raw), number);
    if (open !== null && words !== "" && !isRule && begins === null && !words.startsWith("#")) {
      open.end = at + words.length;
      continue;
    }
    if (open !== null) yield finished(open, document);
    open = null;
    if (words === "") continue;
    if (isRule) {
      // Dashes, or "-- rule --" on one line; "--" alone opens a rule that the next "--" closes.
      if (words === "--" || !words.endsWith("--")) rule = words;
      else yield inferenceIn(words, columns(raw));
    } else if (/^#{1,6}[ \t]/u.test(words)) yield { kind: "heading" };
    else {
      const line = begins ?? elementAt(words, at, columns(raw), null, null, number);
      open = { line, end: at + words.length };
    }
  }
  if (open !== null) yield finished(open, document);
  if (rule !== null) yield inferenceIn(rule, 0);
}

function inferenceIn(words: string, indent: number): ArgdownLine {
  const uses = usesList.exec(words)?.[1];
  return { kind: "inference", indent, uses: uses === undefined ? null : uses.split(",").map(Number) };
}

/** The element with all of its words. */
function finished({ line, end }: Open, document: string): ArgdownLine {
  const { element } = line;
  const source = end > element.start ? document.slice(element.start, end) : "";
  return { ...line, element: { ...element, source } };
}

/** What a line begins by a mark of its own; null when it could go on with the line before. */
function beginning(words: string, at: number, indent: number, line: number) {
  const step = stepStart.exec(words);
  if (step)
    return elementAt(words.slice(step[0].length), at + step[0].length, indent, null, Number(step[1]), line);
  const relation = indent > 0 ? markStart.exec(words) : null;
  if (relation) {
    const mark = marks.find((one) => one === relation[1]) ?? null;
    return elementAt(words.slice(relation[0].length), at + relation[0].length, indent, mark, null, line);
  }
  const list = listStart.exec(words);
  if (list) return elementAt(words.slice(list[0].length), at + list[0].length, indent, null, null, line);
  return titledStart.test(words) ? elementAt(words, at, indent, null, null, line) : null;
}

function elementAt(
  words: string,
  at: number,
  indent: number,
  mark: Mark | null,
  step: number | null,
  line: number,
): Extract<ArgdownLine, { kind: "element" }> {
  const titled = titledStart.exec(words);
  const [head = "", statement, argument] = titled ?? [];
  const rest = words.slice(head.length);
  const start = at + head.length + (rest.length - rest.trimStart().length);
  const element: ArgdownElement = {
    kind: argument === undefined ? "statement" : "argument",
    title: (statement ?? argument ?? null)?.trim() || null,
    titleStart: at + 1,
    source: "",
    start,
  };
  return { kind: "element", indent, mark, step, element, line };
}

/** How far a line is indented; a tab counts four. */
function columns(line: string): number {
  let count = 0;
  for (const character of line) {
    if (character === "\t") count += 4;
    else if (character === " ") count++;
    else break;
  }
  return count;
}

/** Where the text begins behind `===` front matter `===`. */
function frontMatterEnd(text: string): number {
  const opening = /^\ufeff?\s*={3,}[ \t]*\r?\n/u.exec(text);
  if (!opening) return text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const closing = /^={3,}[ \t]*\r?$/mu.exec(text.slice(opening[0].length));
  return closing ? opening[0].length + closing.index + closing[0].length : 0;
}

const comments = [
  ["/*", "*/"],
  ["<!--", "-->"],
  ["//", "\n"],
] as const;

/** The document with its comments as blanks of the same length; their line ends stay. */
function blankComments(text: string): string {
  const parts: string[] = [];
  let copied = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "\\") {
      at++;
      continue;
    }
    if (character !== "/" && character !== "<") continue;
    const comment = comments.find(([opening]) => text.startsWith(opening, at));
    // "https://" is none.
    if (!comment || (comment[0] === "//" && at > 0 && !/\s/u.test(text[at - 1] ?? ""))) continue;
    const closing = text.indexOf(comment[1], at + comment[0].length);
    const end = closing < 0 ? text.length : comment[1] === "\n" ? closing : closing + comment[1].length;
    parts.push(text.slice(copied, at), text.slice(at, end).replace(/[^\r\n]/gu, " "));
    copied = end;
    at = end - 1;
  }
  return parts.join("") + text.slice(copied);
}
