import * as answer from "../../src/extraction/rules/relations/answer-features.ts";
import type { AnswerPair } from "../../src/extraction/rules/relations/answer-pairs.ts";
import type { FeatureTable } from "../../src/extraction/rules/relations/feature-table.ts";
import * as own from "../../src/extraction/rules/relations/own-features.ts";
import type { OwnPair } from "../../src/extraction/rules/relations/own-pairs.ts";

/** A feature for each of some names, named with `prefix` before it. */
function featuresOfNames<Thing, Name extends string>(
  prefix: string,
  names: readonly Name[],
  read: (thing: Thing, name: Name) => number,
): FeatureTable<Thing> {
  return Object.fromEntries(names.map((name) => [`${prefix}${name}`, (thing: Thing) => read(thing, name)]));
}

/** All that tells whether a statement answers another: what the words of each show as well. */
export const answerFeatures: FeatureTable<AnswerPair> = {
  ...answer.pairFeatures,
  ...featuresOfNames(
    "answer.",
    answer.answerTraitNames,
    ({ fromTraits }: AnswerPair, trait) => fromTraits.has[trait],
  ),
  ...featuresOfNames(
    "answered.",
    answer.answeredTraitNames,
    ({ toTraits }: AnswerPair, trait) => toTraits.has[trait],
  ),
};

/** All that tells how two statements of one comment hang together. */
export const ownFeatures: FeatureTable<OwnPair> = {
  ...own.pairFeatures,
  ...featuresOfNames(
    "early.",
    own.earlyTraitNames,
    ({ earlyTraits }: OwnPair, trait) => earlyTraits.has[trait],
  ),
  ...featuresOfNames("late.", own.lateTraitNames, ({ lateTraits }: OwnPair, trait) => lateTraits.has[trait]),
  ...featuresOfNames("next.early.", own.nextTraitNames, (pair: OwnPair, trait) =>
    own.isNext(pair) ? pair.earlyTraits.has[trait] : 0,
  ),
  ...featuresOfNames("next.late.", own.nextTraitNames, (pair: OwnPair, trait) =>
    own.isNext(pair) ? pair.lateTraits.has[trait] : 0,
  ),
};
