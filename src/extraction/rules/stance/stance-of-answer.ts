import { softmax, weigh } from "../relations/feature-table.ts";
import { type Answer, type AnswerWords, type PassageWords, readAnswer } from "./answer-words.ts";
import { stanceFeatures } from "./stance-features.ts";
import { stanceWeights } from "./stance-weights.ts";

/** How an answer stands to what it answers, as probabilities that sum to 1. */
export interface AnswerStance {
  readonly against: number;
  readonly for: number;
  readonly neutral: number;
}

const sides: readonly Readonly<Record<string, number>>[] = [stanceWeights.against, stanceWeights.for];
const byTable = weigh(stanceFeatures, sides);

/**
 * How probably an answer stands against, for, or neutral to what it answers: softmax over weighed features of
 * its words.
 *
 * The weights begin with a hand-written rule and are trained on replies written for this project (`npm run
 * train`). `npm run eval -- stance FILE` measures it.
 *
 * @param options.passage - what was read of the answer's passage before; by default it is read here.
 * @param options.forum - by how much likelier than usual people disagree there, in log odds. Default 0.
 */
export function stanceOfAnswer(
  answer: Answer,
  { passage, forum = 0 }: { readonly passage?: PassageWords; readonly forum?: number } = {},
): AnswerStance {
  const words = readAnswer(answer, passage);
  const [scoreAgainst = 0, ...scores] = scoresOf(words);
  const [against = 0, agree = 0, neutral = 0] = softmax([scoreAgainst + forum, ...scores]);
  return { against, for: agree, neutral };
}

function scoresOf(words: AnswerWords): readonly number[] {
  const byTables = byTable(words);
  return sides.map((weights, at) => {
    let sum = byTables[at] ?? 0;
    for (const name of words.found) sum += weights[name] ?? 0;
    return sum;
  });
}
