import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { jsonLines } from "../../support/map-text.ts";
import { commandsIn } from "./commands-in.ts";

const paragraphs = [
  "I agree that the dam of the village is two metres too low for a flood such as that of 2021.",
  "We should raise it this summer, before the autumn rains come down the valley.",
  "No. The spillway is blocked by wood, and nobody has looked at it since May.",
  "Thanks for the maps! The lower road is under water twice a year, so it cannot be the way out.",
];
const dump = `Ann Example\n\nI'm a writer and researcher. Email: ann\n\nComments\n\n${paragraphs.join("\n\n")}\n`;

describe("elenchus boundaries", () => {
  let cwd: string;
  const { attempt, json } = commandsIn(() => cwd);
  const boundaries = (...words: readonly string[]) => attempt("boundaries", ...words);

  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), "elenchus-cli-boundaries-"));
  });
  afterEach(() => rm(cwd, { recursive: true, force: true }));

  it("says from which score on a comment begins", async () => {
    await writeFile(join(cwd, "dump.txt"), dump);
    const { threshold, items } = await json("boundaries", "dump.txt");
    const scores = items.slice(1).map((item: { comment: number | null; score: number }) => item);
    expect(scores.length).toBeGreaterThan(0);
    for (const { comment, score } of scores) expect(comment !== null).toBe(score >= threshold);
    expect((await boundaries("dump.txt")).stdout).toContain(
      `, from a score of ${threshold.toFixed(2)} on; rows`,
    );
  });

  it("refuses a file that says itself where its comments begin, and says what to do with it", async () => {
    await writeFile(
      join(cwd, "thread.jsonl"),
      jsonLines(paragraphs.map((text, id) => ({ id: String(id), text }))),
    );
    expect(await boundaries("thread.jsonl")).toEqual({
      code: 3,
      stdout: "",
      stderr: expect.stringContaining("import.format-unknown: thread.jsonl: this is no dump but jsonl"),
    });
    expect((await boundaries("thread.jsonl", "--edit")).stderr).toContain("`elenchus map` reads it as it is");
  });
});
