import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { readHtml } from "./html.ts";
import { identityOffsets } from "./offset-map.ts";
import { parsePlainMarkdown } from "./plain-markdown.ts";
import { ReaderTextWriter, type ReadText } from "./reader-text.ts";

type Root = ReturnType<typeof fromMarkdown>;
type Nodes = Root | Root["children"][number];
type Parents = Extract<Nodes, { children: unknown }>;

/** Longest source that is parsed, in UTF-16 units: the parser reads about half a megabyte a second. */
const longestSource = 1_000_000;
/** More quote marks or bullets before one line's words are not how people write. */
const deepestNesting = 64;
/** The parser takes time with the square of the emphasis marks in one paragraph. */
const mostEmphasisMarks = 2000;
/** Lines of at most this width may have been wrapped by a mail program or an editor. */
const widestWrap = 100;

const withoutHtml = { disable: { null: ["htmlFlow", "htmlText"] } };

export interface MarkdownOptions {
  readonly hasHtml?: boolean;
}

/**
 * Reads GitHub-flavoured Markdown as a reader sees it.
 *
 * Links show their text, pictures their description, tables their cells between bars; raw HTML is read as HTML.
 * A line break inside a paragraph is kept, except where the line was evidently wrapped for its width: then it is a
 * space. `>!spoiler!<` is no quote. What no person writes (10,000 nested quotes) is kept as it is.
 *
 * @param options.hasHtml - whether the site reads tags as HTML; where it does not, `<T>` is words. Default true.
 */
export function readMarkdown(source: string, { hasHtml = true }: MarkdownOptions = {}): ReadText {
  const problem = absurdity(source);
  if (problem !== null) return asPlain(source, problem);
  let tree: Root;
  try {
    tree = parsePlainMarkdown(source) ?? parseMarkdown(source, hasHtml);
  } catch (error) {
    return asPlain(source, error instanceof Error ? error.message : "it cannot be parsed");
  }
  const writer = new ReaderTextWriter();
  new MarkdownReader(source, writer).block(tree, 0);
  return writer.build();
}

function parseMarkdown(source: string, hasHtml: boolean): Root {
  const extensions = hasHtml ? [gfm()] : [gfm(), withoutHtml];
  return fromMarkdown(source, { extensions, mdastExtensions: [gfmFromMarkdown()] });
}

function asPlain(text: string, problem: string): ReadText {
  return { text, offsets: identityOffsets(text.length), quotes: [], code: [], problem };
}

/**
 * Why a source is not worth parsing as Markdown; null when it is. Looks at each character a bounded number of
 * times.
 */
export function absurdity(source: string): string | null {
  if (source.length > longestSource) return `it is longer than ${longestSource} characters`;
  const nested = new RegExp(
    `^(?:[ \\t]*(?:>|[-*+](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){${deepestNesting}}`,
    "mu",
  );
  if (nested.test(source)) return `more than ${deepestNesting} blocks are nested in each other`;
  for (const paragraph of source.split(/\n[ \t>]*\n/u)) {
    let marks = 0;
    for (let i = 0; i < paragraph.length && marks <= mostEmphasisMarks; i++)
      if ("*_~".includes(paragraph[i] ?? " ")) marks++;
    if (marks > mostEmphasisMarks) return `a paragraph has more than ${mostEmphasisMarks} emphasis marks`;
  }
  return null;
}

const entity = /&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,31});/iuy;
const entityValues = new Map<string, string>();

/** What an entity stands for; the entity itself when it is none. */
function resolveEntity(source: string): string {
  let value = entityValues.get(source);
  if (value === undefined) {
    const [paragraph] = fromMarkdown(`a${source}b`).children;
    const [text] = paragraph?.type === "paragraph" ? paragraph.children : [];
    value = text?.type === "text" ? text.value.slice(1, -1) : source;
    // The names come from the input; what it can make us remember is bounded.
    if (entityValues.size < 5000) entityValues.set(source, value);
  }
  return value;
}

class MarkdownReader {
  readonly #source: string;
  readonly #writer: ReaderTextWriter;
  /** How far the source has been read: where to look for words whose place the parser lost. */
  #cursor = 0;
  #rawQuotes = 0;

  constructor(source: string, writer: ReaderTextWriter) {
    this.#source = source;
    this.#writer = writer;
  }

  /** @param quotes - in how many block quotes the node lies, so how many `>` begin each of its lines. */
  block(node: Nodes, quotes: number): void {
    const writer = this.#writer;
    switch (node.type) {
      case "paragraph":
      case "heading":
        writer.breakLine(2);
        this.#inlines(node, quotes, wrapWidth(this.#sliceOf(node)));
        writer.breakLine(2);
        break;
      case "blockquote":
        this.#blockquote(node, quotes);
        break;
      case "list":
        this.#list(node, quotes);
        break;
      case "code":
        writer.breakLine(2);
        writer.openCode();
        this.#literal(node, node.value, quotes);
        writer.closeCode();
        writer.breakLine(2);
        break;
      case "html":
        writer.breakLine(2);
        this.#rawHtml(node, node.value);
        writer.breakLine(2);
        break;
      case "thematicBreak":
        writer.breakLine(2);
        break;
      case "table":
        for (const row of node.children) {
          writer.breakLine(row === node.children[0] ? 2 : 1);
          for (const [index, cell] of row.children.entries()) {
            if (index > 0) writer.make(" | ", startOf(cell, this.#cursor), startOf(cell, this.#cursor));
            this.#inlines(cell, quotes, 0);
          }
        }
        writer.breakLine(2);
        break;
      case "footnoteDefinition":
        writer.breakLine(2);
        writer.make(
          `[${node.label ?? node.identifier}] `,
          startOf(node, this.#cursor),
          startOf(node, this.#cursor),
        );
        for (const child of node.children) this.#footnotePart(child, quotes);
        writer.breakLine(2);
        break;
      case "definition":
      case "yaml":
        break;
      case "root":
        for (const child of node.children) this.block(child, quotes);
        break;
      default:
        this.#inline(node, quotes, 0);
    }
  }

  #footnotePart(child: Nodes, quotes: number): void {
    if (child.type === "paragraph") this.#inlines(child, quotes, 0);
    else this.block(child, quotes);
  }

  #blockquote(node: Extract<Nodes, { type: "blockquote" }>, quotes: number): void {
    const isSpoiler = /^>!(?=[\s\S]*!<)/u.test(this.#sliceOf(node));
    this.#writer.breakLine(2);
    if (!isSpoiler) this.#writer.openQuote();
    for (const child of node.children) this.block(child, quotes + 1);
    if (!isSpoiler) this.#writer.closeQuote();
    this.#writer.breakLine(2);
  }

  #list(list: Extract<Nodes, { type: "list" }>, quotes: number): void {
    this.#writer.openList();
    for (const [index, item] of list.children.entries()) {
      const check = item.checked === true ? "[x] " : item.checked === false ? "[ ] " : "";
      this.#writer.openItem((list.ordered ? `${(list.start ?? 1) + index}. ` : "- ") + check);
      for (const child of item.children) this.block(child, quotes);
      this.#writer.closeItem();
    }
    this.#writer.closeList();
  }

  #inlines(node: Parents, quotes: number, width: number): void {
    for (const child of node.children) this.#inline(child, quotes, width);
  }

  #inline(node: Nodes, quotes: number, width: number): void {
    const start = startOf(node, this.#cursor);
    switch (node.type) {
      case "text":
        this.#text(node, node.value, quotes, width);
        break;
      case "inlineCode":
        this.#writer.openCode();
        this.#literal(node, node.value, quotes);
        this.#writer.closeCode();
        break;
      case "break":
        this.#writer.breakLine(1);
        break;
      case "image":
      case "imageReference":
        if (node.alt) this.#literal(node, node.alt, quotes);
        break;
      case "footnoteReference":
        this.#writer.make(`[${node.label ?? node.identifier}]`, start, endOf(node, start));
        break;
      case "html":
        if (/^<br\b/iu.test(node.value)) this.#writer.breakLine(1);
        this.#countRawQuotes(node.value);
        break;
      default:
        if ("children" in node) this.#inlines(node, quotes, width);
    }
    this.#cursor = Math.max(this.#cursor, endOf(node, this.#cursor));
  }

  /** Code or a description: somewhere in the node's source, line by line. */
  #literal(node: Nodes, value: string, quotes: number): void {
    const end = endOf(node, this.#source.length);
    let at = startOf(node, this.#cursor);
    for (const [index, line] of value.split("\n").entries()) {
      if (index > 0) this.#writer.make("\n", at, at);
      if (line === "") continue;
      const found = this.#source.indexOf(line, at);
      if (found >= 0 && found + line.length <= end) {
        this.#writer.copy(line, found);
        at = found + line.length;
      } else at = this.#aligned(line, at, end, quotes, 0);
    }
    this.#cursor = Math.max(this.#cursor, at);
  }

  #text(node: Nodes, value: string, quotes: number, width: number): void {
    let start = startOf(node, -1);
    if (start < 0) {
      // Addresses that were found in a text after parsing have no place of their own.
      const found = this.#source.indexOf(value, this.#cursor);
      start = found < 0 ? this.#cursor : found;
    }
    const end = Math.max(start, endOf(node, this.#source.length));
    this.#cursor = Math.max(this.#cursor, this.#aligned(value, start, end, quotes, width));
  }

  /**
   * Writes `value`, which is `source[start, end)` with entities and escapes resolved and without the marks that
   * begin its lines, and returns where its last character stands.
   */
  #aligned(value: string, start: number, end: number, quotes: number, width: number): number {
    const source = this.#source;
    let at = start;
    let i = 0;
    let lineStart = 0;
    while (i < value.length) {
      const wanted = value[i];
      if (wanted === "\n") {
        const newline = source.indexOf("\n", at);
        at = newline >= 0 && newline < end ? newline + 1 : at;
        at = skipLineMarks(source, at, end, quotes);
        if (isWrapped(value, i, lineStart, width)) this.#writer.make(" ", at, at);
        else this.#writer.breakLine(1);
        lineStart = ++i;
        continue;
      }
      entity.lastIndex = at;
      const escaped = source[at] === "&" ? entity.exec(source)?.[0] : undefined;
      const resolved = escaped === undefined ? undefined : resolveEntity(escaped);
      if (
        escaped !== undefined &&
        resolved !== undefined &&
        resolved !== escaped &&
        value.startsWith(resolved, i)
      ) {
        this.#writer.make(resolved, at, at + escaped.length);
        at += escaped.length;
        i += resolved.length;
      } else if (source[at] === wanted && at < end) {
        const isEscape = wanted === "\\" && value[i + 1] !== source[at + 1] && value[i] === source[at + 1];
        if (isEscape) at++;
        const from = i;
        const origin = at;
        do {
          i++;
          at++;
        } while (
          i < value.length &&
          at < end &&
          value[i] === source[at] &&
          !/[\n&\\]/u.test(value[i] ?? "\n")
        );
        this.#copyWithoutSpoilers(value.slice(from, i), origin);
      } else if (source[at] === "\\" && source[at + 1] === wanted && at + 1 < end) at++;
      else if (at < end && /[ \t>\\]/u.test(source[at] ?? "")) at++;
      else {
        // The parser made something that stands nowhere: keep the words, at the place reached.
        this.#writer.make(value.slice(i), at, at);
        return at;
      }
    }
    return at;
  }

  #copyWithoutSpoilers(words: string, origin: number): void {
    if (!/>!|!<|^!/u.test(words)) {
      this.#writer.copy(words, origin);
      return;
    }
    const opened = this.#source[origin - 1] === ">" && words.startsWith("!") && words.includes("!<");
    const marks = opened ? /^!|>!(?=\S)|!</gu : />!(?=\S[^\n]*!<)|(?<=>![^\n]*)!</gu;
    let from = 0;
    for (const mark of words.matchAll(marks)) {
      this.#writer.copy(words.slice(from, mark.index), origin + from);
      from = mark.index + mark[0].length;
    }
    this.#writer.copy(words.slice(from), origin + from);
  }

  #rawHtml(node: Nodes, value: string): void {
    const start = startOf(node, this.#cursor);
    this.#countRawQuotes(value);
    const html = readHtml(value);
    // Inside block quotes the lines of the value are not those of the source; then the words are made.
    const isVerbatim = this.#source.startsWith(value, start);
    for (let i = 0; i < html.offsets.length; i += 3) {
      const from = html.offsets[i] ?? 0;
      const to = html.offsets[i + 3] ?? html.text.length;
      const origin = start + (html.offsets[i + 1] ?? 0);
      const words = html.text.slice(from, to);
      if (isVerbatim && (html.offsets[i + 2] ?? 0) > 0) this.#writer.copy(words, origin);
      else this.#writer.make(words, isVerbatim ? origin : start, isVerbatim ? origin : start);
    }
    this.#cursor = Math.max(this.#cursor, endOf(node, start));
  }

  /** A raw `<blockquote>` opens and closes in different nodes when an empty line stands between. */
  #countRawQuotes(value: string): void {
    for (const [, slash] of value.matchAll(/<(\/?)blockquote\b/giu)) {
      if (slash === "") {
        this.#writer.breakLine(2);
        this.#writer.openQuote();
        this.#rawQuotes++;
      } else if (this.#rawQuotes > 0) {
        this.#writer.closeQuote();
        this.#rawQuotes--;
      }
    }
  }

  #sliceOf(node: Nodes): string {
    const start = startOf(node, 0);
    return this.#source.slice(start, endOf(node, start));
  }
}

function startOf(node: Nodes, otherwise: number): number {
  return node.position?.start.offset ?? otherwise;
}

function endOf(node: Nodes, otherwise: number): number {
  return node.position?.end.offset ?? otherwise;
}

/** Skips indentation and the `>` of `quotes` block quotes at the start of a line. */
function skipLineMarks(source: string, from: number, end: number, quotes: number): number {
  let at = from;
  for (let left = quotes; at < end; at++) {
    if (source[at] === ">" && left > 0) left--;
    else if (source[at] !== " " && source[at] !== "\t") break;
  }
  return at;
}

/** The width to which a paragraph was wrapped; 0 when it was not. */
function wrapWidth(paragraph: string): number {
  const width = Math.max(...paragraph.split("\n", 1000).map((line) => line.length));
  return width <= widestWrap ? width : 0;
}

/** Whether the line that ends at `end` was full, so that the next word did not fit. */
function isWrapped(value: string, end: number, lineStart: number, width: number): boolean {
  const next = /^\S*/u.exec(value.slice(end + 1, end + 101))?.[0].length ?? 0;
  return width > 40 && end - lineStart + 1 + next >= width;
}
