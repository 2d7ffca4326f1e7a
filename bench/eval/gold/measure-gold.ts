import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { relationKinds } from "../../../src/model/relation.ts";
import { baselineGraph } from "../baseline.ts";
import { type Counts, sumOf } from "../counts.ts";
import { mapToGraph, type ScoredGraph, writeGraph } from "../map-to-graph.ts";
import type { Confusion } from "../own/scores.ts";
import {
  type JudgedPairs,
  joinPairs,
  judgePairs,
  kindConfusion,
  pairCounts,
  pairInterval,
  type Trust,
  trustOf,
} from "./judge-pairs.ts";
import type { LabelledSet } from "./labelled-sets.ts";
import { type Scores, scoreGraph } from "./score-graph.ts";

/** What is measured of the relations of a text, or of several in sum. */
export interface PairScores {
  readonly pairs: Counts;
  /** Of the F1 of pairs. */
  readonly interval: readonly [low: number, high: number];
  /** The counts of all kinds in sum, each kind by itself: a pair with a wrong kind is wrong and missed. */
  readonly pairsAndKinds: Counts;
  readonly trust: Trust;
  readonly confusion: Confusion;
}

/** A set with the figures of its scorer, and those of its relations where these are labelled. */
export interface MeasuredSet {
  readonly set: LabelledSet;
  readonly ours: Scores;
  readonly baseline: Scores;
  readonly pairs: { readonly ours: PairScores; readonly baseline: PairScores } | null;
  /** Our relations pair by pair. */
  readonly judged: JudgedPairs;
}

/** All measured sets, and the relations of all in sum. */
export interface MeasuredGold {
  readonly sets: readonly MeasuredSet[];
  readonly sum: { readonly ours: PairScores; readonly baseline: PairScores };
}

interface Judged {
  readonly pairs: JudgedPairs;
  readonly ofKinds: Counts;
}

/**
 * Maps each labelled set alone, and scores the graph and the baseline's.
 *
 * @param extractor - its id.
 * @throws Error when our count of right and wrong pairs is another than the scorer's.
 */
export async function measureGold(sets: readonly LabelledSet[], extractor: string): Promise<MeasuredGold> {
  const folder = await mkdtemp(join(tmpdir(), "elenchus-eval-"));
  const measured: MeasuredSet[] = [];
  const all: { readonly ours: Judged; readonly baseline: Judged }[] = [];
  try {
    for (const set of sets) {
      const graph = await mapToGraph(set.inputs, join(folder, set.name), extractor);
      const plain = baselineGraph(graph);
      const ours = scoreGraph(set, await writeGraph(graph, join(folder, `${set.name}.json`)));
      const baseline = scoreGraph(set, await writeGraph(plain, join(folder, `${set.name}.baseline.json`)));
      const judge = (drawn: ScoredGraph, scores: Scores): Judged => judgeSet(drawn, set, scores);
      const both = { ours: judge(graph, ours), baseline: judge(plain, baseline) };
      if (set.relations !== null) all.push(both);
      const pairs = set.relations && { ours: scoresOf([both.ours]), baseline: scoresOf([both.baseline]) };
      measured.push({ set, ours, baseline, pairs, judged: both.ours.pairs });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const sum = {
    ours: scoresOf(all.map(({ ours }) => ours)),
    baseline: scoresOf(all.map(({ baseline }) => baseline)),
  };
  return { sets: measured, sum };
}

function judgeSet(graph: ScoredGraph, { name, relations }: LabelledSet, scores: Scores): Judged {
  if (relations === null) return { pairs: { drawn: [], missed: [] }, ofKinds: sumOf([]) };
  const pairs = judgePairs(graph, relations, name);
  const ours = pairCounts(pairs);
  const theirs = countsIn(scores, ["relations, pair, any kind", "pair, any kind"]);
  if (ours.right !== theirs.right || ours.wrong !== theirs.wrong || ours.missed !== theirs.missed)
    throw new Error(`pairs are ${JSON.stringify(ours)} by us and ${JSON.stringify(theirs)} by the scorer`);
  return {
    pairs,
    ofKinds: countsIn(scores, [...relationKinds, ...relationKinds.map((kind) => `${kind}, pair and kind`)]),
  };
}

/** The counts of all rows of a scorer that have one of some names, in sum. */
function countsIn(scores: Scores, names: readonly string[]): Counts {
  const rows = names.flatMap((name) => {
    const row = scores[name];
    return typeof row === "object" ? [row] : [];
  });
  return sumOf(rows.map(({ tp = 0, fp = 0, fn = 0 }) => ({ right: tp, wrong: fp, missed: fn })));
}

function scoresOf(all: readonly Judged[]): PairScores {
  const pairs = joinPairs(all.map((one) => one.pairs));
  return {
    pairs: pairCounts(pairs),
    interval: pairInterval(pairs),
    pairsAndKinds: sumOf(all.map(({ ofKinds }) => ofKinds)),
    trust: trustOf(pairs),
    confusion: kindConfusion(pairs),
  };
}
