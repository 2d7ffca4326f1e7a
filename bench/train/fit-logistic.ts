import { compareStrings } from "../../src/model/id.ts";
import { type Weights, weightsByName } from "./weights.ts";

/** One item to learn from: its features, each once, and whether it is what is looked for. */
export interface Example {
  readonly features: readonly string[];
  readonly isPositive: boolean;
}

/** Newton's method doubles the right digits with each step; more steps change no rounded weight. */
const steps = 40;

/**
 * Fits a logistic regression that stays near weights set by hand: it minimises the log loss plus `strength` /
 * 2 times the squared distance from `prior`.
 *
 * The result is rounded to three decimals, sorted by name, and the same on each run. Cubic in the number of
 * features.
 *
 * @param prior - the hand-set weights; a feature that is not there has 0, and one that no example has keeps
 *   its weight.
 */
export function fitLogistic(examples: readonly Example[], prior: Weights, strength: number): Weights {
  const seen = examples.flatMap(({ features }) => features);
  const names = [...new Set(["bias", ...Object.keys(prior), ...seen])].sort(compareStrings);
  const place = new Map(names.map((name, at) => [name, at]));
  const rows = examples.map(({ features }) => ["bias", ...features].map((name) => place.get(name) ?? 0));
  const start = names.map((name) => prior[name] ?? 0);
  let weights = start;
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight, at) => strength * (weight - (start[at] ?? 0)));
    const curvature = names.map((_, at) => names.map((_, other) => (at === other ? strength : 0)));
    for (const [index, row] of rows.entries()) {
      const sum = row.reduce((total, at) => total + (weights[at] ?? 0), 0);
      const probability = 1 / (1 + Math.exp(-sum));
      const surplus = probability - (examples[index]?.isPositive ? 1 : 0);
      for (const at of row) {
        gradient[at] = (gradient[at] ?? 0) + surplus;
        const line = curvature[at] ?? [];
        for (const other of row) line[other] = (line[other] ?? 0) + probability * (1 - probability);
      }
    }
    const change = solve(curvature, gradient);
    weights = weights.map((weight, at) => weight - (change[at] ?? 0));
  }
  return weightsByName(names, weights);
}

/** Solves a symmetric positive definite system by Gaussian elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  for (const [pivot, row] of rows.entries())
    for (const below of rows.slice(pivot + 1)) {
      const factor = (below[pivot] ?? 0) / (row[pivot] ?? 1);
      for (let at = pivot; at < row.length; at++) below[at] = (below[at] ?? 0) - factor * (row[at] ?? 0);
    }
  const solution = new Array<number>(rows.length).fill(0);
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at] ?? [];
    let rest = row[rows.length] ?? 0;
    for (let known = at + 1; known < rows.length; known++) rest -= (row[known] ?? 0) * (solution[known] ?? 0);
    solution[at] = rest / (row[at] ?? 1);
  }
  return solution;
}
