/** How many comments a profile page lists before its pager (ForumMagnum, `RecentComments limit={10}`). */
export const commentsOfProfile = 10;
/**
 * Without a known number of comments, a block begins one from this probability on. Lower than even: of the
 * borders of feeds where they are known that finds twice as many, of which nearly as many are right.
 */
const leastProbability = 0.25;

/**
 * Where to cut: the `count` best boundaries, the start included, or without a count all that are likely
 * enough.
 *
 * A known count is a prior and not a promise: boundaries that are all but impossible are not taken to reach it.
 *
 * @param scores - probability for each block that a comment begins with it.
 * @returns indexes of blocks, ascending, 0 first; none when there are no blocks.
 */
export function chooseStarts(
  scores: readonly number[],
  count: number | null,
  { leastScore = 0.02 } = {},
): readonly number[] {
  const inner = scores.map((score, index) => ({ score, index })).slice(1);
  const chosen =
    count === null
      ? inner.filter(({ score }) => score >= leastProbability)
      : inner
          .filter(({ score }) => score >= leastScore)
          .sort((a, b) => b.score - a.score || a.index - b.index)
          .slice(0, count - 1);
  return scores.length === 0 ? [] : [0, ...chosen.map(({ index }) => index).sort((a, b) => a - b)];
}
