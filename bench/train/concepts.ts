import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { compareStrings } from "../../src/model/id.ts";
import { stopWords } from "../../src/text/stop-words.ts";
import { normalForm, tokenize } from "../../src/text/tokens.ts";

/** A word of fewer topics than this may be what they are about. */
const fewestTopics = 3;

const training = fileURLToPath(new URL("../../training/", import.meta.url));

/**
 * Counts in how many topics of `training/` each word occurs, a thread or the pairs of one topic being a topic.
 *
 * @returns the text of `src/text/everyday-words.ts`, the same for the same folder.
 */
export async function trainConcepts(): Promise<string> {
  const topics = new Map<string, Set<string>>();
  const meet = (topic: string, text: string): void => {
    for (const { text: word } of tokenize(text)) {
      const key = normalForm(word);
      if (key.length < 3 || /[\d']/u.test(key) || stopWords.has(key)) continue;
      topics.set(key, (topics.get(key) ?? new Set()).add(topic));
    }
  };
  for await (const { file, record } of records("threads")) meet(file, String(record.text));
  for await (const { record } of records("pairs")) {
    // Pairs that are no statement and answer are not written as people write in a thread.
    if (record.earlier === undefined || record.later === undefined) continue;
    meet(`pairs ${String(record.topic)}`, `${String(record.earlier)} ${String(record.later)}`);
  }
  const counted = [...topics].map(([word, met]) => ({ word, count: met.size }));
  return moduleOf(counted.filter(({ count }) => count >= fewestTopics));
}

async function* records(
  folder: string,
): AsyncGenerator<{ readonly file: string; readonly record: Readonly<Record<string, unknown>> }> {
  const files = (await readdir(`${training}${folder}`)).filter((file) => file.endsWith(".jsonl"));
  for (const file of files.sort(compareStrings)) {
    const lines = (await readFile(`${training}${folder}/${file}`, "utf8")).split("\n");
    for (const line of lines.filter((one) => one !== "")) yield { file, record: JSON.parse(line) };
  }
}

/** Words on a line of the table. */
const wordsPerLine = 12;

/** A module whose table names a count and words with it on each line, both in order. */
function moduleOf(counted: readonly { readonly word: string; readonly count: number }[]): string {
  const byCount = new Map<number, string[]>();
  for (const { word, count } of counted) byCount.set(count, [...(byCount.get(count) ?? []), word]);
  const lines = [...byCount]
    .sort(([a], [b]) => a - b)
    .flatMap(([count, words]) =>
      chunks(words.sort(compareStrings)).map((chunk) => `${count} ${chunk.join(" ")}`),
    );
  return `// Written by \`npm run train\` from the topics of training/. Do not edit.

const table = \`
${lines.join("\n")}
\`;

/** In how many of our topics a word occurs, in its normal form; rarer words are not here. */
export const everydayWords: ReadonlyMap<string, number> = new Map(
  table
    .trim()
    .split("\\n")
    .flatMap((line) => {
      const [count, ...words] = line.split(" ");
      return words.map((word) => [word, Number(count)] as const);
    }),
);
`;
}

function chunks(words: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(words.length / wordsPerLine) }, (_, i) =>
    words.slice(i * wordsPerLine, (i + 1) * wordsPerLine),
  );
}
