import { Parser } from "htmlparser2";
import { ReaderTextWriter, type ReadText } from "./reader-text.ts";

/** Elements that begin and end a paragraph. */
const paragraphs = new Set(
  "address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main nav p pre section summary table".split(
    " ",
  ),
);
/** Elements whose content nobody reads. */
const unseen = new Set("head iframe noscript object script style svg template textarea title".split(" "));

/**
 * Reads HTML as a reader sees it: block elements become paragraphs, list items get a marker, tags are gone and
 * entities resolved. White space is folded outside `pre`, as browsers do.
 *
 * `<blockquote>` is a quote. Bad markup is read as browsers read it and never fails.
 */
export function readHtml(source: string): ReadText {
  const writer = new ReaderTextWriter();
  const reader = new HtmlReader(source, writer);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes, parser.startIndex, parser.endIndex + 1),
      onclosetag: (name) => reader.close(name, parser.startIndex, parser.endIndex + 1),
      ontext: (data) => reader.text(data, parser.startIndex, parser.endIndex + 1),
    },
    { recognizeCDATA: true },
  );
  parser.end(source);
  return writer.build();
}

class HtmlReader {
  readonly #source: string;
  readonly #writer: ReaderTextWriter;
  readonly #lists: { isOrdered: boolean; next: number }[] = [];
  #unseen = 0;
  #pre = 0;
  #cells = 0;
  /** White space that is written when words follow on the same line: where it stands in the source. */
  #space: { readonly start: number; readonly end: number } | null = null;

  constructor(source: string, writer: ReaderTextWriter) {
    this.#source = source;
    this.#writer = writer;
  }

  open(name: string, attributes: Readonly<Record<string, string>>, start: number, end: number): void {
    if (unseen.has(name)) this.#unseen++;
    if (this.#unseen > 0) return;
    if (paragraphs.has(name)) this.#break(2);
    switch (name) {
      case "br":
        this.#break(1);
        break;
      case "blockquote":
        this.#writer.openQuote();
        break;
      case "ul":
      case "ol":
        this.#space = null;
        this.#lists.push({
          isOrdered: name === "ol",
          next: Number.parseInt(attributes.start ?? "1", 10) || 1,
        });
        this.#writer.openList();
        break;
      case "li": {
        const list = this.#lists.at(-1);
        this.#space = null;
        this.#writer.openItem(list?.isOrdered ? `${list.next++}. ` : "- ");
        break;
      }
      case "tr":
        this.#break(1);
        this.#cells = 0;
        break;
      case "td":
      case "th":
        this.#space = null;
        if (this.#cells++ > 0) this.#writer.make(" | ", start, start);
        break;
      case "img":
        this.#written(attributes.alt ?? "", start, end);
        break;
      case "q":
        this.#written("“", start, end);
        break;
      case "pre":
        this.#pre++;
        this.#writer.openCode();
        break;
      case "code":
        this.#writeSpace();
        this.#writer.openCode();
        break;
    }
  }

  close(name: string, start: number, end: number): void {
    if (unseen.has(name)) this.#unseen = Math.max(0, this.#unseen - 1);
    if (this.#unseen > 0) return;
    if (name === "blockquote") this.#writer.closeQuote();
    else if (name === "ul" || name === "ol") {
      this.#lists.pop();
      this.#writer.closeList();
    } else if (name === "li") this.#writer.closeItem();
    else if (name === "q")
      this.#written("”", Math.min(start, this.#source.length), Math.min(end, this.#source.length));
    else if (name === "code") this.#writer.closeCode();
    else if (name === "pre") {
      this.#pre = Math.max(0, this.#pre - 1);
      this.#writer.closeCode();
    }
    if (paragraphs.has(name)) this.#break(2);
  }

  /** @param data - what `[start, end)` of the source stands for: itself, or the character of an entity. */
  text(data: string, start: number, end: number): void {
    if (this.#unseen > 0) return;
    const isVerbatim = data.length === end - start && this.#source.startsWith(data, start);
    if (!isVerbatim) {
      this.#written(data, start, end);
      return;
    }
    if (this.#pre > 0) {
      this.#preformatted(data, start);
      return;
    }
    // Words with one space between two of them are copied together.
    for (const part of data.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*/gu)) {
      const from = start + part.index;
      if (/^[ \t\n\r\f]/u.test(part[0])) this.#space ??= { start: from, end: from + part[0].length };
      else {
        this.#writeSpace();
        this.#writer.copy(part[0], from);
      }
    }
  }

  #preformatted(data: string, start: number): void {
    this.#writeSpace();
    // Browsers drop the line end right behind the tag.
    const from = this.#writer.isAtLineStart && data.startsWith("\n") ? 1 : 0;
    const kept = this.#source.startsWith("</", start + data.length) ? data.replace(/\n$/u, "") : data;
    this.#writer.copy(kept.slice(from), start + from);
  }

  #written(words: string, start: number, end: number): void {
    if (words === "") return;
    this.#writeSpace();
    this.#writer.make(words, start, end);
  }

  #writeSpace(): void {
    const space = this.#space;
    this.#space = null;
    if (space === null || this.#writer.isAtLineStart) return;
    if (space.end - space.start === 1 && this.#source[space.start] === " ")
      this.#writer.copy(" ", space.start);
    else this.#writer.make(" ", space.start, space.end);
  }

  #break(newlines: 1 | 2): void {
    this.#space = null;
    this.#writer.breakLine(newlines);
  }
}
