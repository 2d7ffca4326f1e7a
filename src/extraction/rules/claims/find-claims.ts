import type { Statement } from "../../../model/claim.ts";
import type { Segment, SegmentedComment } from "../../../model/segment.ts";
import type { Tagger } from "../terms/tagger.ts";
import { type ClaimScore, scoreSegment } from "./score-segment.ts";

/**
 * The segments of a comment that state a claim, in order.
 *
 * Sentences in a quote are claims of whoever is quoted and carry the quote's id; a quote whose words were found
 * in another comment makes none, because they are statements there already.
 */
export function findClaims(comment: SegmentedComment, tag: Tagger): readonly Statement[] {
  const resolved = new Set(comment.quotes.filter(({ source }) => source !== null).map(({ id }) => id));
  const scores = weighClaims(comment, tag);
  return comment.segments
    .filter((_, i) => (scores[i]?.score ?? 0) > 0)
    .filter(({ quoteId }) => quoteId === null || !resolved.has(quoteId))
    .map(({ span, leadIn, quoteId }) => ({ span, leadIn, quoteId }));
}

/** How much speaks for each segment of a comment stating a claim, in the order of the segments. */
function weighClaims(comment: SegmentedComment, tag: Tagger): readonly ClaimScore[] {
  const introductions = new Set(comment.segments.map(({ leadIn }) => leadIn?.start));
  let beforeList: Segment | null = null;
  let previous: Segment | null = null;
  return comment.segments.map((segment) => {
    if (segment.kind === "item" && previous?.kind !== "item") beforeList = previous;
    previous = segment;
    return scoreSegment(comment.text, segment, tag, {
      beforeList: segment.kind === "item" ? beforeList : null,
      introducesList: introductions.has(segment.span.start),
    });
  });
}
