import type { Segment, SegmentedComment } from "../../../model/segment.ts";
import type { Tagger } from "../terms/tagger.ts";
import { isQuestion, type Reading } from "./features.ts";

/** The segments of a comment as their features are read, in order. */
export function readSegments(
  { text, segments }: Pick<SegmentedComment, "text" | "segments">,
  tag: Tagger,
): readonly Reading[] {
  const introductions = new Set(segments.map(({ leadIn }) => leadIn?.start));
  const count = segments.filter(({ quoteId }) => quoteId === null).length;
  const wordsOf = ({ span }: Segment): string => text.slice(span.start, span.end);
  let beforeList: Segment | null = null;
  let previous: Segment | null = null;
  let index = 0;
  return segments.map((segment): Reading => {
    const { span, kind, quoteId, leadIn } = segment;
    const isOwn = quoteId === null;
    const before: Segment | null = previous;
    previous = segment;
    if (kind === "item" && before?.kind !== "item") beforeList = before;
    const announced = leadIn ?? (kind === "item" ? (beforeList?.span ?? null) : null);
    return {
      text: wordsOf(segment),
      words: tag(text, span),
      leadIn: announced === null ? null : text.slice(announced.start, announced.end),
      introducesList: introductions.has(span.start),
      index: isOwn ? index++ : index,
      count,
      followsQuote: isOwn && before !== null && before.quoteId !== null,
      followsQuestion: before !== null && before.quoteId === quoteId && isQuestion(wordsOf(before)),
    };
  });
}
