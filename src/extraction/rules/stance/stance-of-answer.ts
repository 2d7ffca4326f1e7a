import { softmax, weigh } from "../relations/feature-table.ts";
import { type Answer, type AnswerWords, readAnswer } from "./answer-words.ts";
import { stanceFeatures } from "./stance-features.ts";
import { stanceWeights } from "./stance-weights.ts";

/** How an answer stands to what it answers, as probabilities that sum to 1. */
export interface AnswerStance {
  readonly against: number;
  readonly for: number;
  readonly neutral: number;
}

const byTable = {
  against: weigh(stanceFeatures, stanceWeights.against),
  for: weigh(stanceFeatures, stanceWeights.for),
} as const;

/**
 * How probably an answer stands against, for, or neutral to what it answers: softmax over weighed features of its words.
 *
 * The weights begin with a hand-written rule and are trained on replies written for this project (`npm run train`).
 * `npm run eval -- stance FILE` measures it.
 */
export function stanceOfAnswer(answer: Answer): AnswerStance {
  const words = readAnswer(answer);
  const [against = 0, agree = 0, neutral = 0] = softmax([score(words, "against"), score(words, "for"), 0]);
  return { against, for: agree, neutral };
}

function score(words: AnswerWords, side: "against" | "for"): number {
  const weights: Readonly<Record<string, number>> = stanceWeights[side];
  let sum = byTable[side](words);
  for (const name of words.found) sum += weights[name] ?? 0;
  return sum;
}
