import { contains } from "../../model/span.ts";
import type { ReadText } from "../../text/reader-text.ts";

/** The one subreddit where the letter itself is the award; elsewhere it is a letter. */
const home = "changemyview";
/** Confirms awards and speaks of them in each of its comments. */
const bot = "deltabot";

const command = /(?<![\p{L}\p{N}])!delta\b/giu;
/** Greek capital delta, and the mathematical sign that keyboards offer. */
const sign = /[\u0394\u2206]/gu;

/**
 * Whether a comment awards a delta: its author's view was changed by the comment that it answers.
 *
 * Asked for is `!delta`, or on r/changemyview also the sign, in the writer's own words: not in a quote, not
 * in code.
 *
 * @see https://www.reddit.com/r/changemyview/wiki/deltasystem
 */
export function awardsDelta(
  { text, quotes, code }: Pick<ReadText, "text" | "quotes" | "code">,
  author: string | null,
  subreddit: string | null,
): boolean {
  if (author === null || author.toLowerCase() === bot) return false;
  const isHome = subreddit?.toLowerCase() === home;
  const marks = [...text.matchAll(command), ...(isHome ? text.matchAll(sign) : [])];
  return marks.some(({ 0: mark, index }) => {
    const span = { start: index, end: index + mark.length };
    return ![...quotes, ...code].some((other) => contains(other, span));
  });
}
