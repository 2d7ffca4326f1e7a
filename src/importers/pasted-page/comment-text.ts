import type { QuoteDraft } from "../../model/draft.ts";
import type { Offsets } from "../../model/origin.ts";
import { composeOffsets, MappedTextBuilder, type Stretch, toOrigin } from "../../text/offset-map.ts";
import { readQuotedLines } from "../../text/quoted-lines.ts";
import type { WrittenLine } from "./quoted-words.ts";

/** The words of a comment, with the quotes in it. */
interface CommentText {
  readonly text: string;
  readonly offsets: Offsets;
  readonly quotes: readonly QuoteDraft[];
}

/** Writes the lines of a comment as one text. Marks before quoted lines go, and become quotes. */
export function readCommentText(lines: readonly WrittenLine[]): CommentText {
  const builder = new MappedTextBuilder();
  const found: (Stretch & NonNullable<WrittenLine["quote"]>)[] = [];
  for (const { text, start, quote } of lines) {
    if (builder.length > 0) builder.copy("\n", start - 1);
    const from = builder.length;
    // Lines of one quote meet as lines behind one mark do.
    if (quote !== null && text.trim() !== "") builder.make("> ", start);
    builder.copy(text, start);
    if (quote !== null) found.push({ start: from, end: builder.length, ...quote });
  }
  const joined = builder.build();
  const read = readQuotedLines(joined.text);
  let at = 0;
  const quotes = read.quotes.map((span): QuoteDraft => {
    const place = toOrigin(read.offsets, span);
    // Both lists are sorted by their starts.
    while ((found[at]?.end ?? Number.POSITIVE_INFINITY) <= place.start) at++;
    const known = found[at];
    const { how, speaker } =
      known && known.start < place.end ? known : ({ how: "markup", speaker: null } as const);
    return { span, how, score: how === "matched" ? 0.9 : 1, speaker, source: null };
  });
  return { text: read.text, offsets: composeOffsets(read.offsets, joined.offsets), quotes };
}
