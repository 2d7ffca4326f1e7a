import { readMarkup } from "../../text/markup.ts";
import {
  composeOffsets,
  identityOffsets,
  type MappedText,
  MappedTextBuilder,
} from "../../text/offset-map.ts";
import type { ReadText } from "../../text/reader-text.ts";

const escaped = /&(?:amp|lt|gt);/gu;
const signs: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

/**
 * Reads a text as Reddit shows it: Markdown in which tags are words.
 *
 * Without `raw_json=1`, and in archives, `&`, `<` and `>` stand escaped once, on top of what the writer
 * escaped. They are resolved first, so that `&gt; words` is a quote; the offsets lead through both steps.
 *
 * @param html - the rendered text of the same answer where there is one: it tells whether the answer is escaped.
 */
export async function readRedditText(source: string, html: string | null): Promise<ReadText> {
  const once = unescapeOnce(source, html);
  const read = await readMarkup(once.text, "md", { hasHtml: false });
  return { ...read, offsets: composeOffsets(read.offsets, once.offsets) };
}

/** Reads a title: plain words, escaped like all else. */
export function readRedditTitle(source: string, html: string | null): ReadText {
  return { ...unescapeOnce(source, html), quotes: [], code: [], problem: null };
}

function isEscaped(source: string, html: string | null): boolean {
  if (html !== null && html.trim() !== "") return html.trimStart().startsWith("&lt;");
  return !/[<>]|&(?!(?:amp|lt|gt);)/u.test(source);
}

function unescapeOnce(source: string, html: string | null): MappedText {
  if (!source.includes("&") || !isEscaped(source, html))
    return { text: source, offsets: identityOffsets(source.length) };
  const builder = new MappedTextBuilder();
  let from = 0;
  for (const { 0: entity, index } of source.matchAll(escaped)) {
    builder.copy(source.slice(from, index), from);
    builder.make(signs[entity] ?? entity, index, index + entity.length);
    from = index + entity.length;
  }
  return builder.copy(source.slice(from), from).build();
}
