import { Parser } from "htmlparser2";
import { readHtml } from "../../text/html.ts";
import { composeOffsets, MappedTextBuilder, unifyLineEnds } from "../../text/offset-map.ts";
import type { ReadText } from "../../text/reader-text.ts";

/**
 * Reads HTML as WordPress shows it: an empty line between words begins a paragraph, a line end breaks the line.
 *
 * Posts written with its block editor, which are HTML throughout, are read as they are. Line ends become `\n`.
 */
export function readAutop(source: string): ReadText {
  const unified = unifyLineEnds(source);
  const isBlocks = unified.text.includes("<!-- wp:");
  const html = isBlocks ? unified : withBreaks(unified.text);
  const read = readHtml(html.text);
  const offsets = isBlocks ? read.offsets : composeOffsets(read.offsets, html.offsets);
  return { ...read, offsets: composeOffsets(offsets, unified.offsets) };
}

/** The HTML with a tag for each line end between words, and the way back. */
function withBreaks(html: string): ReturnType<MappedTextBuilder["build"]> {
  const builder = new MappedTextBuilder();
  let copied = 0;
  let preformatted = 0;
  const parser = new Parser({
    onopentag: (name) => {
      if (name === "pre") preformatted++;
    },
    onclosetag: (name) => {
      if (name === "pre") preformatted--;
    },
    ontext: (text) => {
      if (preformatted > 0) return;
      const start = parser.startIndex;
      // An entity for a line end is no line end of the source.
      if (!html.startsWith(text, start)) return;
      for (const { index, 0: gap } of text.matchAll(/[ \t]*\n\s*/gu)) {
        builder.copy(html.slice(copied, start + index), copied);
        copied = start + index + gap.length;
        builder.make(/\n\s*\n/u.test(gap) ? "<p>" : "<br>", start + index, copied);
      }
    },
  });
  parser.end(html);
  return builder.copy(html.slice(copied), copied).build();
}
