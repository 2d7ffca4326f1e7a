import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { relationId } from "../../../src/model/id.ts";
import type { ClaimsOutput } from "../../../src/queries/claims.ts";
import type { CorrectionsOutput } from "../../../src/queries/corrections.ts";
import type { ShowOutput } from "../../../src/queries/show.ts";
import { openStore } from "../../../src/store/registry.ts";
import { locutions, relations, saveTwoLayers } from "../../support/two-layers.ts";
import { openConsole } from "./console.ts";

const [byRules, byModel] = relations;
const { leak, breaks, last, no } = locutions;

describe("elenchus correct", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "elenchus-correct-"));
    await saveTwoLayers(join(folder, "store"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const run = async (...words: readonly string[]) => {
    const terminal = openConsole({ cwd: folder });
    const code = await terminal.run(...words, "--store", "store");
    return { code, stdout: terminal.stdout(), stderr: terminal.stderr() };
  };
  const json = async <Answer>(...words: readonly string[]): Promise<Answer> =>
    JSON.parse((await run(...words, "--json")).stdout);
  const incoming = async (extractor: string) => {
    const shown = await json<ShowOutput>("show", leak.id, "--extractor", extractor, "--suggestions");
    return shown.kind === "claim" ? shown.incoming : [];
  };

  it("takes a rejected relation out of every layer, and out of the counts", async () => {
    const { code, stdout } = await run("correct", "relation", byRules?.id ?? "", "--reject", "--by", "Ann");
    expect(code).toBe(0);
    expect(stdout).toContain("is rejected by Ann");
    for (const layer of ["rules", "llm"])
      expect((await incoming(layer)).map(({ kind }) => kind)).not.toContain("disagrees-with");
    const { items } = await json<ClaimsOutput>("claims", "--extractor", "rules", "--suggestions");
    expect(items.find(({ id }) => id === leak.id)).toMatchObject({ attacks: 0, relations: 1 });
  });

  it("makes an accepted relation sure in every layer, and says by whom", async () => {
    await run("correct", "relation", byModel?.id ?? "", "--accept", "--by", "Ann");
    for (const layer of ["rules", "llm"])
      expect(await incoming(layer)).toContainEqual(
        expect.objectContaining({
          kind: "disagrees-with",
          confidence: 1,
          acceptedBy: "Ann",
          isSuggestion: false,
        }),
      );
    expect((await run("show", leak.id)).stdout).toContain("accepted by Ann");
  });

  it("takes a rejected claim out with its relations, and brings it back", async () => {
    await run("correct", "claim", breaks.id, "--reject");
    expect((await incoming("rules")).map(({ kind }) => kind)).toEqual(["disagrees-with"]);
    expect((await run("show", breaks.id)).stderr).toContain("was rejected");
    const { items } = await json<CorrectionsOutput>("correct", "list");
    expect(items).toMatchObject([
      { kind: "claim", action: "reject", words: ["Dams break."], isWaiting: false },
    ]);
    expect((await run("correct", "undo", items[0]?.id.slice(0, 6) ?? "")).code).toBe(0);
    expect((await incoming("rules")).map(({ kind }) => kind)).toContain("supports");
    expect((await run("correct", "list")).stdout).toContain("no corrections");
  });

  it("keeps a correction of what is gone, and lists it as waiting", async () => {
    await run("correct", "relation", byRules?.id ?? "", "--accept");
    const writer = await (await openStore(join(folder, "store"))).openWriter({ onMessage: () => {} });
    const rows = relations.map(({ id, fromClaim }) => ({ id, fromClaim }));
    await writer.apply({ writes: [{ write: "remove-relations", rows }] });
    await writer.close();
    expect((await run("correct", "list")).stdout).toContain("accepted, waiting");
  });

  it("refuses what does not say what is meant", async () => {
    expect((await run("correct", "relation", byRules?.id ?? "")).code).toBe(2);
    expect((await run("correct", "relation", byRules?.id ?? "", "--accept", "--reject")).code).toBe(2);
    expect((await run("correct", "claim", leak.id)).code).toBe(2);
    expect((await run("correct", "undo", "ffff")).stderr).toContain("correct list");
  });

  it("changes the kind of a relation in every layer, shows what was there, and takes that back", async () => {
    const before = await run("export", "--to", "json");
    const id = byRules?.id ?? "";
    const changed = await run("correct", "relation", id, "--kind", "responds-to", "--by", "Ann");
    expect(changed.stdout).toContain("is drawn: responds-to");
    expect(changed.stdout).toMatch(
      /^relation \w+, in place of \w+, is drawn: responds-to( by \w+)? \(correction/u,
    );
    for (const layer of ["rules", "llm"]) {
      const kinds = (await incoming(layer)).filter(({ from }) => from.locutionId === no.id);
      expect(kinds).toMatchObject([
        { kind: "responds-to", confidence: 1, extractor: "human", isSuggestion: false },
      ]);
    }
    const { items } = await json<ClaimsOutput>("claims", "--extractor", "rules");
    expect(items.find((claim) => claim.id === leak.id)).toMatchObject({ attacks: 0, relations: 1 });
    const drawn = relationId("human", no.id, leak.id);
    expect((await run("show", id)).stdout).toContain(`changed by Ann to responds-to (relation ${drawn})`);
    expect((await run("show", drawn)).stdout).toContain("drawn by Ann");
    expect((await run("correct", "list")).stdout).toContain("changed by Ann: responds-to");
    expect((await run("correct", "relation", id, "--kind", "responds-to", "--by", "Ann")).code).toBe(0);
    expect((await json<CorrectionsOutput>("correct", "list")).total).toBe(1);
    await run("correct", "undo", (await json<CorrectionsOutput>("correct", "list")).items[0]?.id ?? "");
    expect(await run("export", "--to", "json")).toEqual(before);
  });

  it("draws a relation that no extractor drew, with the stance that it shows, and rejects it again", async () => {
    const draw = ["correct", "relation", "--from", no.id.slice(0, 8), "--to", last.id.slice(0, 8)];
    expect((await run(...draw, "--accept")).stderr).toContain("nothing is drawn between these words");
    await run(...draw, "--kind", "disagrees-with", "--attack", "undermine");
    const shown = await json<ShowOutput>("show", last.id);
    expect(shown).toMatchObject({
      incoming: [{ kind: "disagrees-with", attack: "undermine", extractor: "human" }],
      stances: [{ stance: "against", method: "human", author: { id: "bob" } }],
    });
    await run(...draw, "--kind", "supports");
    expect(await json<ShowOutput>("show", last.id)).toMatchObject({
      incoming: [{ kind: "supports", attack: null }],
      stances: [],
    });
    await run("correct", "relation", relationId("human", no.id, last.id), "--reject");
    expect(await json<ShowOutput>("show", last.id)).toMatchObject({ incoming: [] });
    expect((await json<CorrectionsOutput>("correct", "list")).items).toMatchObject([
      { action: "reject", isWaiting: true },
    ]);
  });

  it("still leaves out what an extractor draws when what a person drew there is rejected", async () => {
    await run("correct", "relation", byRules?.id ?? "", "--kind", "responds-to");
    await run("correct", "relation", relationId("human", no.id, leak.id), "--reject");
    for (const layer of ["rules", "llm"])
      expect((await incoming(layer)).filter(({ from }) => from.locutionId === no.id)).toEqual([]);
    await run("correct", "relation", byRules?.id ?? "", "--accept");
    expect((await incoming("rules")).map(({ kind }) => kind)).toContain("disagrees-with");
  });

  it("says what an id is of that is no relation, and what to do", async () => {
    const { code, stderr } = await run("correct", "relation", leak.id, "--reject");
    expect(code).toBe(3);
    expect(stderr).toContain("is a claim and no relation");
    expect(stderr).toContain("--from CLAIM");
    expect((await run("correct", "claim", byRules?.id ?? "", "--reject")).stderr).toContain("is a relation");
  });

  it("says of a rejected relation that it is, and by whom", async () => {
    await run("correct", "relation", byRules?.id ?? "", "--reject", "--by", "Ann");
    expect((await run("show", byRules?.id ?? "")).stdout).toContain("rejected by Ann");
    expect((await run("compare", "--a", "rules", "--b", "llm")).stdout).not.toContain("rejected");
    await run("correct", "relation", relations[2]?.id ?? "", "--reject", "--by", "Bo");
    expect((await run("compare", "--a", "rules", "--b", "llm")).stdout).toContain("rejected by Bo");
  });

  it.each([
    ["two ends that are the same words", ["--from", leak.id, "--to", leak.id, "--kind", "supports"]],
    ["a kind that there is not", [byRules?.id ?? "", "--kind", "denies"]],
    ["an attack of what is none", [byRules?.id ?? "", "--kind", "supports", "--attack", "rebut"]],
    ["that somebody refines another's words", [byRules?.id ?? "", "--kind", "refines"]],
    ["one end alone", ["--from", leak.id, "--kind", "supports"]],
    ["two things at once", [byRules?.id ?? "", "--kind", "supports", "--reject"]],
  ])("refuses %s", async (_what, words) => {
    expect((await run("correct", "relation", ...words)).code).toBe(2);
  });
});
