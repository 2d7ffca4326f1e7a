import { type MappedText, MappedTextBuilder } from "../../text/offset-map.ts";

/**
 * Joins the lines of a text in format=flowed: a line that ends with a space goes on in the next one, if that
 * is quoted as deep. The space with which a line was stuffed goes.
 *
 *     > RL is ⏎          > RL is unsafe.
 *     > unsafe.
 *
 * @param isDelsp - whether the space at a line's end was put there with the break, as languages without
 *   spaces need.
 * @see RFC 3676
 */
export function unflow(source: string, { isDelsp }: { readonly isDelsp: boolean }): MappedText {
  const builder = new MappedTextBuilder();
  /** Quote marks of the line that goes on; null when the last line has ended. */
  let open: string | null = null;
  for (let at = 0; at <= source.length; ) {
    const lineEnd = source.indexOf("\n", at);
    const end = lineEnd < 0 ? source.length : lineEnd;
    const marks = /^>*/u.exec(source.slice(at, end))?.[0] ?? "";
    const stuffing = source[at + marks.length] === " " ? 1 : 0;
    const from = at + marks.length + stuffing;
    const line = source.slice(from, end);
    if (open !== marks) {
      if (at > 0) builder.copy("\n", at - 1);
      // The space behind the marks stays, as people know quotes.
      builder.copy(source.slice(at, marks === "" ? at : from), at);
    }
    const isFlowing = line.endsWith(" ") && line !== "-- ";
    builder.copy(isFlowing && isDelsp ? line.slice(0, -1) : line, from);
    open = isFlowing ? marks : null;
    at = end + 1;
  }
  return builder.build();
}
