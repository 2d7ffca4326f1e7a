import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { compareStrings } from "../../src/model/id.ts";
import { type Labelling, readLabelling, readThread, type Topic } from "../eval/own/labels.ts";

/** The folder of what is trained on. */
export const trainingFolder = fileURLToPath(new URL("../../training/", import.meta.url));

/** A thread written for training, with what each of its readers found. */
export interface TrainingThread extends Pick<Topic, "name" | "thread" | "posts"> {
  /** By the reader's letter (training/README.md). */
  readonly readers: Readonly<Record<"a" | "b" | "c", Labelling>>;
}

/** The threads written for training, by name. */
export async function trainingThreads(): Promise<readonly TrainingThread[]> {
  const names = (await readdir(`${trainingFolder}threads`)).map((name) => name.replace(/\.jsonl$/u, ""));
  const threads: TrainingThread[] = [];
  for (const name of names.sort(compareStrings)) {
    const { thread, posts } = await readThread(trainingFolder, name);
    const labelling = (reader: string): Promise<Labelling> =>
      readLabelling(trainingFolder, reader, name, posts);
    const readers = { a: await labelling("a"), b: await labelling("b"), c: await labelling("c") };
    threads.push({ name, thread, posts, readers });
  }
  return threads;
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
