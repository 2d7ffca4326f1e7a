import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { dumpRelations, type GoldRelations, threadRelations } from "./gold-labels.ts";

/** Labels with the inputs that they label and the scorer that reads them. */
export interface LabelledSet {
  readonly name: string;
  readonly inputs: readonly string[];
  /** Arguments of `node`, where `GRAPH` stands for the exported graph. */
  readonly scorer: readonly string[];
  /** The labelled relations between sentences; null where only claims across dumps are labelled. */
  readonly relations: GoldRelations | null;
}

const shared = new URL("../../../../shared/", import.meta.url);
const path = (name: string): string => fileURLToPath(new URL(name, shared));

const FileLabels = z.object({ file: z.string() });
const EvolutionLabels = z.object({
  pairs: z.array(z.object({ from: z.object({ file: z.string() }), to: z.object({ file: z.string() }) })),
});

/** All labelled sets beside the checkout, by name; null where there are none. */
export async function labelledSets(): Promise<readonly LabelledSet[] | null> {
  if (!existsSync(path("gold/score.mjs"))) return null;
  const sets: LabelledSet[] = [];
  for (const file of (await readdir(path("gold"))).sort()) {
    if (!file.endsWith(".gold.json")) continue;
    const labels = path(`gold/${file}`);
    const labelled: unknown = JSON.parse(await readFile(labels, "utf8"));
    const { file: input } = FileLabels.parse(labelled);
    sets.push({
      name: file.slice(0, -".gold.json".length),
      inputs: [path(`seeds/${input}`)],
      scorer: [path("gold/score.mjs"), "GRAPH", labels, "--json"],
      relations: dumpRelations(labelled, await readFile(path(`seeds/${input}`), "utf8")),
    });
  }
  for (const file of (await readdir(path("gold/threads"))).sort()) {
    if (!file.endsWith(".gold.json")) continue;
    const name = file.slice(0, -".gold.json".length);
    sets.push({
      name,
      inputs: [path(`gold/threads/${name}.jsonl`)],
      scorer: [path("gold/score-thread.mjs"), "GRAPH", path(`gold/threads/${file}`)],
      relations: threadRelations(JSON.parse(await readFile(path(`gold/threads/${file}`), "utf8"))),
    });
  }
  const evolution = path("gold/evolution.dev.json");
  if (existsSync(evolution)) {
    const { pairs } = EvolutionLabels.parse(JSON.parse(await readFile(evolution, "utf8")));
    // The older dump first: a later claim refines an earlier one, so `to` names the older file.
    const files = new Set([...pairs.map(({ to }) => to.file), ...pairs.map(({ from }) => from.file)]);
    sets.push({
      name: "evolution",
      inputs: [...files].map((file) => path(`seeds/${file}`)),
      scorer: [path("gold/score.mjs"), "GRAPH", "--evolution", evolution, "--json"],
      relations: null,
    });
  }
  return sets;
}
