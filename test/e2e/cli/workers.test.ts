import type { ChildProcess } from "node:child_process";
import { beforeAll, describe, expect, it } from "vitest";
import { elenchus, example, workFolder, writeComments } from "./binary.ts";
import { loadedModules, namingModules } from "./naming-modules.ts";

const cwd = await workFolder();
const subjects = ["dike", "weir", "mill", "gate", "ferry", "bridge", "meadow"];
const replies = ["I disagree.", "You are right.", "That is not what happened.", "Why should we pay for it?"];

/** So many that threads are worth their start; a comment answers one not far above it. */
const comments = Array.from({ length: 430 }, (_, index) => ({
  id: `${index}`,
  ...(index === 0 ? {} : { parentId: `${Math.max(0, index - 1 - (index % 4))}` }),
  author: `person ${index % 5}`,
  text: `${replies[index % 4]} The ${subjects[index % 7]} of ${1800 + index} is unsafe, because nobody looked after it.`,
}));

const map = (store: string, words: readonly string[], options = {}) =>
  elenchus(["map", "many.jsonl", "--store", store, ...words], { cwd, ...options });
const graph = async (store: string) =>
  (await elenchus(["export", "--to", "json", "--store", store], { cwd })).stdout;
const threads = (stderr: string) =>
  loadedModules(stderr).filter((url) => url.endsWith("/extraction/workers/extraction-worker.js")).length;

describe("elenchus map --workers", () => {
  beforeAll(async () => {
    await writeComments(`${cwd}/many.jsonl`, comments);
    expect(await map("one", ["--workers", "1"])).toMatchObject({ code: 0 });
  }, 180_000);

  it("gives the same graph with three threads as with none, and ends", async () => {
    const ended = await map("three", ["--workers", "3"], { env: namingModules });
    expect(ended.code).toBe(0);
    expect(threads(ended.stderr)).toBe(3);
    expect(await graph("three")).toBe(await graph("one"));
  }, 180_000);

  it("ends soon after an interrupt, and takes up the rest", async () => {
    const stopped = await map("stopped", ["--workers", "2"], {
      env: namingModules,
      onStart: (child: ChildProcess) => {
        let stderr = "";
        child.stderr?.on("data", (piece: Buffer | string) => {
          stderr += piece.toString();
          if (threads(stderr) > 0) child.kill("SIGINT");
        });
      },
    });
    expect(stopped.code).toBe(130);
    expect(await map("stopped", ["--workers", "2"])).toMatchObject({ code: 0 });
    expect(await graph("stopped")).toBe(await graph("one"));
  }, 180_000);

  it("starts no thread for a few comments", async () => {
    const { stderr } = await elenchus(["map", example, "--workers", "3", "--store", "few"], {
      cwd,
      env: namingModules,
    });
    expect(loadedModules(stderr).length).toBeGreaterThan(20);
    expect(threads(stderr)).toBe(0);
  });

  it("refuses a number that is none", async () => {
    const { code, stderr } = await map("none", ["--workers", "0"]);
    expect(code).toBe(2);
    expect(stderr).toContain("It must be a whole number from 1 to 64.");
  });
});
