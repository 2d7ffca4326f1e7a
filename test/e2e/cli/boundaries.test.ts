import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { serveModel, worded } from "../../support/fake-model.ts";
import { elenchus, workFolder } from "./binary.ts";

const cwd = await workFolder();
const paragraphs = [
  "The dam of the village is two metres too low for a flood such as that of 2021.",
  "We should raise it this summer, before the autumn rains come down the valley.",
  "I walked along the crest yesterday and saw that the spillway is blocked by wood.",
];
const dump = `Ann Example\n\nI'm a writer and researcher. Email: ann\n\nComments\n\n${paragraphs.join("\n\n")}\n`;
const commentsIn = async (): Promise<number> => {
  const mapped = await elenchus(["map", "dump.txt", "--json"], { cwd });
  return JSON.parse(mapped.stdout).counts.comments;
};

describe("elenchus boundaries", () => {
  it("shows the guesses, writes them to be edited, and map uses what a person made of them", async () => {
    await writeFile(join(cwd, "dump.txt"), dump);
    const shown = await elenchus(["boundaries", "dump.txt", "--json"], { cwd });
    expect(JSON.parse(shown.stdout)).toMatchObject({ isSetByHand: false, paragraphs: 3 });

    const written = await elenchus(["boundaries", "dump.txt", "--edit"], { cwd });
    expect(written).toMatchObject({ code: 0, stderr: expect.stringContaining("Edit dump.txt.boundaries") });
    const path = join(cwd, "dump.txt.boundaries");
    const guessed = await readFile(path, "utf8");

    await writeFile(path, guessed.replace(/^(?====)[^\n]*\n/gmu, "").replaceAll(/^(?=\d+ )/gmu, "===\n"));
    expect(await commentsIn()).toBe(3);
    const set = await elenchus(["boundaries", "dump.txt"], { cwd });
    expect(set.stdout).toContain("3 comments in 3 paragraphs, set by hand");

    await writeFile(path, guessed.replace(/^(?====)[^\n]*\n/gmu, ""));
    expect(await commentsIn()).toBe(1);
    await elenchus(["boundaries", "dump.txt", "--edit"], { cwd });
    expect(await readFile(path, "utf8")).not.toContain("\n===");
  });

  it("names the line of a boundaries file that does not fit, and maps nothing of the dump", async () => {
    await writeFile(join(cwd, "other.txt"), dump);
    await writeFile(join(cwd, "other.txt.boundaries"), "===\n1 Words of another dump.\n");
    const refused = await elenchus(["map", "other.txt", "--store", "other"], { cwd });
    expect(refused.code).toBe(3);
    expect(refused.stderr).toContain("import.boundaries-invalid: other.txt.boundaries:2: paragraph 1");
  });

  it("writes what a model says, from a server or from files of requests and answers, and not over a person's word", async () => {
    await writeFile(join(cwd, "asked.txt"), dump);
    const answer = {
      comments: [{ p: 3, why: "another day", confidence: 0.8 }],
      quotes: [{ p: 1, why: "a view that is answered", of: "interlocutor" }],
    };
    const { url } = await serveModel(() => worded.openai(answer));
    const words = ["boundaries", "asked.txt", "--model", "someone"];
    const asked = await elenchus([...words, "--llm-url", url], { cwd });
    expect(asked).toMatchObject({
      code: 0,
      stdout:
        "wrote asked.txt.boundaries with 2 comments and 1 quoted paragraphs; look at it, then map asked.txt\n",
      stderr: expect.stringContaining("the model was asked 1 time"),
    });
    const path = join(cwd, "asked.txt.boundaries");
    const written = await readFile(path, "utf8");
    expect(written).toContain(`\n=== 0.80\n3 ${paragraphs[2]}\n`);
    expect(written).toContain(`\n> 1 ${paragraphs[0]}\n`);
    expect(await elenchus([...words, "--offline"], { cwd })).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("asked.txt.boundaries: it is there already"),
    });

    await rm(path);
    const files = [...words, "--llm-cache", "other"];
    await elenchus([...files, "--requests", "out.jsonl"], { cwd });
    const { id } = JSON.parse(await readFile(join(cwd, "out.jsonl"), "utf8"));
    const waiting = await elenchus([...files, "--offline"], { cwd });
    expect(waiting).toMatchObject({ code: 3, stderr: expect.stringContaining("extraction.model-waiting") });
    await writeFile(join(cwd, "in.jsonl"), `nonsense\n${JSON.stringify({ id, answer })}\n`);
    const taken = await elenchus([...files, "--answers", "in.jsonl"], { cwd });
    expect(taken).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("in.jsonl:1: the line is no JSON"),
    });
    expect(await readFile(path, "utf8")).toBe(written);
  });
});
