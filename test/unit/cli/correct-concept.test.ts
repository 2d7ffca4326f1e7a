import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ConceptsOutput } from "../../../src/queries/concepts.ts";
import { jsonLines } from "../../support/map-text.ts";
import { commandsIn } from "./commands-in.ts";

const texts = [
  "The peat bog holds the flood back. A peat bog is cheaper than a levee.",
  "A levee fails when the flood is high, and the peat bog does not.",
  "Every mire in the valley was drained. A mire takes a century to grow.",
];

describe("elenchus correct concept", () => {
  let folder: string;
  const { run, refused, json, exported } = commandsIn(() => folder);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "elenchus-concept-"));
    await writeFile(join(folder, "bog.jsonl"), lines(texts));
    await run("map", "bog.jsonl", "--source", "bog");
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const lines = (all: readonly string[]) =>
    jsonLines(
      all.map((text, index) => ({ id: String(index), author: index % 2 === 0 ? "Wren" : "Jay", text })),
    );
  const labels = async () => {
    const { items }: ConceptsOutput = await json("concepts");
    return new Map(items.map(({ label, altLabels }) => [label, altLabels]));
  };

  it("renames a concept, and keeps the name when more is mapped", async () => {
    const before = await exported();
    expect(await run("correct", "concept", "peat bog", "--rename", "peatland", "--by", "Ann")).toContain(
      '"peat bog" is called "peatland" by Ann',
    );
    expect((await labels()).get("peatland")).toContain("peat bog");
    await writeFile(join(folder, "more.jsonl"), lines(["The peat bog is a peat bog like any peat bog."]));
    await run("map", "more.jsonl", "--source", "more");
    expect((await labels()).get("peatland")).toContain("peat bog");
    expect(await run("correct", "list")).toContain('changed by Ann: it is called "peatland"');
    expect(before).not.toContain("peatland");
  });

  it("makes one of two concepts in every list, and gives them back byte for byte", async () => {
    const before = await exported();
    await run("correct", "concept", "peat bog", "--merge", "mire");
    expect((await labels()).get("peat bog")).toContain("mire");
    expect((await labels()).has("mire")).toBe(false);
    const { items } = await json("claims", "--concept", "peat bog");
    expect(items.some(({ text }: { text: string }) => text.includes("mire"))).toBe(true);
    const [one] = (await json("correct", "list")).items;
    expect(one).toMatchObject({ kind: "concept", words: ["peat bog"], says: '"mire" counts as it' });
    await run("correct", "undo", one.id);
    expect(await exported()).toBe(before);
  });

  it("splits off what was joined, and drops what is no concept", async () => {
    await run("correct", "concept", "peat bog", "--merge", "mire");
    await run("correct", "concept", "peat bog", "--split", "mire");
    expect((await labels()).has("mire")).toBe(true);
    await run("correct", "concept", "mire", "--drop");
    expect((await labels()).has("mire")).toBe(false);
    expect(await run("correct", "list")).toContain("rejected");
    expect(await refused("correct", "concept", "mire", "--drop")).toContain("mire");
  });

  it("travels with a graph, and with a copy of the store", async () => {
    await run("correct", "concept", "peat bog", "--rename", "peatland");
    await writeFile(join(folder, "graph.json"), await exported());
    await run("map", "graph.json", "--store", "other");
    await writeFile(join(folder, "more.jsonl"), lines(["The peat bog is a peat bog like any peat bog."]));
    await run("map", "more.jsonl", "--source", "more", "--store", "other");
    expect(await run("concepts", "--store", "other")).toContain("peatland");
  });

  it("goes with the last comment that uses the words, and no sooner", async () => {
    await run("correct", "concept", "peat bog", "--rename", "peatland");
    await run("correct", "concept", "mire", "--drop");
    await writeFile(join(folder, "more.jsonl"), lines(["A mire is a mire, and every mire is wet."]));
    await run("map", "more.jsonl", "--source", "more");
    const sources: { id: string; file: string }[] = (await json("sources")).items;
    const idOf = (file: string) => sources.find((source) => source.file === file)?.id ?? "";
    await run("sources", "remove", idOf("bog.jsonl"), "--yes");
    const left = (await json("correct", "list")).items;
    expect(left).toMatchObject([{ kind: "concept", action: "reject", words: ["mire"] }]);
  });

  it("says of an inflection why it cannot stand apart", async () => {
    await writeFile(join(folder, "more.jsonl"), lines(["Levees are long. Old levees leak."]));
    await run("map", "more.jsonl", "--source", "more");
    expect((await labels()).get("levee")).toContain("levees");
    const split = (label: string) => refused("correct", "concept", "levee", "--split", label);
    expect(await split("levees")).toContain('"levees" is only another form of "levee"');
    expect(await split("Levee")).toContain('"Levee" is what the concept is called');
  });

  it.each([
    ["nothing said", ["peat bog"], "say one thing"],
    ["two things said", ["peat bog", "--drop", "--rename", "x"], "say one thing"],
    ["a name that another has", ["peat bog", "--rename", "mire"], "--merge"],
    ["a label that it has not", ["peat bog", "--split", "mire"], "is no label of"],
    ["a name without words", ["peat bog", "--rename", " … "], "has no words"],
    ["itself", ["peat bog", "--merge", "peat bog"], "already"],
    ["a name that none has", ["peat moss", "--drop"], 'Did you mean "peat bog"'],
    ["to merge what is none", ["peat bog", "--merge", "fen"], "`elenchus concepts` lists"],
  ])("refuses %s", async (_what, words, message) => {
    expect(await refused("correct", "concept", ...words)).toContain(message);
  });
});
