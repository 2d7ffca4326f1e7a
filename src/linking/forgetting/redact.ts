import type { Comment, Version } from "../../model/comment.ts";
import { quoteId, versionId } from "../../model/id.ts";
import type { Quote } from "../../model/quote.ts";
import { overlap, type Span } from "../../model/span.ts";
import { composeOffsets, MappedTextBuilder } from "../../text/offset-map.ts";

/** Stands where forgotten words stood. */
export const removedWords = "[removed]";
/** Quoted words at least this long, in UTF-16 units, are taken out wherever else the comment repeats them. */
const tellingLength = 20;

/** A comment with some words taken out: its new text, and the quotes that the format marked in it. */
export interface Redaction {
  readonly comment: Comment;
  readonly version: Version;
  readonly quotes: readonly Quote[];
}

/**
 * Takes quoted words out of a comment. What stands around them stays and still leads back to the input.
 *
 *     before  > Rewards teach cheating.      after  > [removed]
 *             I doubt it.                           I doubt it.
 *
 * The new text is a version of its own. A quote stays over `[removed]`, so that nobody takes it for the
 * commenter's words, without a name; quotes beside it move along and wait for their source to be found again.
 *
 * @param version - the current text of the comment.
 * @param quotes - all quotes of the comment.
 * @param forgotten - those of them whose words go.
 */
export function redact(
  comment: Comment,
  version: Version,
  quotes: readonly Quote[],
  forgotten: readonly Quote[],
): Redaction {
  const cuts = joined(forgotten.flatMap((quote) => placesOf(quote, comment)));
  const builder = new MappedTextBuilder();
  const placed: { readonly cut: Span; readonly start: number }[] = [];
  let end = 0;
  for (const cut of cuts) {
    builder.copy(comment.text.slice(end, cut.start), end);
    placed.push({ cut, start: builder.length });
    builder.make(removedWords, cut.start, cut.end);
    end = cut.end;
  }
  builder.copy(comment.text.slice(end), end);
  const { text, offsets } = builder.build();
  const id = versionId(text);
  const moved = (quote: Quote, start: number, length: number): Quote => ({
    ...quote,
    id: quoteId(comment.id, id, start, start + length),
    version: id,
    span: { start, end: start + length },
    text: text.slice(start, start + length),
    speaker: null,
    source: null,
    answer: null,
  });
  const masks = placed.flatMap(({ cut, start }) => {
    const quote = forgotten.find((one) => one.version === version.id && overlap(one.span, cut) > 0);
    if (!quote) return [];
    return [{ ...moved(quote, start, removedWords.length), speakerName: null, sourceId: null }];
  });
  const kept = quotes.flatMap((quote) => {
    if (quote.version !== version.id || cuts.some((cut) => overlap(cut, quote.span) > 0)) return [];
    const before = cuts.filter((cut) => cut.end <= quote.span.start);
    const shift = before.reduce((sum, cut) => sum + removedWords.length - (cut.end - cut.start), 0);
    return [moved(quote, quote.span.start + shift, quote.span.end - quote.span.start)];
  });
  return {
    comment: {
      ...comment,
      text,
      version: id,
      reactions: comment.reactions.map((one) =>
        one.quote === null || text.includes(one.quote) ? one : { ...one, quote: null },
      ),
    },
    version: {
      ...version,
      id,
      text,
      offsets: composeOffsets(offsets, version.offsets),
      ...(version.alsoIn && {
        alsoIn: version.alsoIn.map((one) => ({ ...one, offsets: composeOffsets(offsets, one.offsets) })),
      }),
    },
    quotes: [...masks, ...kept].sort((a, b) => a.span.start - b.span.start),
  };
}

/** Where the words of a quote stand in the current text: in the quote, and word for word elsewhere. */
function placesOf({ span, text, version }: Quote, comment: Comment): readonly Span[] {
  const places = version === comment.version ? [span] : [];
  if (text.length < tellingLength) return places;
  for (let at = comment.text.indexOf(text); at >= 0; at = comment.text.indexOf(text, at + text.length))
    places.push({ start: at, end: at + text.length });
  return places;
}

/** Spans in order, those that meet as one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && span.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}
