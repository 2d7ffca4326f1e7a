import { minimise } from "./minimise.ts";

/** A thing to learn from: its features by index, which classes it may be of, and how much it counts. */
export interface Example {
  readonly features: ReadonlyMap<number, number>;
  /** Indexes of classes; more than one where the label leaves open which. */
  readonly allowed: readonly number[];
  readonly weight: number;
}

export interface SoftmaxOptions {
  readonly features: number;
  /** Classes; the last is the reference, whose weights are 0. */
  readonly classes: number;
  /** Strength of the pull towards the prior, for each feature and last the bias, on the summed loss. */
  readonly penalties: readonly number[];
  /** Where the weights begin and are pulled to: for each class but the last, its features and its bias. */
  readonly prior: readonly (readonly number[])[];
}

/**
 * Fits a multinomial logistic model: the weights that make the allowed classes most probable, held near a
 * prior by a squared penalty.
 *
 * Deterministic: no random start, a fixed order of sums. Returns for each class but the last its features'
 * weights and its bias.
 */
export function fitSoftmax(
  examples: readonly Example[],
  options: SoftmaxOptions,
): readonly (readonly number[])[] {
  const { features, classes, penalties, prior } = options;
  const width = features + 1;
  const start = Float64Array.from(prior.flat());
  const found = minimise(start, (weights, gradient) => {
    let loss = 0;
    for (let at = 0; at < weights.length; at++) {
      const pull = (weights[at] ?? 0) - (start[at] ?? 0);
      const penalty = penalties[at % width] ?? 0;
      loss += 0.5 * penalty * pull * pull;
      gradient[at] = penalty * pull;
    }
    for (const example of examples) loss += addExample(example, { weights, gradient, width, classes });
    return loss;
  });
  return prior.map((_, at) => [...found.slice(at * width, (at + 1) * width)]);
}

interface State {
  readonly weights: Float64Array;
  readonly gradient: Float64Array;
  readonly width: number;
  readonly classes: number;
}

/** Adds the gradient of one example and returns its loss. */
function addExample({ features, allowed, weight }: Example, state: State): number {
  const { weights, gradient, width, classes } = state;
  const scores = Array.from({ length: classes }, (_, k) => {
    if (k === classes - 1) return 0;
    let score = weights[k * width + width - 1] ?? 0;
    for (const [feature, value] of features) score += value * (weights[k * width + feature] ?? 0);
    return score;
  });
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const all = powers.reduce((sum, power) => sum + power, 0);
  const good = allowed.reduce((sum, k) => sum + (powers[k] ?? 0), 0);
  for (let k = 0; k < classes - 1; k++) {
    const power = powers[k] ?? 0;
    const surplus = weight * (power / all - (allowed.includes(k) ? power / good : 0));
    gradient[k * width + width - 1] = (gradient[k * width + width - 1] ?? 0) + surplus;
    for (const [feature, value] of features) {
      const at = k * width + feature;
      gradient[at] = (gradient[at] ?? 0) + surplus * value;
    }
  }
  return -weight * Math.log(good / all);
}
