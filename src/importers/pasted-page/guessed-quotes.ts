import type { QuoteDraft } from "../../model/draft.ts";
import { cutBlocks } from "../profile-dump/blocks.ts";
import { quoteWeights, scoreQuotes } from "../profile-dump/quote-score.ts";
import type { Habit } from "../profile-dump/typography.ts";

/** Below even a paragraph is more likely the writer's own. */
const leastScore = 0.5;

/** The paragraphs of a comment that look like somebody else's, where copying lost the marks before quotes. */
export function guessQuotes(text: string, writer: string, habit: Habit): readonly QuoteDraft[] {
  const blocks = cutBlocks(text);
  const scores = scoreQuotes(blocks, writer, quoteWeights, habit);
  return blocks.flatMap(({ start, end }, index): readonly QuoteDraft[] => {
    const score = Math.round((scores[index] ?? 0) * 1000) / 1000;
    return score < leastScore
      ? []
      : [{ span: { start, end }, how: "guessed", score, speaker: null, source: null }];
  });
}
