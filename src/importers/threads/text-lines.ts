import { decodeText } from "../../text/decode.ts";
import type { Input } from "../importer.ts";

/** A line of a decoded input, without its end. `start` counts UTF-16 units from the start of the decoded file. */
export interface TextLine {
  readonly text: string;
  readonly start: number;
  readonly number: number;
  /** Whether the line is longer than the limit; `text` is then its beginning. */
  readonly isCut: boolean;
}

/** Cuts a decoded input into lines and holds one at a time, of no more than `maxLength` UTF-16 units. */
export async function* readTextLines(input: Input, maxLength: number): AsyncGenerator<TextLine> {
  let held = "";
  let start = 0;
  let offset = 0;
  let number = 1;
  const finish = (end: number): TextLine => {
    const isCut = end - start > maxLength;
    const line = { text: held.endsWith("\r") ? held.slice(0, -1) : held, start, number, isCut };
    held = "";
    number++;
    start = end + 1;
    return line;
  };
  for await (const chunk of decodeText(input.open(), input.name)) {
    let from = 0;
    for (let end = chunk.indexOf("\n"); end >= 0; end = chunk.indexOf("\n", from)) {
      if (held.length <= maxLength) held += chunk.slice(from, end);
      yield finish(offset + end);
      from = end + 1;
    }
    if (held.length <= maxLength) held += chunk.slice(from);
    offset += chunk.length;
  }
  if (offset > start) yield finish(offset);
}
