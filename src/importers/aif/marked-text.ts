import { Parser } from "htmlparser2";
import { readHtml } from "../../text/html.ts";
import { foldWords } from "../../text/keys.ts";
import { composeOffsets, identityOffsets, type MappedText } from "../../text/offset-map.ts";

/**
 * Where the words of nodes stand in the text that a map was drawn of.
 *
 * Tools mark them with `<span id="node17">`. A mark counts only when it holds the very words of the node, but
 * for case and punctuation; without a mark, words that stand in a plain text exactly once are found as well.
 */
export class MarkedText {
  readonly #value: string;
  readonly #isHtml: boolean;
  readonly #marks = new Map<string, { readonly start: number; readonly end: number }>();

  constructor(value: string) {
    this.#value = value;
    const open: (string | null)[] = [];
    const starts: number[] = [];
    let tags = 0;
    const parser = new Parser({
      onopentag: (name, { id }) => {
        tags++;
        if (name !== "span") return;
        open.push(/^node(.+)$/u.exec(id ?? "")?.[1] ?? null);
        starts.push(parser.endIndex + 1);
      },
      onclosetag: (name) => {
        if (name !== "span") return;
        const node = open.pop() ?? null;
        const start = starts.pop() ?? 0;
        // The end of a span that is never closed lies where the text ends.
        const end = Math.max(start, parser.startIndex);
        if (node !== null && !this.#marks.has(node)) this.#marks.set(node, { start, end });
      },
    });
    parser.end(value);
    this.#isHtml = tags > 0;
  }

  /** The words as the text has them, with offsets into its value; null when they are not found in it. */
  find(node: string, words: string): MappedText | null {
    const mark = this.#marks.get(node);
    if (mark !== undefined) {
      const source = this.#value.slice(mark.start, mark.end);
      const read = readHtml(source);
      const offsets = composeOffsets(read.offsets, identityOffsets(source.length, mark.start));
      return read.text !== "" && foldWords(read.text) === foldWords(words)
        ? { text: read.text, offsets }
        : null;
    }
    if (this.#isHtml || words.trim() === "" || words.includes("\r")) return null;
    const start = this.#value.indexOf(words);
    if (start < 0 || this.#value.includes(words, start + 1)) return null;
    return { text: words, offsets: identityOffsets(words.length, start) };
  }
}
