import type { MarkdownOptions } from "./markdown.ts";
import { composeOffsets, unifyLineEnds } from "./offset-map.ts";
import type { ReadText } from "./reader-text.ts";

/** How a source writes its texts. */
export type Markup = "plain" | "md" | "html";

/** Reads a field written in `markup`. Line ends become `\n` in all of them. The options are those of Markdown. */
export async function readMarkup(
  source: string,
  markup: Markup,
  options: MarkdownOptions = {},
): Promise<ReadText> {
  const { text, offsets } = unifyLineEnds(source);
  if (markup === "plain") return { text, offsets, quotes: [], code: [], problem: null };
  const read = readers.get(markup) ?? (await loadReader(markup));
  const result = read(text, options);
  return text === source ? result : { ...result, offsets: composeOffsets(result.offsets, offsets) };
}

type Reader = (source: string, options: MarkdownOptions) => ReadText;

/** Parsers are loaded when the first text needs them: most inputs are plain, and start-up time is felt. */
const readers = new Map<Markup, Reader>();

async function loadReader(markup: Exclude<Markup, "plain">): Promise<Reader> {
  const read: Reader =
    markup === "md" ? (await import("./markdown.ts")).readMarkdown : (await import("./html.ts")).readHtml;
  // Asking the module loader again for each text would take longer than reading it.
  readers.set(markup, read);
  return read;
}
