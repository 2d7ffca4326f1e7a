import type { FeedDraft } from "../../model/draft.ts";
import type { Listing } from "../listing.ts";

/** Score from which a boundary is worth a look although no comment begins there. */
const closeCall = 0.1;

/**
 * Where comments begin in a dump: a row for each, and for each paragraph that nearly began one.
 *
 * The score is how sure the guess is, 0 to 1; where a person has set the boundaries it is what the guess was.
 * The threshold is the least score with which a comment begins; null where a person has set them, or the dump
 * is one comment.
 */
export function boundaryListing({ text, blocks, starts, areStartsSet }: FeedDraft): Listing {
  const begins = new Map(starts.map((start, index) => [start, index + 1]));
  const rows = blocks.flatMap(({ span, boundaryScore, quoteScore }, index) => {
    const comment = begins.get(index) ?? null;
    if (comment === null && boundaryScore < closeCall) return [];
    const words = text.slice(span.start, span.end);
    return [{ comment, paragraph: index + 1, score: boundaryScore, quoteScore, words }];
  });
  const inner = starts.slice(1).map((start) => blocks[start]?.boundaryScore ?? 0);
  const threshold = areStartsSet || inner.length === 0 ? null : Math.min(...inner);
  const paragraphs = blocks.length;
  return {
    value: { isSetByHand: areStartsSet, comments: starts.length, paragraphs, threshold, items: rows },
    columns: [
      { key: "comment", title: "comment", align: "right" },
      { key: "paragraph", title: "paragraph", align: "right" },
      { key: "score", title: "score", align: "right" },
      { key: "words", title: "begins with", flexible: true },
    ],
    rows: rows.map(({ comment, paragraph, score, words }) => [
      comment ?? "",
      paragraph,
      score.toFixed(2),
      words.replace(/\s+/gu, " "),
    ]),
    foot: `${starts.length} comments in ${paragraphs} paragraphs${areStartsSet ? ", set by hand" : ""}${threshold === null ? "" : `, from a score of ${threshold.toFixed(2)} on`}; rows without a number are paragraphs that nearly began one`,
  };
}
