import type { FeatureTable } from "../../src/extraction/rules/relations/feature-table.ts";
import { type Example, fitSoftmax } from "./fit-softmax.ts";
import type { LabelledAnswer, LabelledOwn } from "./label-pairs.ts";
import { answerFeatures, ownFeatures } from "./pair-features.ts";
import { type NamedWeights, nameWeights } from "./write-weights.ts";

/** Strength of the penalty on standardised weights: from 100 to 1000 the gold texts tell no difference. */
const penalty = 600;

/** Weights by class and feature, in the units of the features. */
type Prior = Readonly<Record<string, Readonly<Record<string, number>>>>;

/**
 * Where the models begin and are pulled to: what a connective says of the statement just before it, and the
 * first words after a quote, as the hand-written rules of the prototype had them (hits / cases: but 8 / 11,
 * because and for example 3 / 5, after a quote 13 / 18). A statement that is named by its number, its words
 * or its topic is meant by who names it; such names are rare in what is trained on, so the prior says most of
 * it.
 */
const priors = {
  answer: {
    quotedFirst: 1,
    first: 0.5,
    numbered: 3,
    numbersOther: -1,
    afterNumbered: 1,
    wordsOf: 1.5,
    wordsOfOther: -0.5,
    afterWordsOf: 0.5,
    onTopic: 1,
    aroundQuote: -1.5,
    bareBeforeMore: -1,
    "answered.inquires": -3,
  },
  reason: { "next.late.opensReason": 1.5, "next.late.opensExample": 1.5 },
  conclusion: { "next.late.concludes": 1.5 },
  development: { "next.late.restates": 2, "next.late.contrasts": 1.5, numbered: 2, wordsOf: 1 },
} as const satisfies Prior;

/** Weights of the model that tells which statement answers which, by the labels of reader c. */
export function trainAnswers(labelled: readonly LabelledAnswer[]): NamedWeights {
  const examples = labelled.flatMap(({ pair, given }) => {
    return given === null ? [] : [{ thing: pair, allowed: [given.c === null ? 1 : 0] }];
  });
  return fitTable(answerFeatures, examples, ["answer"]);
}

/** Weights of the model that tells how the statements of one comment hang together, by the labels of reader c. */
export function trainOwn(labelled: readonly LabelledOwn[]): NamedWeights {
  const examples = labelled.flatMap(({ pair, backward, forward }) => {
    if (backward === null || forward === null) return [];
    if (backward.c !== null) return [{ thing: pair, allowed: [backward.c === "supports" ? 0 : 2] }];
    return [{ thing: pair, allowed: [forward.c === null ? 3 : 1] }];
  });
  return fitTable(ownFeatures, examples, ["reason", "conclusion", "development"]);
}

/**
 * Fits weights for a table of features that are first brought to one scale; the last class is none of those
 * named.
 */
function fitTable<Thing>(
  table: FeatureTable<Thing>,
  things: readonly { readonly thing: Thing; readonly allowed: readonly number[] }[],
  classes: readonly string[],
): NamedWeights {
  const entries = Object.entries(table);
  const rows = things.map(({ thing }) => entries.map(([, feature]) => feature(thing)));
  const scales = entries.map((_, at) => deviation(rows.map((row) => row[at] ?? 0)));
  const examples = rows.map((row, index): Example => {
    const scaled = row.map((value, at) => [at, value / (scales[at] ?? 1)] as const);
    const features = new Map(scaled.filter(([, value]) => value !== 0));
    return { features, allowed: things[index]?.allowed ?? [], weight: 1 };
  });
  const fitted = fitSoftmax(examples, {
    features: entries.length,
    classes: classes.length + 1,
    penalties: [...entries.map(() => penalty), 0],
    prior: classes.map((name) => [
      ...entries.map(([feature], at) => ((priors as Prior)[name]?.[feature] ?? 0) * (scales[at] ?? 1)),
      0,
    ]),
  });
  const names = entries.map(([name]) => name);
  return nameWeights(
    classes,
    names,
    fitted.map((row) => row.map((weight, at) => weight / (scales[at] ?? 1))),
  );
}

/** The standard deviation, 1 where nothing varies. */
function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return square === 0 ? 1 : Math.sqrt(square);
}
