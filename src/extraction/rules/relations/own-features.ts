import { type FeatureTable, indicate, saturate } from "./feature-table.ts";
import type { OwnPair } from "./own-pairs.ts";
import type { Trait, Traits } from "./traits.ts";

export const earlyTraitNames = [
  "disagreesAtStart",
  "disagrees",
  "agreesAtStart",
  "concedes",
  "negates",
  "takesStance",
  "contrasts",
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
  "generalises",
  "evaluates",
  "givesCause",
  "supposes",
  "asks",
  "announces",
  "isBare",
  "inquires",
  "compares",
] as const satisfies readonly Trait[];
export const lateTraitNames = [
  "disagreesAtStart",
  "disagrees",
  "agreesAtStart",
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
  "givesExample",
  "opines",
  "speaksOfTalk",
  "addressesYou",
  "speaksOfSelf",
  "tells",
  "counts",
  "obliges",
  "hedges",
  "generalises",
  "evaluates",
  "givesCause",
  "supposes",
  "asks",
  "isBare",
  "compares",
  "limits",
  "pointsBack",
] as const satisfies readonly Trait[];
/**
 * What a connective says holds for the statement just before it, so these count apart where nothing stands
 * between.
 */
export const nextTraitNames = [
  "contrasts",
  "restates",
  "opensExample",
  "opensReason",
  "concludes",
  "adds",
  "opensWithPronoun",
  "tells",
  "counts",
  "asks",
  "obliges",
  "givesCause",
  "speaksOfSelf",
  "supposes",
  "limits",
  "opines",
  "evaluates",
  "negates",
] as const satisfies readonly Trait[];

const brief = 5;
const halfNear = 0.15;

const distance = ({ positions: [early, late] }: OwnPair): number => late - early;
export const isNext = (pair: OwnPair): boolean => distance(pair) === 1;
const isEarlyFirst = ({ positions: [early] }: OwnPair): boolean => early === 0;
const paragraphs = ({ early, late }: OwnPair): number => late.paragraph - early.paragraph;
const isEvidence = ({ has }: Traits): boolean => has.tells === 1 || has.counts === 1;
const isVerdict = ({ has }: Traits): boolean => has.obliges === 1 || has.opines === 1 || has.evaluates === 1;
/** Sentences between the two that state nothing. */
const silence = ({ early, late }: OwnPair): number =>
  Math.max(0, late.segment - early.segment - (late.index - early.index));

/** What tells how two statements of one comment hang together, but for what each shows alone. */
export const pairFeatures: FeatureTable<OwnPair> = {
  next: (pair) => indicate(isNext(pair)),
  two: (pair) => indicate(distance(pair) === 2),
  three: (pair) => indicate(distance(pair) === 3),
  far: (pair) => saturate(distance(pair) - 1, 2),
  sameParagraph: (pair) => indicate(paragraphs(pair) === 0),
  nextParagraph: (pair) => indicate(paragraphs(pair) === 1),
  farParagraph: (pair) => indicate(paragraphs(pair) > 1),
  nextSame: (pair) => indicate(isNext(pair) && paragraphs(pair) === 0),
  twoSame: (pair) => indicate(distance(pair) === 2 && paragraphs(pair) === 0),
  parted: (pair) => indicate(pair.late.index - pair.early.index > distance(pair)),
  silence: (pair) => saturate(silence(pair), 1),
  earlyFirst: (pair) => indicate(isEarlyFirst(pair)),
  earlyFirstNext: (pair) => indicate(isEarlyFirst(pair) && isNext(pair)),
  earlyFirstShort: (pair) => indicate(isEarlyFirst(pair) && pair.all.length <= 4),
  lateLast: ({ all, positions: [, late] }) => indicate(late === all.length - 1),
  earlyHead: ({ early }) => indicate(early.isHead),
  lateHead: ({ late }) => indicate(late.isHead),
  earlyHeadSame: (pair) => indicate(pair.early.isHead && paragraphs(pair) === 0),
  bothHeads: ({ early, late }) => indicate(early.isHead && late.isHead),
  earlyItem: ({ early }) => indicate(early.isItem),
  lateItem: ({ late }) => indicate(late.isItem),
  bothItems: ({ early, late }) => indicate(early.isItem && late.isItem),
  earlyAside: ({ early }) => indicate(early.isAside),
  lateAside: ({ late }) => indicate(late.isAside),
  length: ({ all }) => saturate(all.length, 4),
  earlyWords: ({ earlyTraits }) => saturate(earlyTraits.words, 15),
  lateWords: ({ lateTraits }) => saturate(lateTraits.words, 15),
  earlyBrief: ({ earlyTraits }) => indicate(earlyTraits.words <= brief),
  lateBrief: ({ lateTraits }) => indicate(lateTraits.words <= brief),
  earlyBriefNext: (pair) => indicate(isNext(pair) && pair.earlyTraits.words <= brief + 1),
  longer: ({ earlyTraits, lateTraits }) => indicate(lateTraits.words > 1.5 * earlyTraits.words),
  near: ({ near }) => near,
  nearness: ({ near }) => saturate(near, halfNear),
  stranger: ({ near }) => indicate(near === 0),
  nextNearness: (pair) => (isNext(pair) ? saturate(pair.near, halfNear) : 0),
  nearest: ({ near, nearest }) => indicate(near > 0 && near >= nearest),
  behind: ({ near, nearest }) => nearest - near,
  concludesBetween: ({ concludesBetween }) => indicate(concludesBetween),
  contrastsBetween: ({ contrastsBetween }) => indicate(contrastsBetween),
  evidenceLate: ({ earlyTraits, lateTraits }) => indicate(isEvidence(lateTraits) && !isEvidence(earlyTraits)),
  evidenceEarly: ({ earlyTraits, lateTraits }) =>
    indicate(isEvidence(earlyTraits) && !isEvidence(lateTraits)),
  verdictEarly: ({ earlyTraits }) => indicate(isVerdict(earlyTraits)),
  verdictLate: ({ lateTraits }) => indicate(isVerdict(lateTraits)),
  oneDenies: ({ earlyTraits, lateTraits }) => indicate(earlyTraits.has.negates !== lateTraits.has.negates),
  numbered: ({ meant, early }) => indicate(meant.numbered.has(early)),
  numbersOther: ({ meant, early }) => indicate(meant.numbered.size > 0 && !meant.numbered.has(early)),
  wordsOf: ({ meant, early }) => indicate(meant.quoted.has(early)),
  onTopic: ({ meant, early }) => indicate(meant.onTopic.has(early)),
};
