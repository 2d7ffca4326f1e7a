import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { baselineGraph } from "./baseline.ts";
import type { LabelledSet } from "./labelled-sets.ts";
import { mapToGraph, writeGraph } from "./map-to-graph.ts";
import { printScores } from "./print-scores.ts";
import { type Scores, scoreGraph } from "./score-graph.ts";

/** Maps each labelled set alone, scores the graph and the baseline's, and prints both, or all as JSON in the end. */
export async function measureGold(
  sets: readonly LabelledSet[],
  { asJson }: { readonly asJson: boolean },
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "elenchus-eval-"));
  const all: Record<string, { ours: Scores; baseline: Scores }> = {};
  try {
    for (const set of sets) {
      const graph = await mapToGraph(set.inputs, join(folder, set.name));
      const ours = await writeGraph(graph, join(folder, `${set.name}.json`));
      const plain = await writeGraph(baselineGraph(graph), join(folder, `${set.name}.baseline.json`));
      const scores = { ours: scoreGraph(set, ours), baseline: scoreGraph(set, plain) };
      all[set.name] = scores;
      if (!asJson) printScores(set.name, scores.ours, scores.baseline);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  if (asJson) console.log(JSON.stringify(all, null, 1));
}
