import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compareStrings } from "../../../src/model/id.ts";
import { sureConfidence } from "../../../src/model/relation.ts";
import { type Counts, f1Of, precisionOf, recallOf } from "../counts.ts";
import { type JudgedPairs, joinPairs, judgePairs, pairCounts } from "../gold/judge-pairs.ts";
import type { LabelledSet } from "../gold/labelled-sets.ts";
import { type Scores, scoreGraph } from "../gold/score-graph.ts";
import { writeGraph } from "../map-to-graph.ts";
import { calibrationError } from "../own/confidence.ts";
import { replay } from "./replay.ts";

/** What the recorded answers reach on one text. */
export interface RecordedScores {
  readonly name: string;
  readonly answers: number;
  readonly unanswered: number;
  readonly scores: Scores;
  readonly pairs: JudgedPairs | null;
}

/** Replays the recorded answers on each labelled set and scores the model's layer by the scorers of the labels. */
export async function measureRecorded(sets: readonly LabelledSet[]): Promise<readonly RecordedScores[]> {
  const folder = await mkdtemp(join(tmpdir(), "elenchus-recorded-"));
  const measured: RecordedScores[] = [];
  try {
    for (const set of sets) {
      const place = join(folder, set.name);
      await mkdir(place);
      const { graph, answers, unanswered } = await replay(set.name, set.inputs, place);
      const scores = scoreGraph(set, await writeGraph(graph, join(place, "graph.json")));
      const pairs = set.relations && judgePairs(graph, set.relations, set.name);
      measured.push({ name: set.name, answers, unanswered, scores, pairs });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return measured;
}

/** Prints each figure of each text, and of all pairs in sum the tier that is shown by default. */
export function printRecorded(measured: readonly RecordedScores[]): void {
  for (const { name, answers, unanswered, scores } of measured) {
    console.log(`\n${name}: ${answers} recorded answers, ${unanswered} requests without one`);
    for (const [figure, value] of Object.entries(scores))
      console.log(`  ${figure.padEnd(42)} ${show(value)}`);
  }
  const pairs = joinPairs(measured.flatMap(({ pairs }) => pairs ?? []));
  if (pairs.drawn.length === 0) return;
  console.log("\nall texts in sum");
  console.log(`  ${"pair, any kind".padEnd(42)} ${counted(pairCounts(pairs))}`);
  const tier = `pair, confidence from ${sureConfidence} (shown by default)`;
  console.log(`  ${tier.padEnd(42)} ${counted(pairCounts(pairs, sureConfidence))}`);
  console.log(
    `  ${"calibration error, pair".padEnd(42)} ${calibrationError(pairs.drawn)?.toFixed(3) ?? "-"}`,
  );
  console.log("\nright of drawn pairs, by method and confidence");
  for (const [step, counts] of stepsOf(pairs)) console.log(`  ${step.padEnd(42)} ${counts}`);
}

/**
 * How many pairs of each method and confidence are right, of how many, and that share with one right and one
 * wrong case more: what a table of probabilities is made from.
 */
function stepsOf({ drawn }: JudgedPairs): readonly (readonly [step: string, counts: string])[] {
  const steps = new Map<string, { right: number; all: number }>();
  for (const { method, confidence, isRight } of drawn) {
    const step = `${method} ${confidence.toFixed(3)}`;
    const { right, all } = steps.get(step) ?? { right: 0, all: 0 };
    steps.set(step, { right: right + (isRight ? 1 : 0), all: all + 1 });
  }
  return [...steps]
    .sort(([a], [b]) => compareStrings(a, b))
    .map(([step, { right, all }]) => [
      step,
      `${right} of ${all}`.padEnd(12) + ((right + 1) / (all + 2)).toFixed(3),
    ]);
}

function show(value: Scores[string]): string {
  if (typeof value === "number") return value.toFixed(3);
  return Object.entries(value)
    .map(([name, figure]) => `${name} ${figure}`)
    .join("  ");
}

function counted(counts: Counts): string {
  const figures = [f1Of(counts), precisionOf(counts), recallOf(counts)].map((one) => one?.toFixed(3) ?? "-");
  return `f1 ${figures[0]}  p ${figures[1]}  r ${figures[2]}  tp ${counts.right}  fp ${counts.wrong}  fn ${counts.missed}`;
}
