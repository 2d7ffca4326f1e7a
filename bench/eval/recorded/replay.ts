import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { openStore } from "../../../src/store/registry.ts";
import { readGraph, type ScoredGraph } from "../map-to-graph.ts";

const run = promisify(execFile);
const program = fileURLToPath(new URL("../../../src/cli/main.ts", import.meta.url));
/**
 * What a capable model answered once: the answers with the hashes of their requests, and of others' texts no
 * word.
 */
const recordedFolder = fileURLToPath(new URL("../../../test/recorded/", import.meta.url));

/** The model's layer of a text, and how many of its requests have no recorded answer. */
export interface Replayed {
  readonly graph: ScoredGraph;
  readonly answers: number;
  readonly unanswered: number;
}

/**
 * Maps inputs as a user would, and lets the recorded answers of `name` say where comments begin, what they
 * quote, what they claim and how that is related. Nobody is asked.
 *
 * @param folder - an empty folder to work in.
 */
export async function replay(name: string, inputs: readonly string[], folder: string): Promise<Replayed> {
  const elenchus = async (...words: readonly string[]): Promise<string> => {
    const env = { PATH: process.env.PATH ?? "", HOME: folder };
    const { stdout } = await run(process.execPath, ["--import", "tsx", program, ...words], {
      cwd: fileURLToPath(new URL("../../../", import.meta.url)),
      env,
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  };
  const files: string[] = [];
  for (const input of inputs) {
    const file = join(folder, basename(input));
    await copyFile(input, file);
    files.push(file);
    const boundaries = `${recordedFolder}${basename(input).split("_")[0]}.boundaries.jsonl`;
    if (file.endsWith(".txt") && existsSync(boundaries))
      await elenchus("boundaries", file, "--answers", boundaries, ...model);
  }
  const store = join(folder, "store");
  await elenchus("map", ...files, "--store", store);
  const answers = `${recordedFolder}${name}.answers.jsonl`;
  const printed = await elenchus("extract", "--answers", answers, ...model, "--store", store);
  const taken = Number(/(\d+) answers? taken/u.exec(printed)?.[1] ?? 0);
  const open = ["--requests", "-", "--unanswered"];
  const missing = await elenchus("extract", ...open, ...model, "--store", store);
  const graph = await readGraph(await openStore(store), "llm");
  return { graph, answers: taken, unanswered: missing.split("\n").filter((line) => line !== "").length };
}

/** The name under which the answers were recorded. */
const model = ["--model", "recorded"] as const;
