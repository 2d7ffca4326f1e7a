import type { AnswerPair } from "./answer-pairs.ts";
import { type FeatureTable, indicate, saturate } from "./feature-table.ts";
import { type Trait, traitsOf } from "./traits.ts";

export const answerTraitNames = [
  "disagreesAtStart",
  "disagrees",
  "agreesAtStart",
  "agrees",
  "concedes",
  "negates",
  "takesStance",
  "contrasts",
  "restates",
  "opensExample",
  "opensReason",
  "concludes",
  "adds",
  "opensWithPronoun",
  "imagines",
  "opines",
  "speaksOfTalk",
  "addressesYou",
  "speaksOfSelf",
  "tells",
  "counts",
  "obliges",
  "hedges",
  "evaluates",
  "givesCause",
  "supposes",
  "asks",
  "exclaims",
  "announces",
  "isBare",
  "pointsBack",
] as const satisfies readonly Trait[];
export const answeredTraitNames = [
  "negates",
  "givesExample",
  "opensExample",
  "opines",
  "speaksOfSelf",
  "tells",
  "counts",
  "obliges",
  "hedges",
  "generalises",
  "evaluates",
  "givesCause",
  "supposes",
  "compares",
  "asks",
  "inquires",
  "isBare",
  "concludes",
  "contrasts",
  "adds",
  "opensReason",
  "opensWithPronoun",
  "takesStance",
  "disagreesAtStart",
  "agreesAtStart",
  "addressesYou",
  "speaksOfTalk",
  "limits",
] as const satisfies readonly Trait[];

/** A statement of at most so many words is brief: it seldom carries what the answer says. */
const brief = 5;
/** Resemblance at which a saturated feature is a half: that of two sentences with one rare word in common. */
const halfNear = 0.15;

const isQuoted = ({ passage }: AnswerPair): boolean => passage.quotes.length > 0;
const isFirst = ({ position }: AnswerPair): boolean => position === 0;
const isFirstTarget = ({ target }: AnswerPair): boolean => target === 0;
const isLastTarget = ({ target, passage }: AnswerPair): boolean => target === passage.targets.length - 1;
const isNearest = ({ near, nearest }: AnswerPair): boolean => near > 0 && near >= nearest;
const isNearestSource = ({ near, nearestSource }: AnswerPair): boolean => near > 0 && near >= nearestSource;
const nearness = ({ near }: AnswerPair): number => saturate(near, halfNear);
const hasBefore = ({ passage, position }: AnswerPair, trait: Trait): boolean => {
  const before = passage.units[position - 1];
  return before !== undefined && traitsOf(before).has[trait] === 1;
};
const opensBriefly = ({ passage, position }: AnswerPair): boolean => {
  const [first] = passage.units;
  return position === 1 && first !== undefined && traitsOf(first).words <= brief + 1;
};

/** What tells whether a statement answers another: where both stand and how near they are. */
export const pairFeatures: FeatureTable<AnswerPair> = {
  quoted: (pair) => indicate(isQuoted(pair)),
  inline: ({ passage }) => indicate(passage.quotes.some(({ how }) => how === "inline")),
  openingPost: ({ passage }) => indicate(passage.answered?.parentId === null),
  manyQuotes: ({ passage }) => indicate(passage.quotes.length > 1),
  first: (pair) => indicate(isFirst(pair)),
  second: ({ position }) => indicate(position === 1),
  third: ({ position }) => indicate(position === 2),
  later: ({ position }) => saturate(position, 3),
  quotedFirst: (pair) => indicate(isQuoted(pair) && isFirst(pair)),
  quotedSecond: (pair) => indicate(isQuoted(pair) && pair.position === 1),
  quotedLater: (pair) => (isQuoted(pair) ? saturate(pair.position, 3) : 0),
  only: ({ passage }) => indicate(passage.units.length === 1),
  short: ({ passage }) => indicate(passage.units.length <= 3),
  length: ({ passage }) => saturate(passage.units.length, 4),
  last: ({ position, passage }) => indicate(position === passage.units.length - 1),
  head: ({ from }) => indicate(from.isHead),
  aside: ({ from }) => indicate(from.isAside),
  item: ({ from }) => indicate(from.isItem),
  brief: ({ fromTraits }) => indicate(fromTraits.words <= brief),
  words: ({ fromTraits }) => saturate(fromTraits.words, 15),
  briefFirst: (pair) => indicate(isFirst(pair) && pair.fromTraits.words <= brief),
  afterBriefFirst: (pair) => indicate(opensBriefly(pair)),
  afterAgreement: (pair) => indicate(pair.position === 1 && hasBefore(pair, "agreesAtStart")),
  turnsAgreement: (pair) => indicate(hasBefore(pair, "agreesAtStart")) * pair.fromTraits.has.contrasts,
  bareBeforeMore: ({ passage, position, fromTraits }) =>
    indicate(position < passage.units.length - 1) * fromTraits.has.isBare,
  afterBare: (pair) => indicate(hasBefore(pair, "isBare")),
  targets: ({ passage }) => saturate(passage.targets.length, 4),
  oneTarget: ({ passage }) => indicate(passage.targets.length === 1),
  targetFirst: (pair) => indicate(isFirstTarget(pair)),
  targetLast: (pair) => indicate(isLastTarget(pair)),
  targetLate: ({ target, passage }) => target / Math.max(1, passage.targets.length - 1),
  targetHead: ({ to }) => indicate(to.isHead),
  targetItem: ({ to }) => indicate(to.isItem),
  targetAside: ({ to }) => indicate(to.isAside),
  targetWords: ({ toTraits }) => saturate(toTraits.words, 15),
  targetBrief: ({ toTraits }) => indicate(toTraits.words <= brief),
  quotedTargetFirst: (pair) => indicate(isQuoted(pair) && isFirstTarget(pair)),
  quotedTargetLast: (pair) => indicate(isQuoted(pair) && isLastTarget(pair)),
  quotedOne: (pair) => indicate(isQuoted(pair) && pair.passage.targets.length === 1),
  near: ({ near }) => near,
  nearness,
  nearAfter: ({ nearAfter }) => saturate(nearAfter, halfNear),
  stranger: ({ near }) => indicate(near === 0),
  nearestTarget: (pair) => indicate(isNearest(pair)),
  behind: ({ nearest, near }) => nearest - near,
  nearestSource: (pair) => indicate(isNearestSource(pair)),
  behindSource: ({ nearestSource, near }) => nearestSource - near,
  rank: ({ rank }) => saturate(rank, 2),
  nearestBoth: (pair) => indicate(isNearest(pair) && isNearestSource(pair)),
  firstNearest: (pair) => indicate(isFirst(pair) && isNearest(pair)),
  firstNearness: (pair) => (isFirst(pair) ? nearness(pair) : 0),
  firstNearAfter: (pair) => (isFirst(pair) ? saturate(pair.nearAfter, halfNear) : 0),
  firstTargetFirst: (pair) => indicate(isFirst(pair) && isFirstTarget(pair)),
  firstTargetLast: (pair) => indicate(isFirst(pair) && isLastTarget(pair)),
  pronounTargetLast: (pair) => indicate(isLastTarget(pair)) * pair.fromTraits.has.opensWithPronoun,
  firstStranger: (pair) => indicate(isFirst(pair) && pair.near === 0),
  oneTargetNearness: (pair) => (pair.passage.targets.length === 1 ? nearness(pair) : 0),
  deniesNear: (pair) => indicate(pair.fromTraits.has.negates !== pair.toTraits.has.negates) * nearness(pair),
  aroundQuote: ({ passage }) => indicate(passage.aside === "around-quote"),
  aroundNearness: (pair) => (pair.passage.aside === "around-quote" ? nearness(pair) : 0),
  aroundFirst: (pair) => indicate(pair.passage.aside === "around-quote" && isFirst(pair)),
  named: ({ passage }) => indicate(passage.aside === "named"),
  numbered: ({ meant, to }) => indicate(meant.numbered.has(to)),
  numbersOther: ({ meant, to }) => indicate(meant.numbered.size > 0 && !meant.numbered.has(to)),
  afterNumbered: (pair) => indicate(pair.meantBefore.numbered.has(pair.to)),
  afterWordsOf: (pair) => indicate(pair.meantBefore.quoted.has(pair.to)),
  wordsOf: ({ meant, to }) => indicate(meant.quoted.has(to)),
  wordsOfOther: ({ meant, to }) => indicate(meant.quoted.size > 0 && !meant.quoted.has(to)),
  onTopic: ({ meant, to }) => indicate(meant.onTopic.has(to)),
  onOtherTopic: ({ meant, to }) => indicate(meant.onTopic.size > 0 && !meant.onTopic.has(to)),
  sameMark: ({ from, to }) => indicate(from.mark !== null && from.mark !== "•" && from.mark === to.mark),
  firstToQuestion: (pair) => indicate(isFirst(pair)) * pair.toTraits.has.asks,
};
