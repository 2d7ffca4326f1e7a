import { cueText } from "../relations/cues.ts";
import { type FeatureTable, indicate, saturate } from "../relations/feature-table.ts";
import type { Sign } from "../relations/sign.ts";
import type { AnswerWords } from "./answer-words.ts";
import { isNegation, negativeWords, opposites, positiveWords, swearWords } from "./stance-words.ts";

const second = new Set(["you", "your", "you're", "yours", "ur"]);
const first = new Set(["i", "i'm", "my", "i've"]);

const sureOf = ({ sign, sure }: Sign, wanted: Sign["sign"]): number => (sign === wanted ? sure : 0);
const most = (signs: readonly Sign[], wanted: Sign["sign"]): number =>
  Math.max(0, ...signs.map((sign) => sureOf(sign, wanted)));
const countIn = (words: readonly string[], set: ReadonlySet<string>): number => {
  let count = 0;
  for (const word of words) if (set.has(word)) count++;
  return count;
};
const denials = (words: readonly string[]): number => words.filter(isNegation).length;
const opening = ({ sentences }: AnswerWords): string => sentences[0] ?? "";
const denies = (words: readonly string[]): boolean => words.some(isNegation);

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
  you: ({ own }) => saturate(countIn(own, second), 1),
  youAny: ({ passage }) => saturate(countIn(passage, second), 2),
  self: ({ own }) => indicate(countIn(own, first) > 0),
  deniesEarly: ({ own }) => indicate(denies(own.slice(0, 8))),
  denials: ({ own }) => saturate(denials(own), 1),
  denialsAny: ({ passage }) => saturate(denials(passage), 2),
  denialsAnswered: ({ answered }) => saturate(denials(answered), 1),
  praise: ({ own }) => saturate(countIn(own, positiveWords), 1),
  praiseAny: ({ passage }) => saturate(countIn(passage, positiveWords), 2),
  blame: ({ own }) => saturate(countIn(own, negativeWords), 1),
  blameAny: ({ passage }) => saturate(countIn(passage, negativeWords), 2),
  blameAnswered: ({ answered }) => saturate(countIn(answered, negativeWords), 1),
  swears: ({ own }) => saturate(countIn(own, swearWords), 1),
  swearsAny: ({ passage }) => saturate(countIn(passage, swearWords), 1),
  overlap: ({ overlap }) => overlap,
  overlapAny: ({ passageOverlap }) => passageOverlap,
  deniesShared: ({ own, answered, overlap }) => (denies(own) === denies(answered) ? 0 : overlap),
  deniesSharedAny: ({ passage, answered, passageOverlap }) =>
    denies(passage) === denies(answered) ? 0 : passageOverlap,
  opposite: ({ passage, answered }) =>
    indicate(
      passage.some((word) => {
        const opposite = opposites.get(word);
        return opposite !== undefined && answered.includes(opposite);
      }),
    ),
  brief: ({ passage }) => indicate(passage.length <= 6),
  words: ({ passage }) => saturate(passage.length, 40),
  sentences: ({ sentences }) => saturate(sentences.length - 1, 2),
  scareQuotes: ({ answer }) => indicate(/["“][^"”]{1,30}["”]/u.test(answer.sentence)),
  numbers: ({ answer }) => indicate(/\p{N}/u.test(answer.sentence)),
  links: ({ whole }) => indicate(/https?:|www\./u.test(whole)),
  concedes: ({ answer }) => indicate(/\b(?:but|however|though|yet)\b/u.test(cueText(answer.sentence))),
  turns: (words) =>
    indicate(
      agreesFirst(words) &&
        words.passage.slice(1).some((word) => word === "but" || word === "however" || word === "though"),
    ),
  capitals: ({ answer }) => indicate(/\b[A-Z]{4,}\b/u.test(answer.sentence)),
  trailsOff: ({ answer }) => indicate(/\.\.\.|…/u.test(answer.sentence)),
  mocks: ({ answer }) =>
    indicate(
      /\/s\b|\blol\b|^oh\b|\byeah right\b|\bsure,|\bgood luck\b|\bbrilliant\b/iu.test(answer.sentence),
    ),
  answeredAsks: ({ answer }) => indicate(/\?\s*$/u.test(answer.answered)),
  answeredBrief: ({ answered }) => indicate(answered.length <= 8),
  answeredWords: ({ answered }) => saturate(answered.length, 40),
};

function agreesFirst(words: AnswerWords): boolean {
  return (
    words.signs[0]?.sign === "for" ||
    /^(?:yes|yeah|true|sure|fair|right|agreed|granted|ok|okay)\b/u.test(cueText(opening(words)))
  );
}
