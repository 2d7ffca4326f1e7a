import type { Task } from "../corpora/measure-corpus.ts";

/** What others reach on a figure: a small model trained on such data, and the best that is known. */
interface Reference {
  readonly simple: string;
  readonly best: string;
}

/**
 * What simple and strong systems reach on the test parts of the corpora, by task, part and figure. The parts
 * that we measure on are alike.
 */
const references: Readonly<Record<string, Reference>> = {
  "stance/debagreement/accuracy": {
    simple: "0.557; 0.503 if trained on another set",
    best: "0.62 to 0.64; one reader 0.798",
  },
  "stance/debagreement/macro F1": { simple: "0.543; 0.468 if trained on another set", best: "" },
  "stance/iac/4forums/macro F1": { simple: "0.654; 0.621 if trained on DEBAGREEMENT", best: "" },
  "claims/standpoints/macro F1": { simple: "0.571, trained on other corpora", best: "0.577" },
  "units/threads/exact, F1": { simple: "0.598", best: "" },
  "units/threads/IoU 50, F1": { simple: "0.835", best: "" },
  "relations/all sources/macro F1": {
    simple: "0.34 to 0.38, trained on another corpus",
    best: "0.58 to 0.62",
  },
  "quotes/posts with their parents/characters, F1": {
    simple: "0.63 without the parent",
    best: "0.990, runs of six words in common",
  },
  "quotes/posts with their parents/spans, equal, F1": {
    simple: "0.20 without the parent",
    best: "0.940, runs of six words in common",
  },
  "concepts/texts/first 10, F1": {
    simple: "0.23 runs without stop words, 0.345 SingleRank",
    best: "0.40",
  },
  "same-claim/arguments and key points/mAP strict": { simple: "0.76", best: "0.91" },
  "same-claim/arguments and key points/mAP relaxed": { simple: "0.82", best: "0.97" },
};

/** The precision that a small trained model reaches at the surest 2, 10 and 28 %, by task, part and class. */
const surest: Readonly<Record<string, readonly number[]>> = {
  "stance/debagreement/disagree": [0.85, 0.77, 0.66],
};

/** What a small trained model reaches at each coverage of the page; null where nobody says. */
export function surestOf(task: Task, part: string, name: string): readonly number[] | null {
  return surest[`${task}/${part}/${name}`] ?? null;
}

/** What others reach on a figure of a part of a corpus; blank where nobody says. */
export function referenceOf(task: Task, part: string, figure: string): Reference {
  return references[`${task}/${part}/${figure}`] ?? { simple: "", best: "" };
}
