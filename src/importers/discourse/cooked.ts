import { Parser } from "htmlparser2";
import type { QuoteHeader, SourceMark } from "../../text/marked-quotes.ts";

/** An open element that is more than its markup: a quote, or something shown instead of what it holds. */
interface Frame {
  /** How many elements were open around it. */
  readonly depth: number;
  readonly start: number;
  readonly kind: "quote" | "instead";
  readonly header: QuoteHeader;
  readonly words: string;
  /** Where the quoted words end: the start of `</blockquote>`; null before. */
  wordsEnd: number | null;
  /** How many elements were open around the quote's `<blockquote>`; null before it. */
  wordsDepth: number | null;
}

/**
 * The quotes in a post as Discourse shows it, without their title line; and what is no word of its author.
 *
 *     <aside class="quote" data-username="ann" data-post="3" data-topic="12">
 *       <div class="title">ann:</div><blockquote>     up to here: the quote opens
 *       <p>RL is unsafe.</p>
 *     </blockquote></aside>                           the quote closes
 *
 * A preview of a linked page is shown as its address, the line with a picture's size not at all.
 */
export function cookedMarks(cooked: string): readonly SourceMark[] {
  if (!/<aside\b|class="meta"/u.test(cooked)) return [];
  const marks: SourceMark[] = [];
  const frames: Frame[] = [];
  let depth = 0;
  const isHidden = (): boolean => frames.some(({ kind }) => kind === "instead");
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const at = { start: parser.startIndex, end: parser.endIndex + 1 };
      const frame = isHidden() ? null : frameOf(name, attributes, depth, at.start);
      const last = frames.at(-1);
      if (frame) frames.push(frame);
      else if (name === "blockquote" && last?.kind === "quote" && last.wordsDepth === null) {
        last.wordsDepth = depth;
        marks.push({ kind: "open", start: last.start, end: at.end, header: last.header, isInMarkup: false });
      }
      depth++;
    },
    onclosetag: (_name, isImplied) => {
      depth--;
      const last = frames.at(-1);
      const start = Math.min(parser.startIndex, cooked.length);
      const end = isImplied ? start : Math.min(parser.endIndex + 1, cooked.length);
      if (last?.wordsDepth === depth) last.wordsEnd ??= start;
      if (last?.depth !== depth) return;
      frames.pop();
      if (last.wordsDepth !== null) marks.push({ kind: "close", start: last.wordsEnd ?? start, end });
      else marks.push({ kind: "instead", start: last.start, end, words: last.words });
    },
  });
  parser.end(cooked);
  return marks;
}

function frameOf(
  name: string,
  attributes: Readonly<Record<string, string>>,
  depth: number,
  start: number,
): Frame | null {
  const classes = new Set((attributes.class ?? "").split(/\s+/u));
  const header = {
    speaker: attributes["data-username"] || null,
    post: attributes["data-post"] || null,
    topic: attributes["data-topic"] || null,
  };
  const frame = { depth, start, header, words: "", wordsEnd: null, wordsDepth: null };
  if (name === "aside" && classes.has("quote")) return { ...frame, kind: "quote" };
  if (name === "aside" && classes.has("onebox"))
    return { ...frame, kind: "instead", words: attributes["data-onebox-src"] ?? "" };
  if (name === "div" && classes.has("meta")) return { ...frame, kind: "instead" };
  return null;
}
