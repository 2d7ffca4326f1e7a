import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openConsole } from "./console.ts";

const example = fileURLToPath(new URL("../../../examples/debate.jsonl", import.meta.url));

describe("a command that writes much, when it is interrupted", () => {
  const folder = mkdtempSync(join(tmpdir(), "elenchus-interrupted-"));
  const files = () => readdirSync(folder).filter((name) => !name.startsWith(".elenchus"));

  beforeAll(async () => {
    expect(await openConsole({ cwd: folder }).run("map", example)).toBe(0);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ["export to a file", ["export", "--to", "json", "--output", "graph.json"]],
    ["export to a folder", ["export", "--to", "neo4j-admin", "--output", "graph"]],
    ["export to standard output", ["export", "--to", "json"]],
    ["requests to a file", ["extract", "--model", "any", "--requests", "asked.jsonl"]],
    ["an estimate", ["extract", "--model", "any", "--dry-run"]],
    ["reasons", ["extract", "--model", "any", "--reasons"]],
  ])("ends, says so and leaves nothing half written: %s", async (_, words) => {
    const console = openConsole({ cwd: folder });
    console.interrupt();
    expect(await console.run(...words)).toBe(130);
    expect(console.stderr()).toContain("Interrupted.");
    expect(console.stdout()).toBe("");
    expect(files()).toEqual([]);
  });
});
