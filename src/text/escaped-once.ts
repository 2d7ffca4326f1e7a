import { type MappedText, MappedTextBuilder } from "./offset-map.ts";

const escapes: ReadonlyMap<string, string> = new Map([
  ["&gt;", ">"],
  ["&lt;", "<"],
  ["&amp;", "&"],
]);

/**
 * Takes back one round of escaping of `<`, `>` and `&`, as Reddit's API and what is made of it write Markdown.
 *
 *     &gt; I said &amp;amp; once     is the source     > I said &amp; once
 */
export function unescapeOnce(source: string): MappedText {
  const builder = new MappedTextBuilder();
  let copied = 0;
  for (let at = source.indexOf("&"); at >= 0; at = source.indexOf("&", at + 1)) {
    const end = source.indexOf(";", at) + 1;
    const value = end > at && end - at <= 5 ? escapes.get(source.slice(at, end)) : undefined;
    if (value === undefined) continue;
    builder.copy(source.slice(copied, at), copied).make(value, at, end);
    copied = end;
    at = end - 1;
  }
  return builder.copy(source.slice(copied), copied).build();
}
