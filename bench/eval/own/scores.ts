import { compareStrings } from "../../../src/model/id.ts";
import { type RelationKind, relationKinds, sureConfidence } from "../../../src/model/relation.ts";
import { bootstrap, type Counts, f1Of, precisionOf, recallOf, sumOf } from "../counts.ts";
import { calibrationError, type Judged, precisionAt } from "./confidence.ts";
import { agreedKind } from "./merge-labels.ts";
import { kindCounts, type Outcome, type PairOutcome, type TopicOutcomes } from "./outcomes.ts";

/** Precision, recall and F1 with the counts behind them. `interval` is that of F1. */
export interface Figure extends Counts {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
  readonly interval: readonly [low: number, high: number];
}

/** What is drawn of the pairs that the readers gave one kind, and of those that are no relation. */
export type Confusion = Readonly<
  Record<RelationKind | "disputed" | "none", Readonly<Record<RelationKind | "none", number>>>
>;

/** What one rule drew, and of that the right pairs and the right pairs with the right kind. */
interface MethodCounts {
  readonly drawn: number;
  readonly rightPairs: number;
  readonly rightKinds: number;
}

/** The figures of one topic or of several in sum. */
export interface OwnScores {
  readonly claims: Figure;
  readonly pairs: Figure;
  /** Wrong pairs that both readers drew in the other direction. */
  readonly reversed: number;
  readonly pairsAndKinds: Figure;
  readonly kinds: Readonly<Record<RelationKind, Figure>>;
  readonly postPairs: Figure;
  /** The pairs of the tier that is shown by default; the others count as not drawn. */
  readonly sure: Figure;
  /** The precision of pairs among the surest 2, 10 and 28 % of the drawn ones. */
  readonly surest: Readonly<Record<"2 %" | "10 %" | "28 %", number | null>>;
  /** The calibration error of the confidence, taken as that of the pair, and as that of the pair and its kind. */
  readonly calibration: { readonly pair: number | null; readonly pairAndKind: number | null };
  readonly confusion: Confusion;
  /** By the name of the rule, in order of names. */
  readonly methods: Readonly<Record<string, MethodCounts>>;
  /**
   * The share of agreed concepts among the first so many as were agreed, and how many of these are found at
   * all.
   */
  readonly concepts: {
    readonly first: number;
    readonly precision: number;
    readonly agreed: number;
    readonly recall: number;
  };
}

export function scoresOf(topics: readonly TopicOutcomes[]): OwnScores {
  const pairs = topics.flatMap((topic) => topic.pairs);
  const ofKind = pairs.map((pair): PairOutcome => ({ ...pair, counts: kindCounts(pair) }));
  const first = sumOf(topics.map(({ firstConcepts }) => firstConcepts));
  const concepts = sumOf(topics.map((topic) => topic.concepts));
  return {
    claims: figureOf(topics.flatMap(({ claims }) => claims)),
    pairs: figureOf(pairs),
    reversed: reversedOf(pairs),
    pairsAndKinds: figureOf(ofKind),
    kinds: Object.fromEntries(
      relationKinds.map((kind) => [kind, figureOf(ofKind.map((pair) => only(kind, pair)))]),
    ) as Record<RelationKind, Figure>,
    postPairs: figureOf(topics.flatMap(({ postPairs }) => postPairs)),
    sure: figureOf(pairs.map(ifSure)),
    ...confidenceOf(pairs, ofKind),
    confusion: confusionOf(pairs),
    methods: methodsOf(pairs),
    concepts: {
      first: first.right + first.wrong,
      precision: precisionOf(first),
      agreed: concepts.right + concepts.missed,
      recall: recallOf(concepts),
    },
  };
}

function figureOf(outcomes: readonly Outcome[]): Figure {
  const byComment = new Map<string, Counts>();
  for (const { comment, counts } of outcomes)
    byComment.set(comment, sumOf([byComment.get(comment) ?? { right: 0, wrong: 0, missed: 0 }, counts]));
  const sum = sumOf([...byComment.values()]);
  const interval = bootstrap(
    [...byComment],
    ([comment]) => comment,
    (drawn) => f1Of(sumOf(drawn.map(([, counts]) => counts))),
  );
  return { ...sum, p: precisionOf(sum), r: recallOf(sum), f1: f1Of(sum), interval };
}

/** What a pair counts for where only the tier shown by default is drawn. */
function ifSure(pair: PairOutcome): Outcome {
  if (pair.drawn === null || pair.drawn.confidence >= sureConfidence) return pair;
  return { ...pair, counts: { right: 0, wrong: 0, missed: pair.counts.right } };
}

function reversedOf(pairs: readonly PairOutcome[]): number {
  const wanted = new Set(
    pairs.flatMap(({ topic, labels }) => (labels === null ? [] : [`${topic} ${labels.from} ${labels.to}`])),
  );
  return pairs.filter(
    ({ topic, labels, drawn }) =>
      labels === null && drawn !== null && wanted.has(`${topic} ${drawn.to} ${drawn.from}`),
  ).length;
}

/** The part of a pair's counts that belongs to one kind: what was drawn as it, and what should have been. */
function only(kind: RelationKind, pair: PairOutcome): Outcome {
  const { right, wrong, missed } = pair.counts;
  const isDrawn = pair.drawn?.kind === kind;
  const isWanted = pair.labels !== null && agreedKind(pair.labels) === kind;
  return {
    ...pair,
    counts: { right: isDrawn ? right : 0, wrong: isDrawn ? wrong : 0, missed: isWanted ? missed : 0 },
  };
}

function confidenceOf(
  pairs: readonly PairOutcome[],
  ofKind: readonly PairOutcome[],
): Pick<OwnScores, "surest" | "calibration"> {
  const judged = judge(pairs);
  return {
    surest: {
      "2 %": precisionAt(judged, 0.02),
      "10 %": precisionAt(judged, 0.1),
      "28 %": precisionAt(judged, 0.28),
    },
    calibration: { pair: calibrationError(judged), pairAndKind: calibrationError(judge(ofKind)) },
  };
}

function judge(pairs: readonly PairOutcome[]): readonly Judged[] {
  return pairs.flatMap(({ drawn, counts }) =>
    drawn === null || counts.right + counts.wrong === 0
      ? []
      : [{ confidence: drawn.confidence, isRight: counts.right > 0 }],
  );
}

function confusionOf(pairs: readonly PairOutcome[]): Confusion {
  const row = () => ({ "disagrees-with": 0, refines: 0, "responds-to": 0, supports: 0, none: 0 });
  const table = {
    "disagrees-with": row(),
    refines: row(),
    "responds-to": row(),
    supports: row(),
    disputed: row(),
    none: row(),
  };
  for (const { labels, drawn } of pairs) {
    const wanted = labels === null ? "none" : (agreedKind(labels) ?? "disputed");
    table[wanted][drawn?.kind ?? "none"] += 1;
  }
  return table;
}

function methodsOf(pairs: readonly PairOutcome[]): Readonly<Record<string, MethodCounts>> {
  const methods = new Map<string, MethodCounts>();
  for (const pair of pairs) {
    if (pair.drawn === null) continue;
    const before = methods.get(pair.drawn.method) ?? { drawn: 0, rightPairs: 0, rightKinds: 0 };
    methods.set(pair.drawn.method, {
      drawn: before.drawn + 1,
      rightPairs: before.rightPairs + pair.counts.right,
      rightKinds: before.rightKinds + kindCounts(pair).right,
    });
  }
  return Object.fromEntries([...methods].sort(([a], [b]) => compareStrings(a, b)));
}
