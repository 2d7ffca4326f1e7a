import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { baselineGraph } from "./eval/baseline.ts";
import { labelledSets } from "./eval/labelled-sets.ts";
import { mapToGraph, writeGraph } from "./eval/map-to-graph.ts";
import { printScores } from "./eval/print-scores.ts";
import { type Scores, scoreGraph } from "./eval/score-graph.ts";

/**
 * `npm run eval -- gold [NAME ...] [--json]` measures the whole pipeline against the labels of `../shared/gold`.
 *
 * Each labelled file is mapped alone into a fresh store; the dumps of the evolution labels are mapped together. The
 * scorers that come with the labels read the exported graph. Beside each figure stands the simple baseline:
 * every sentence a claim, each joined to the one before it. Names choose among the sets.
 */
const [command, ...rest] = process.argv.slice(2);
const names = rest.filter((argument) => !argument.startsWith("--"));
const asJson = rest.includes("--json");
const unknown = rest.find((argument) => argument.startsWith("--") && argument !== "--json");

if (command !== "gold" || unknown !== undefined) {
  console.error("usage: npm run eval -- gold [NAME ...] [--json]");
  process.exitCode = 2;
} else {
  process.exitCode = await evaluate();
}

async function evaluate(): Promise<number> {
  const sets = await labelledSets();
  if (sets === null) {
    console.log(
      "eval: there is no ../shared/gold beside this checkout, so there is nothing to measure against",
    );
    return 0;
  }
  const missing = names.filter((name) => !sets.some((set) => set.name === name));
  if (missing.length > 0) {
    console.error(
      `There are no labels "${missing.join('", "')}". There are: ${sets.map((set) => set.name).join(", ")}`,
    );
    return 2;
  }
  const folder = await mkdtemp(join(tmpdir(), "elenchus-eval-"));
  const all: Record<string, { ours: Scores; baseline: Scores }> = {};
  try {
    for (const set of sets) {
      if (names.length > 0 && !names.includes(set.name)) continue;
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
  return 0;
}
