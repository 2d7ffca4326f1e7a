import { compareStrings } from "../../src/model/id.ts";
import { minimise } from "./minimise.ts";
import { type Weights, weightsByName } from "./weights.ts";

/**
 * One choice to learn from: what there is to choose from, and the indices of what is right; none of them when
 * empty.
 */
export interface ChoiceExample {
  readonly candidates: readonly Weights[];
  readonly right: ReadonlySet<number>;
}

/**
 * Fits a choice among candidates and none of them (a conditional logit with an empty option of score 0) that
 * stays near weights set by hand: it minimises the log loss plus `strength` / 2 times the squared distance
 * from `prior`. `bias`, a feature of every candidate, is free. Of several that are right each is as good as
 * the other.
 *
 * The result has three decimals, is sorted by name, and the same on each run.
 */
export function fitChoice(examples: readonly ChoiceExample[], prior: Weights, strength: number): Weights {
  const names = [
    ...new Set(examples.flatMap(({ candidates }) => candidates.flatMap((one) => Object.keys(one)))),
  ].sort(compareStrings);
  const rows = examples.map(({ candidates }) => candidates.map((one) => names.map((name) => one[name] ?? 0)));
  const start = Float64Array.from(names, (name) => prior[name] ?? 0);
  const fitted = minimise(start, (point, gradient) => {
    let loss = 0;
    for (const [at, name] of names.entries()) {
      const away = name === "bias" ? 0 : (point[at] ?? 0) - (start[at] ?? 0);
      gradient[at] = strength * away;
      loss += (strength / 2) * away ** 2;
    }
    for (const [index, candidates] of rows.entries())
      loss += addExample(candidates, examples[index]?.right ?? new Set(), point, gradient);
    return loss;
  });
  return weightsByName(names, fitted);
}

/** The loss of one example, whose slope is added to `gradient`. */
function addExample(
  candidates: readonly (readonly number[])[],
  right: ReadonlySet<number>,
  point: Float64Array,
  gradient: Float64Array,
): number {
  const scores = candidates.map((row) =>
    row.reduce((sum, value, place) => sum + value * (point[place] ?? 0), 0),
  );
  const most = Math.max(0, ...scores);
  const odds = scores.map((score) => Math.exp(score - most));
  const sum = odds.reduce((total, one) => total + one, Math.exp(-most));
  let loss = Math.log(sum) + most;
  for (const [at, row] of candidates.entries()) {
    const wanted = right.has(at) ? 1 / right.size : 0;
    loss -= wanted * (scores[at] ?? 0);
    const surplus = (odds[at] ?? 0) / sum - wanted;
    for (const [place, value] of row.entries()) gradient[place] = (gradient[place] ?? 0) + surplus * value;
  }
  return loss;
}
