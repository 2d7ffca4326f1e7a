import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { compareStrings } from "../../../src/model/id.ts";
import { relationKinds } from "../../../src/model/relation.ts";
import { type Post, readPosts } from "./posts.ts";

/** The folder of the gold set in the repository. */
export const goldFolder = fileURLToPath(new URL("../../../test/gold/", import.meta.url));

const SentenceId = z.string().regex(/^p\d+\.\d+$/u);

/**
 * What one reader found in one topic, as far as it is measured. The shape is described in
 * `test/gold/GUIDE.md`.
 */
export const Labelling = z
  .object({
    claims: z.array(SentenceId).readonly(),
    concepts: z
      .array(z.object({ name: z.string().min(1), aliases: z.array(z.string().min(1)).readonly() }).readonly())
      .readonly()
      .default([]),
    relations: z
      .array(z.object({ from: SentenceId, to: SentenceId, type: z.enum(relationKinds) }).readonly())
      .readonly(),
  })
  .readonly();
export type Labelling = z.output<typeof Labelling>;

/** A topic with its comments as a file for `map`, its numbered sentences and its two labellings. */
export interface Topic {
  readonly name: string;
  readonly thread: string;
  readonly posts: readonly Post[];
  readonly a: Labelling;
  readonly b: Labelling;
}

/** The names of all topics, in order. */
export async function topicNames(): Promise<readonly string[]> {
  const names = await readdir(`${goldFolder}threads`);
  return names.map((name) => name.replace(/\.jsonl$/u, "")).sort(compareStrings);
}

/**
 * Reads one topic with both labellings.
 *
 * @throws Error when a label names a sentence that is not there or is quoted, or relates what it does not
 *   call a claim.
 */
export async function readTopic(name: string): Promise<Topic> {
  const { thread, posts } = await readThread(goldFolder, name);
  const a = await readLabelling(goldFolder, "a", name, posts);
  return { name, thread, posts, a, b: await readLabelling(goldFolder, "b", name, posts) };
}

/** Reads the comments of one topic of a folder, as a file for `map` and as numbered sentences. */
export async function readThread(folder: string, name: string): Promise<Pick<Topic, "thread" | "posts">> {
  return {
    thread: await readFile(`${folder}threads/${name}.jsonl`, "utf8"),
    posts: readPosts(await readFile(`${folder}sentences/${name}.txt`, "utf8")),
  };
}

/**
 * Reads what one reader found in one topic of a folder.
 *
 * @throws Error when a label names a sentence that is not there or is quoted, or relates what it does not
 *   call a claim.
 */
export async function readLabelling(
  folder: string,
  reader: string,
  name: string,
  posts: readonly Post[],
): Promise<Labelling> {
  const path = `labels/${reader}/${name}.json`;
  const labels = Labelling.parse(JSON.parse(await readFile(`${folder}${path}`, "utf8")));
  checkLabels(labels, posts, path);
  return labels;
}

function checkLabels({ claims, relations }: Labelling, posts: readonly Post[], path: string): void {
  const own = new Set(
    posts.flatMap(({ sentences }) => sentences.filter(({ isQuoted }) => !isQuoted)).map(({ id }) => id),
  );
  for (const id of claims)
    if (!own.has(id)) throw new Error(`${path}: the claim ${id} is no sentence of its author`);
  const known = new Set(claims);
  const pairs = new Set<string>();
  for (const { from, to } of relations) {
    if (!known.has(from) || !known.has(to) || from === to)
      throw new Error(`${path}: ${from} and ${to} are not two claims of the list`);
    if (pairs.has(`${from} ${to}`)) throw new Error(`${path}: ${from} and ${to} are related twice`);
    pairs.add(`${from} ${to}`);
  }
}
