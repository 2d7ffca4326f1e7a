import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { debate, mapFiles, openStore } from "../../../src/index.ts";

const root = new URL("../../../", import.meta.url);

it("runs the library as the README shows it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "elenchus-library-"));
  const printed: unknown[] = [];
  // As in the README but for the places and what is done with the results.
  const store = await openStore(join(folder, "my-map"));
  await mapFiles([fileURLToPath(new URL("examples/debate.jsonl", root))], store);
  const reader = await store.openReader();
  const { sides, clashes } = await debate.run(reader, debate.input.parse({ a: "RL", b: "SSL" }));
  for (const side of sides) printed.push(side.members.map(({ name }) => name));
  printed.push(clashes[0]?.relation.from.text);
  await reader.close();
  rmSync(folder, { recursive: true, force: true });

  expect(printed.slice(0, -1).flat().sort()).toEqual(["Calloway", "Harrow", "Ozmund", "Tessel", "Wren"]);
  expect(readFileSync(new URL("examples/debate.jsonl", root), "utf8")).toContain(printed.at(-1));
});

it("shows in the README the calls that this test makes", () => {
  const readme = readFileSync(new URL("README.md", root), "utf8");
  const [, code = ""] = /```ts\n(.*?)```/s.exec(readme) ?? [];
  const test = readFileSync(fileURLToPath(import.meta.url), "utf8");
  const calls = code.split("\n").filter((line) => /^const (?:reader|\{)|^await reader/.test(line));
  expect(calls).toHaveLength(3);
  for (const call of calls) expect(test).toContain(call);
});
