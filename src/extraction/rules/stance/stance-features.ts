import { cueText } from "../relations/cues.ts";
import { type FeatureTable, indicate, saturate } from "../relations/feature-table.ts";
import type { Sign } from "../relations/sign.ts";
import type { AnswerWords } from "./answer-words.ts";
import type { ReadWords } from "./read-words.ts";

const sureOf = ({ sign, sure }: Sign, wanted: Sign["sign"]): number => (sign === wanted ? sure : 0);
const most = (signs: readonly Sign[], wanted: Sign["sign"]): number =>
  Math.max(0, ...signs.map((sign) => sureOf(sign, wanted)));
const opening = ({ sentences }: AnswerWords): string => sentences[0] ?? "";
const denies = ({ counts }: ReadWords): boolean => counts.denial > 0;

/**
 * What tells how an answer stands, beside the cue words found one by one (`AnswerWords.found`).
 *
 * The first six are what the hand-written rule says (relations/sign.ts): the classifier begins with it.
 */
export const stanceFeatures: FeatureTable<AnswerWords> = {
  ruleAgainst: ({ sign }) => sureOf(sign, "against"),
  ruleFor: ({ sign }) => sureOf(sign, "for"),
  ruleAgainstFirst: ({ signs }) => most(signs.slice(0, 1), "against"),
  ruleForFirst: ({ signs }) => most(signs.slice(0, 1), "for"),
  ruleAgainstAny: ({ signs }) => most(signs, "against"),
  ruleForAny: ({ signs }) => most(signs, "for"),
  ofSentence: ({ answer }) => indicate(answer.grain === "sentence"),
  afterQuote: ({ answer }) => indicate(answer.isAfterQuote),
  opensPassage: ({ answer }) => indicate(answer.before.length === 0),
  asks: ({ answer }) => indicate(/\?["'”’)\]]*\s*$/u.test(answer.sentence)),
  asksFirst: (words) => indicate(opening(words).includes("?")),
  questions: ({ whole }) => saturate(whole.split("?").length - 1, 1),
  exclamations: ({ whole }) => saturate(whole.split("!").length - 1, 1),
  you: ({ own }) => saturate(own.counts.you, 1),
  youAny: ({ passage }) => saturate(passage.counts.you, 2),
  self: ({ own }) => indicate(own.counts.self > 0),
  deniesEarly: ({ own }) => indicate(own.words.slice(0, 8).some(({ kinds }) => kinds.includes("denial"))),
  denials: ({ own }) => saturate(own.counts.denial, 1),
  denialsAny: ({ passage }) => saturate(passage.counts.denial, 2),
  denialsAnswered: ({ answered }) => saturate(answered.counts.denial, 1),
  praise: ({ own }) => saturate(own.counts.praise, 1),
  praiseAny: ({ passage }) => saturate(passage.counts.praise, 2),
  blame: ({ own }) => saturate(own.counts.blame, 1),
  blameAny: ({ passage }) => saturate(passage.counts.blame, 2),
  blameAnswered: ({ answered }) => saturate(answered.counts.blame, 1),
  swears: ({ own }) => saturate(own.counts.swearing, 1),
  swearsAny: ({ passage }) => saturate(passage.counts.swearing, 1),
  overlap: ({ overlap }) => overlap,
  overlapAny: ({ passageOverlap }) => passageOverlap,
  deniesShared: ({ own, answered, overlap }) => (denies(own) === denies(answered) ? 0 : overlap),
  deniesSharedAny: ({ passage, answered, passageOverlap }) =>
    denies(passage) === denies(answered) ? 0 : passageOverlap,
  opposite: ({ passage, answered }) =>
    indicate(
      passage.words.some(
        ({ opposite }) => opposite !== null && answered.words.some(({ text }) => text === opposite),
      ),
    ),
  brief: ({ passage }) => indicate(passage.words.length <= 6),
  words: ({ passage }) => saturate(passage.words.length, 40),
  sentences: ({ sentences }) => saturate(sentences.length - 1, 2),
  scareQuotes: ({ answer }) => indicate(/["“][^"”]{1,30}["”]/u.test(answer.sentence)),
  numbers: ({ answer }) => indicate(/\p{N}/u.test(answer.sentence)),
  links: ({ whole }) => indicate(/https?:|www\./u.test(whole)),
  concedes: ({ answer }) => indicate(/\b(?:but|however|though|yet)\b/u.test(cueText(answer.sentence))),
  turns: (words) =>
    indicate(
      agreesFirst(words) &&
        words.passage.words
          .slice(1)
          .some(({ text }) => text === "but" || text === "however" || text === "though"),
    ),
  capitals: ({ answer }) => indicate(/\b[A-Z]{4,}\b/u.test(answer.sentence)),
  trailsOff: ({ answer }) => indicate(/\.\.\.|…/u.test(answer.sentence)),
  mocks: ({ answer }) =>
    indicate(
      /\/s\b|\blol\b|^oh\b|\byeah right\b|\bsure,|\bgood luck\b|\bbrilliant\b/iu.test(answer.sentence),
    ),
  answeredAsks: ({ answer }) => indicate(/\?\s*$/u.test(answer.answered)),
  answeredBrief: ({ answered }) => indicate(answered.words.length <= 8),
  answeredWords: ({ answered }) => saturate(answered.words.length, 40),
};

function agreesFirst(words: AnswerWords): boolean {
  return (
    words.signs[0]?.sign === "for" ||
    /^(?:yes|yeah|true|sure|fair|right|agreed|granted|ok|okay)\b/u.test(cueText(opening(words)))
  );
}
