import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { compareStrings } from "../../src/model/id.ts";
import { readTopic, type Topic } from "../eval/own/labels.ts";

/** The folder of what is trained on. */
export const trainingFolder = fileURLToPath(new URL("../../training/", import.meta.url));

/** The threads written for training, with both labellings, by name. */
export async function trainingThreads(): Promise<readonly Topic[]> {
  const names = (await readdir(`${trainingFolder}threads`)).map((name) => name.replace(/\.jsonl$/u, ""));
  const topics: Topic[] = [];
  for (const name of names.sort(compareStrings)) topics.push(await readTopic(name, trainingFolder));
  return topics;
}

/** A pair of texts written for training, with what the later is to the earlier. */
export interface WrittenPair {
  readonly earlier: string;
  readonly later: string;
  readonly relation: string;
  readonly note: string;
}

/** The pairs of one file: `natural`, `long` or `hard`. */
export async function writtenPairs(name: string): Promise<readonly WrittenPair[]> {
  const text = await readFile(`${trainingFolder}pairs/${name}.jsonl`, "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as WrittenPair);
}
