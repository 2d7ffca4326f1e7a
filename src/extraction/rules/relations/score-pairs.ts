import * as answer from "./answer-features.ts";
import type { AnswerPair } from "./answer-pairs.ts";
import { weigh } from "./feature-table.ts";
import * as own from "./own-features.ts";
import type { OwnPair } from "./own-pairs.ts";
import { answerWeights, ownWeights } from "./relation-weights.ts";
import { addTo, sumTraits } from "./trait-sums.ts";

const answers = [answerWeights.answer] as const;
const ofAnswerPair = weigh(answer.pairFeatures, answers);
const ofAnswer = sumTraits("answer.", answer.answerTraitNames, answers);
const ofAnswered = sumTraits("answered.", answer.answeredTraitNames, answers);

/**
 * What speaks for one statement answering another: the weighed sum of the features of the pair and of what
 * each shows alone.
 */
export function scoreAnswer(pair: AnswerPair): readonly number[] {
  const sums = ofAnswerPair(pair);
  addTo(sums, ofAnswer(pair.fromTraits));
  addTo(sums, ofAnswered(pair.toTraits));
  return sums;
}

const joins = [ownWeights.reason, ownWeights.conclusion, ownWeights.development] as const;
const ofOwnPair = weigh(own.pairFeatures, joins);
const ofEarly = sumTraits("early.", own.earlyTraitNames, joins);
const ofLate = sumTraits("late.", own.lateTraitNames, joins);
const ofNextEarly = sumTraits("next.early.", own.nextTraitNames, joins);
const ofNextLate = sumTraits("next.late.", own.nextTraitNames, joins);

/**
 * What speaks for the later of two statements being a reason, a conclusion and a development, each added up as
 * {@link scoreAnswer} is.
 */
export function scoreOwn(pair: OwnPair): readonly number[] {
  const { earlyTraits, lateTraits } = pair;
  const sums = ofOwnPair(pair);
  addTo(sums, ofEarly(earlyTraits));
  addTo(sums, ofLate(lateTraits));
  if (own.isNext(pair)) {
    addTo(sums, ofNextEarly(earlyTraits));
    addTo(sums, ofNextLate(lateTraits));
  }
  return sums;
}
