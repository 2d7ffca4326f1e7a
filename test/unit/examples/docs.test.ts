import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import type { Io } from "../../../src/cli/io.ts";
import { run } from "../../../src/cli/run.ts";
import { consoleBlocks, cutLike, splitWords } from "./console-blocks.ts";

/** With `UPDATE_DOCS=1` the documents are written anew from what the commands print; read the difference. */
const isUpdate = process.env.UPDATE_DOCS === "1";
const root = new URL("../../../", import.meta.url);
const documents = ["README.md", "docs/cypher.md"];

// A folder of its own, as a clone would be, with the example already mapped by the README's own command.
const folder = mkdtempSync(join(tmpdir(), "elenchus-docs-"));
cpSync(new URL("examples", root), join(folder, "examples"), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a command prints, results and messages in their order, without the spaces at the ends of lines. */
async function printed(command: string): Promise<readonly string[]> {
  const [npx, name, ...words] = splitWords(command) ?? [];
  expect([npx, name]).toEqual(["npx", "elenchus"]);
  const chunks: string[] = [];
  const stream = () =>
    new Writable({
      write(chunk, _encoding, done) {
        chunks.push(String(chunk));
        done();
      },
    });
  const io: Io = {
    stdin: Readable.from([]),
    stdout: stream(),
    stderr: stream(),
    env: {},
    cwd: folder,
    signal: new AbortController().signal,
    now: () => 0,
    setExitCode: () => undefined,
  };
  await run(io, words);
  const text = chunks.join("").replaceAll(folder, "/home/ann/elenchus");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => line.trimEnd());
}

describe.each(documents)("%s", (document) => {
  const path = new URL(document, root);
  const lines = readFileSync(path, "utf8").split("\n");

  it("shows what its commands print", { timeout: 240_000 }, async () => {
    const map = "npx elenchus map examples/debate.jsonl";
    const blocks = consoleBlocks(lines.join("\n"));
    expect(blocks.length).toBeGreaterThan(3);
    if (!blocks.some((block) => block.command === map)) await printed(map);
    const mended = [...lines];
    // From the last to the first when writing, so that the places of earlier blocks stay; the commands run in
    // order.
    const outputs = [];
    for (const block of blocks) outputs.push(await printed(block.command));
    for (const [index, block] of [...blocks.entries()].reverse()) {
      const after = block.start + block.command.split("\n").length;
      mended.splice(after, block.end - after, ...cutLike(block.shown, outputs[index] ?? []));
    }
    if (isUpdate) writeFileSync(path, mended.join("\n"));
    else expect(lines.join("\n"), "mend with UPDATE_DOCS=1 and read the difference").toBe(mended.join("\n"));
  });
});
