import { compareStrings } from "../../../src/model/id.ts";
import { type RelationKind, sureConfidence } from "../../../src/model/relation.ts";
import { type Counts, f1Of, middleOf, resampledSums } from "../counts.ts";
import type { ScoredGraph } from "../map-to-graph.ts";
import { calibrationError, precisionAt } from "../own/confidence.ts";
import type { Confusion } from "../own/scores.ts";
import type { GoldRelations } from "./gold-labels.ts";

/** A pair of sentences that a graph joins, as the labels judge it; pairs that one labelling gave are left out. */
export interface JudgedPair {
  /** The paragraph or post of `from`, with its text before it: what the bootstrap draws again. */
  readonly group: string;
  readonly from: string;
  readonly to: string;
  readonly kind: RelationKind;
  readonly method: string;
  readonly confidence: number;
  readonly isRight: boolean;
  /** Whether the kind is one that the labellings gave. */
  readonly isRightKind: boolean;
  /** The kinds that they gave; none where the pair is wrong. */
  readonly kinds: readonly RelationKind[];
}

/** The pairs that are drawn of a text, and those that both labellings gave and nobody drew. */
export interface JudgedPairs {
  readonly drawn: readonly JudgedPair[];
  readonly missed: readonly { readonly group: string; readonly kinds: readonly RelationKind[] }[];
}

/**
 * Holds the relations of a graph against labels, pair by pair, by the rules of the scorers that come with the
 * labels: a pair of sentences counts once whatever its kinds, with the confidence and the kind of the surest.
 *
 * @param text - name of the text, which tells its posts from those of another.
 */
export function judgePairs(graph: ScoredGraph, gold: GoldRelations, text: string): JudgedPairs {
  const sentences = gold.sentencesIn(graph);
  const both = new Map(gold.both.map((one) => [`${one.from} ${one.to}`, one.kinds]));
  const single = new Set(gold.single.map(({ from, to }) => `${from} ${to}`));
  const drawn = new Map<string, JudgedPair>();
  for (const relation of graph.relations) {
    const { kind, method, confidence } = relation;
    const [from, to] = [sentences.get(relation.from), sentences.get(relation.to)];
    if (!gold.kinds.includes(kind) || from === undefined || to === undefined || from === to) continue;
    const pair = `${from} ${to}`;
    const kinds = both.get(pair) ?? [];
    if (kinds.length === 0 && single.has(pair)) continue;
    if ((drawn.get(pair)?.confidence ?? -1) >= confidence) continue;
    const judgement = { isRight: kinds.length > 0, isRightKind: kinds.includes(kind), kinds };
    drawn.set(pair, { group: groupOf(text, from), from, to, kind, method, confidence, ...judgement });
  }
  const missed = gold.both.filter(({ from, to }) => !drawn.has(`${from} ${to}`));
  return {
    drawn: [...drawn.values()],
    missed: missed.map(({ from, kinds }) => ({ group: groupOf(text, from), kinds })),
  };
}

const groupOf = (text: string, sentence: string): string =>
  `${text} ${sentence.slice(0, sentence.lastIndexOf("."))}`;

/** The pairs of several texts as those of one. */
export function joinPairs(all: readonly JudgedPairs[]): JudgedPairs {
  return {
    drawn: all.flatMap(({ drawn }) => drawn),
    missed: all.flatMap(({ missed }) => missed),
  };
}

/** Drawn pairs that are right and wrong, and those missed, from a confidence on. */
export function pairCounts({ drawn, missed }: JudgedPairs, leastConfidence = 0): Counts {
  const isSure = ({ confidence }: JudgedPair): boolean => confidence >= leastConfidence;
  const right = drawn.filter((pair) => pair.isRight && isSure(pair)).length;
  const wrong = drawn.filter((pair) => !pair.isRight && isSure(pair)).length;
  return { right, wrong, missed: missed.length + drawn.filter(({ isRight }) => isRight).length - right };
}

/** The interval of the F1 of pairs, over paragraphs and posts drawn again. */
export function pairInterval({ drawn, missed }: JudgedPairs): readonly [low: number, high: number] {
  const rows = new Map<string, [right: number, wrong: number, missed: number]>();
  const count = (group: string, column: 0 | 1 | 2): void => {
    const row = rows.get(group) ?? [0, 0, 0];
    row[column]++;
    rows.set(group, row);
  };
  for (const { group, isRight } of drawn) count(group, isRight ? 0 : 1);
  for (const { group } of missed) count(group, 2);
  const sums = resampledSums([...rows.values()]);
  return middleOf(sums.map(([right = 0, wrong = 0, lost = 0]) => f1Of({ right, wrong, missed: lost })));
}

/** How far the confidence of drawn pairs can be trusted. */
export interface Trust {
  /** Counts of the tier that is shown by default. */
  readonly sure: Counts;
  /** The precision of the surest share of drawn pairs; null where nothing is drawn. */
  readonly surest: Readonly<Record<"2 %" | "10 %" | "28 %", number | null>>;
  /** The calibration error of the confidence as that of the pair, and as that of the pair with its kind. */
  readonly calibration: { readonly pair: number | null; readonly pairAndKind: number | null };
}

export function trustOf(pairs: JudgedPairs): Trust {
  const { drawn } = pairs;
  const ofKind = drawn.map(({ confidence, isRightKind }) => ({ confidence, isRight: isRightKind }));
  return {
    sure: pairCounts(pairs, sureConfidence),
    surest: {
      "2 %": precisionAt(drawn, 0.02),
      "10 %": precisionAt(drawn, 0.1),
      "28 %": precisionAt(drawn, 0.28),
    },
    calibration: { pair: calibrationError(drawn), pairAndKind: calibrationError(ofKind) },
  };
}

/** The wrong pairs, and the right ones with a wrong kind, the most confident first. */
export function worstPairs({ drawn }: JudgedPairs): readonly JudgedPair[] {
  return drawn
    .filter(({ isRightKind }) => !isRightKind)
    .toSorted(
      (a, b) => b.confidence - a.confidence || compareStrings(a.from, b.from) || compareStrings(a.to, b.to),
    );
}

/**
 * What is drawn of the pairs that the labels give one kind, of those on whose kind they differ, and of wrong
 * ones.
 */
export function kindConfusion({ drawn, missed }: JudgedPairs): Confusion {
  const row = () => ({ "disagrees-with": 0, refines: 0, "responds-to": 0, supports: 0, none: 0 });
  const tables = {
    "disagrees-with": row(),
    refines: row(),
    "responds-to": row(),
    supports: row(),
    disputed: row(),
    none: row(),
  };
  const labelOf = ([first, ...others]: readonly RelationKind[]): keyof Confusion =>
    others.length > 0 ? "disputed" : (first ?? "none");
  for (const { kind, kinds } of drawn) tables[labelOf(kinds)][kind]++;
  for (const { kinds } of missed) tables[labelOf(kinds)].none++;
  return tables;
}
