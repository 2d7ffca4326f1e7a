import { answerOfReply } from "../../src/extraction/rules/stance/answer-of-reply.ts";
import type { Answer } from "../../src/extraction/rules/stance/answer-words.ts";
import { readAnswer } from "../../src/extraction/rules/stance/answer-words.ts";
import { stanceFeatures } from "../../src/extraction/rules/stance/stance-features.ts";
import { openings, phrases } from "../../src/extraction/rules/stance/stance-words.ts";
import { type Example, fitSoftmax } from "./fit-softmax.ts";
import type { LabelledAnswer } from "./label-pairs.ts";
import type { WrittenPair } from "./training-threads.ts";
import { type NamedWeights, nameWeights } from "./write-weights.ts";

const sides = ["against", "for", "neutral"] as const;
type Side = (typeof sides)[number];

/**
 * Strength of the penalty, and how much an answer of a thread counts beside a pair: the best on the dev part of
 * reply stances and the gold set, of penalties 5 to 40 and shares 0 to 1 (docs/quality.md).
 */
const penalty = 8;
const threadShare = 0.3;
/** What tells the grain apart is hardly penalised: it only moves the bias. */
const weakPenalty = 1;

/** The hand-written rule, as weights: where the classifier begins. */
const prior: Readonly<Record<"against" | "for", Readonly<Record<string, number>>>> = {
  against: {
    ruleAgainstFirst: 2,
    ruleAgainstAny: 1,
    questions: 0.3,
    youAny: 0.3,
    denialsAny: 0.7,
    bias: -0.2,
  },
  for: { ruleForFirst: 2.5, ruleForAny: 0.7, denialsAny: -0.7, bias: -0.2 },
};

/** The names of cue words that an answer may hold (`AnswerWords.found`). */
const foundNames = [
  ...["opens", "passage opens"].flatMap((where) => openings.map((opening) => `${where} ${opening}`)),
  ...["says", "passage says"].flatMap((where) => phrases.map((phrase) => `${where} ${phrase}`)),
];

interface Labelled {
  readonly answer: Answer;
  readonly allowed: readonly Side[];
  readonly share: number;
}

/** Weights of the classifier of stances, from written pairs and from the answers in threads. */
export function trainStance(pairs: readonly WrittenPair[], answers: readonly LabelledAnswer[]): NamedWeights {
  const labelled = [
    ...balanced(pairs.flatMap(ofPair), 1),
    ...balanced(answers.flatMap(ofThread), threadShare),
  ];
  const names = [...Object.keys(stanceFeatures), ...foundNames];
  const indexes = new Map(names.map((name, index) => [name, index]));
  const fitted = fitSoftmax(
    labelled.map((one) => exampleOf(one, indexes)),
    {
      features: names.length,
      classes: sides.length,
      penalties: [...names.map((name) => (name === "ofSentence" ? weakPenalty : penalty)), weakPenalty],
      prior: (["against", "for"] as const).map((side) =>
        [...names, "bias"].map((name) => prior[side][name] ?? 0),
      ),
    },
  );
  return nameWeights(["against", "for"], names, fitted);
}

function ofPair({ earlier, later, relation, note }: WrittenPair): readonly Labelled[] {
  if (relation === "supports" || relation === "refines") return [];
  const isAgreement = /agree|concede/u.test(note);
  const side =
    relation === "disagrees-with" ? "against" : relation === "none" || !isAgreement ? "neutral" : "for";
  return [{ answer: answerOfReply(later, earlier), allowed: [side], share: 1 }];
}

/** An answer of a thread where no reader gave another kind. That one responds leaves open whether they agree. */
function ofThread({ pair, given }: LabelledAnswer): readonly Labelled[] {
  const kinds = new Set(Object.values(given ?? {}).filter((kind) => kind !== null));
  const [kind] = kinds;
  if (kinds.size !== 1 || (kind !== "disagrees-with" && kind !== "responds-to")) return [];
  const { from, to, passage, position } = pair;
  const answer: Answer = {
    sentence: from.text,
    before: passage.units.slice(0, position).map(({ text }) => text),
    after: passage.units.slice(position + 1).map(({ text }) => text),
    answered: to.text,
    isAfterQuote: passage.quotes.length > 0,
    grain: "sentence",
  };
  return [{ answer, allowed: kind === "disagrees-with" ? ["against"] : ["for", "neutral"], share: 1 }];
}

/** Lets each label count alike, so that what is common in what was written is not taken for what is common. */
function balanced(labelled: readonly Labelled[], share: number): readonly Labelled[] {
  const counts = new Map<string, number>();
  for (const { allowed } of labelled) counts.set(allowed.join(), (counts.get(allowed.join()) ?? 0) + 1);
  return labelled.map((one) => ({
    ...one,
    share: (share * labelled.length) / counts.size / (counts.get(one.allowed.join()) ?? 1),
  }));
}

function exampleOf({ answer, allowed, share }: Labelled, indexes: ReadonlyMap<string, number>): Example {
  const words = readAnswer(answer);
  const features = new Map<number, number>();
  const note = (name: string, value: number): void => {
    const index = indexes.get(name);
    if (index !== undefined && value !== 0) features.set(index, value);
  };
  for (const [name, feature] of Object.entries(stanceFeatures)) note(name, feature(words));
  for (const name of words.found) note(name, 1);
  return { features, allowed: allowed.map((side) => sides.indexOf(side)), weight: share };
}
