import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openConsole } from "./console.ts";

describe("elenchus map", () => {
  let cwd: string;

  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), "elenchus-cli-map-"));
  });
  afterEach(() => rm(cwd, { recursive: true, force: true }));

  const run = async (...words: readonly string[]) => {
    const terminal = openConsole({ cwd });
    const code = await terminal.run(...words, "--store", "store");
    return { code, stdout: terminal.stdout(), stderr: terminal.stderr() };
  };

  it("sums up an input of nothing but broken records, which only --strict makes fatal", async () => {
    await writeFile(join(cwd, "broken.jsonl"), '{"id":"1","text":5}\n{"id":"2"}\n');
    const lax = await run("map", "broken.jsonl", "--from", "jsonl");
    expect(lax.code).toBe(0);
    expect(lax.stdout).toMatch(/^mapped 1 of 1 input into .*: nothing changed, 2 diagnostics\n/);
    expect(lax.stdout).toContain("the store is empty");
    const trial = await run("map", "broken.jsonl", "--from", "jsonl", "--dry-run");
    expect(trial.stdout).toMatch(/^would map 1 of 1 input /);
    expect((await run("map", "broken.jsonl", "--from", "jsonl", "--strict")).code).toBe(4);
  });
});
