import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openStore } from "../../../src/store/registry.ts";
import { jsonLines } from "../../support/map-text.ts";
import { author, change } from "../../support/store-records.ts";
import { commandsIn } from "./commands-in.ts";
import { openConsole } from "./console.ts";

describe("elenchus map", () => {
  let cwd: string;
  const { attempt, run, json } = commandsIn(() => cwd, "--store", "store");

  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), "elenchus-cli-map-"));
  });
  afterEach(() => rm(cwd, { recursive: true, force: true }));

  it("sums up an input of nothing but broken records, which only --strict makes fatal", async () => {
    await writeFile(join(cwd, "broken.jsonl"), '{"id":"1","text":5}\n{"id":"2"}\n');
    const lax = await attempt("map", "broken.jsonl", "--from", "jsonl");
    expect(lax.code).toBe(0);
    expect(lax.stdout).toMatch(/^mapped 1 of 1 input into .*: nothing changed, 2 diagnostics\n/);
    expect(lax.stdout).toContain("the store is empty");
    const trial = await attempt("map", "broken.jsonl", "--from", "jsonl", "--dry-run");
    expect(trial.stdout).toMatch(/^would map 1 of 1 input /);
    expect((await attempt("map", "broken.jsonl", "--from", "jsonl", "--strict")).code).toBe(4);
  });

  it("keeps the terms of a glossary for later runs, says so, and leaves them out when asked", async () => {
    await writeFile(
      join(cwd, "slang.jsonl"),
      jsonLines([{ id: "s", text: "The frobnicator is dangerous because frobs are gamed." }]),
    );
    await writeFile(
      join(cwd, "more.jsonl"),
      jsonLines([{ id: "m", text: "Oversight fails where frobs hide." }]),
    );
    await writeFile(join(cwd, "terms.txt"), "frobnicator = frob\n");
    const formsOf = async (): Promise<readonly string[] | undefined> =>
      (await json("concepts")).items.find(({ label }: { label: string }) => label === "frobnicator")
        ?.altLabels;
    expect((await attempt("map", "slang.jsonl", "--glossary", "terms.txt")).stderr).not.toContain(
      "given before",
    );
    expect(await formsOf()).toContain("frob");

    const again = await attempt("map", "slang.jsonl");
    expect(again.stdout).toContain("nothing changed");
    expect(again.stderr).toContain("using the term of the glossary given before; ");
    await run("map", "more.jsonl");
    expect(await formsOf()).toContain("frob");
    const { items } = await json("sources");
    const source = items.find(({ file }: { file: string }) => file === "more.jsonl").id;
    await run("sources", "remove", source, "--yes");
    expect(await formsOf()).toContain("frob");

    const without = await attempt("map", "slang.jsonl", "--glossary", "none");
    expect(without.stderr).not.toContain("given before");
    expect((await formsOf()) ?? []).not.toContain("frob");
    expect((await attempt("map", "more.jsonl")).stderr).not.toContain("given before");
  });

  it("counts as new or gone only what it did itself, not what it waited for", async () => {
    await writeFile(join(cwd, "one.jsonl"), jsonLines([{ id: "1", author: "eve", text: "Frogs are loud." }]));
    const whileAnotherAdds = async (people: readonly string[], ...words: readonly string[]) => {
      const other = await (await openStore(join(cwd, "store"))).openWriter({ onMessage: () => {} });
      const terminal = openConsole({ cwd });
      const ran = terminal.run(...words, "--store", "store");
      await vi.waitFor(() => expect(terminal.stderr()).toContain("waiting for process"), 10_000);
      await other.apply(change({ write: "save-authors", rows: people.map((name) => author(name)) }));
      await other.close();
      expect(await ran, terminal.stderr()).toBe(0);
      return terminal.stdout();
    };
    expect(await whileAnotherAdds(["ada", "bob"], "map", "one.jsonl")).toMatch(/authors +3 +\+1\n/u);
    expect(await whileAnotherAdds(["cy"], "authors", "forget", "eve", "--yes")).toMatch(/authors +3 +1\n/u);
  });

  it("warns where the format is a guess, unless somebody named it or set the borders", async () => {
    await writeFile(join(cwd, "paste.txt"), "The dam is low.\n\nIt will hold.\n");
    const guessed = await attempt("map", "paste.txt", "--strict");
    expect(guessed.code).toBe(4);
    expect(guessed.stderr).toContain(
      "warning import.format-unsure: paste.txt: read as profile-dump, which is a guess (0.30 sure): 1 comment; `elenchus formats",
    );
    expect((await attempt("map", "paste.txt", "--strict", "--from", "profile-dump")).stderr).toBe("");
    await run("boundaries", "paste.txt", "--edit");
    expect((await attempt("map", "paste.txt", "--strict")).stderr).toBe("");
  });
});
