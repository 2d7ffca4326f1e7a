import type { Features } from "./refinement-candidates.ts";

/** The probability of each candidate; what is missing to 1 is that of none. */
export function probabilities(
  candidates: readonly Features[],
  weights: Readonly<Record<string, number>>,
): readonly number[] {
  const scores = candidates.map((features) => {
    let score = 0;
    for (const name of Object.keys(features)) score += (features[name] ?? 0) * (weights[name] ?? 0);
    return score;
  });
  const most = Math.max(0, ...scores);
  const odds = scores.map((score) => Math.exp(score - most));
  const sum = odds.reduce((total, one) => total + one, Math.exp(-most));
  return odds.map((one) => one / sum);
}
