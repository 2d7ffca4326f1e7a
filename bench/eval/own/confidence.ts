/** Something drawn with a confidence, and whether it was right. */
export interface Judged {
  readonly confidence: number;
  readonly isRight: boolean;
}

/**
 * The precision of the surest `share` (0 to 1) of what was drawn, at least of one.
 *
 * Where the border falls among equals, they count by the share of them that is right, so that no order among
 * equals changes the figure. `null` where nothing was drawn.
 */
export function precisionAt(judged: readonly Judged[], share: number): number | null {
  if (judged.length === 0) return null;
  const wanted = Math.max(1, Math.round(judged.length * share));
  const sorted = [...judged].sort((a, b) => b.confidence - a.confidence);
  const border = sorted[wanted - 1]?.confidence ?? 0;
  const above = sorted.filter(({ confidence }) => confidence > border);
  const equal = sorted.filter(({ confidence }) => confidence === border);
  const rightOf = (some: readonly Judged[]): number => some.filter(({ isRight }) => isRight).length;
  return (rightOf(above) + ((wanted - above.length) * rightOf(equal)) / equal.length) / wanted;
}

const bins = 10;

/**
 * The expected calibration error: how far the confidence is from the share that is right, over ten bins of equal
 * width, each weighed by what lies in it. 0 is a confidence that is a probability. `null` where nothing was drawn.
 *
 * @see Guo et al. 2017, "On calibration of modern neural networks", arXiv:1706.04599.
 */
export function calibrationError(judged: readonly Judged[]): number | null {
  if (judged.length === 0) return null;
  let error = 0;
  for (let bin = 0; bin < bins; bin++) {
    const inside = judged.filter(
      ({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === bin,
    );
    const surplus = inside.reduce((sum, { confidence, isRight }) => sum + confidence - (isRight ? 1 : 0), 0);
    error += Math.abs(surplus);
  }
  return error / judged.length;
}
