import { readMarkup } from "../../text/markup.ts";
import { composeOffsets, type MappedText, MappedTextBuilder } from "../../text/offset-map.ts";

const tag = /#(?:\([^()\n]*\)|[\p{L}\p{N}_-]+)/uy;
const mention = /@(?:\[([^[\]\n]+)\]|<([^<>\n]+)>)/uy;

/**
 * The words of an element as a reader sees them: tags, comments and data are gone, mentions show the title
 * that they name, and the rest is Markdown.
 *
 * @param start - where the source begins in the document; offsets count there.
 */
export async function readArgdownWords(source: string, start: number): Promise<MappedText> {
  const bare = strip(source, start);
  const { text, offsets } = await readMarkup(bare.text, "md");
  return { text, offsets: composeOffsets(offsets, bare.offsets) };
}

function strip(source: string, start: number): MappedText {
  const builder = new MappedTextBuilder();
  let copied = 0;
  const take = (until: number) => {
    builder.copy(source.slice(copied, until), start + copied);
  };
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    if (character === "\\") {
      at++;
      continue;
    }
    const end = endOfUnseen(source, at);
    const named = character === "@" ? matchAt(mention, source, at) : null;
    if (end !== null) {
      take(at);
      copied = end;
      at = end - 1;
    } else if (named !== null) {
      take(at);
      // Past "@[", up to "]".
      builder.copy(named[1] ?? named[2] ?? "", start + at + 2);
      copied = at + named[0].length;
      at = copied - 1;
    }
  }
  take(source.length);
  return builder.build();
}

/** Where a tag, a comment or data that begins here ends; null when none does. */
function endOfUnseen(source: string, at: number): number | null {
  const isFree = at === 0 || /\s/u.test(source[at - 1] ?? "");
  if (source.startsWith("/*", at)) return endAfter(source, "*/", at);
  if (source.startsWith("<!--", at)) return endAfter(source, "-->", at);
  if (!isFree) return null;
  if (source.startsWith("//", at)) {
    const feed = source.indexOf("\n", at);
    return feed < 0 ? source.length : feed;
  }
  if (source[at] === "#") return matchAt(tag, source, at) === null ? null : tag.lastIndex;
  return source[at] === "{" ? endOfData(source, at) : null;
}

function endAfter(source: string, closing: string, at: number): number {
  const found = source.indexOf(closing, at);
  return found < 0 ? source.length : found + closing.length;
}

/** Where `{key: value}` ends; null for braces that hold no data or are never closed. */
function endOfData(source: string, at: number): number | null {
  if (!/^\{\s*[\p{L}_][\p{L}\p{N}_-]*\s*:/u.test(source.slice(at, at + 80))) return null;
  let depth = 0;
  for (let end = at; end < source.length; end++) {
    if (source[end] === "{") depth++;
    else if (source[end] === "}" && --depth === 0) return end + 1;
  }
  return null;
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}
