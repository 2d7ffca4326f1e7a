import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { relationId } from "../../../src/model/id.ts";
import type { ClaimsOutput } from "../../../src/queries/claims.ts";
import type { CorrectionsOutput } from "../../../src/queries/corrections.ts";
import type { ShowOutput } from "../../../src/queries/show.ts";
import { openStore } from "../../../src/store/registry.ts";
import { applyTo } from "../../support/in-store.ts";
import { locutions, relations, saveTwoLayers } from "../../support/two-layers.ts";
import { commandsIn } from "./commands-in.ts";

const [byRules, byModel] = relations;
const { leak, breaks, last, no } = locutions;

describe("elenchus correct", () => {
  let folder: string;
  const { attempt, run, refused, json, exported } = commandsIn(() => folder, "--store", "store");

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "elenchus-correct-"));
    await saveTwoLayers(join(folder, "store"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const incoming = async (extractor: string) => {
    const shown: ShowOutput = await json("show", leak.id, "--extractor", extractor, "--suggestions");
    return shown.kind === "claim" ? shown.incoming : [];
  };

  it("takes a rejected relation out of every layer, and out of the counts", async () => {
    const said = await run("correct", "relation", byRules?.id ?? "", "--reject", "--by", "Ann");
    expect(said).toContain("is rejected by Ann");
    for (const layer of ["rules", "llm"])
      expect((await incoming(layer)).map(({ kind }) => kind)).not.toContain("disagrees-with");
    const { items }: ClaimsOutput = await json("claims", "--extractor", "rules", "--suggestions");
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
    expect(await run("show", leak.id)).toContain("accepted by Ann");
  });

  it("takes a rejected claim out with its relations, and brings it back", async () => {
    await run("correct", "claim", breaks.id, "--reject");
    expect((await incoming("rules")).map(({ kind }) => kind)).toEqual(["disagrees-with"]);
    expect(await refused("show", breaks.id)).toContain("was rejected");
    const { items }: CorrectionsOutput = await json("correct", "list");
    expect(items).toMatchObject([
      { kind: "claim", action: "reject", words: ["Dams break."], isWaiting: false },
    ]);
    await run("correct", "undo", items[0]?.id.slice(0, 6) ?? "");
    expect((await incoming("rules")).map(({ kind }) => kind)).toContain("supports");
    expect(await run("correct", "list")).toContain("no corrections");
  });

  it("keeps a correction of what is gone, and lists it as waiting", async () => {
    await run("correct", "relation", byRules?.id ?? "", "--accept");
    const rows = relations.map(({ id, fromClaim }) => ({ id, fromClaim }));
    const store = await openStore(join(folder, "store"));
    await applyTo(store, { writes: [{ write: "remove-relations", rows }] });
    expect(await run("correct", "list")).toContain("accepted, waiting");
  });

  it("keeps what people say is one claim where other words are against it, says so, and lists it as waiting", async () => {
    await run("correct", "same", leak.id, breaks.id);
    await run("correct", "same", leak.id, last.id, "--not");
    expect(await run("correct", "same", breaks.id, last.id)).toContain("kept, and waits");
    expect(await run("correct", "list")).toContain(
      "waiting: what else is said of the words is against it: one claim",
    );
    await run("correct", "same", breaks.id, last.id, "--not");
    expect(await run("correct", "list")).not.toContain("waiting");
  });

  it("lists corrections of one kind together, in the order of their words", async () => {
    await run("correct", "relation", byRules?.id ?? "", "--accept");
    await run("correct", "claim", leak.id, "--reject");
    await run("correct", "claim", breaks.id, "--reject");
    await run("correct", "claim", no.id, "--reject");
    const { items }: CorrectionsOutput = await json("correct", "list");
    const words = [leak, breaks, no].map(({ text }) => text).sort();
    expect(items.map(({ kind }) => kind)).toEqual(["claim", "claim", "claim", "relation"]);
    expect(items.slice(0, 3).flatMap((item) => item.words)).toEqual(words);
  });

  it("refuses what does not say what is meant", async () => {
    expect((await attempt("correct", "relation", byRules?.id ?? "")).code).toBe(2);
    expect((await attempt("correct", "relation", byRules?.id ?? "", "--accept", "--reject")).code).toBe(2);
    expect((await attempt("correct", "claim", leak.id)).code).toBe(2);
    expect(await refused("correct", "undo", "ffff")).toContain("correct list");
    await run("correct", "claim", leak.id, "--reject");
    expect(await refused("correct", "undo", "")).toContain("an empty id names nothing");
    expect(await refused("correct", "claim", "", "--reject")).toContain("an empty id names nothing");
  });

  it("changes the kind of a relation in every layer, shows what was there, and takes that back", async () => {
    const before = await exported();
    const id = byRules?.id ?? "";
    const changed = await run("correct", "relation", id, "--kind", "responds-to", "--by", "Ann");
    expect(changed).toContain("is drawn: responds-to");
    expect(changed).toMatch(/^relation \w+, in place of \w+, is drawn: responds-to( by \w+)? \(correction/u);
    for (const layer of ["rules", "llm"]) {
      const kinds = (await incoming(layer)).filter(({ from }) => from.locutionId === no.id);
      expect(kinds).toMatchObject([
        { kind: "responds-to", confidence: 1, extractor: "human", isSuggestion: false },
      ]);
    }
    const { items }: ClaimsOutput = await json("claims", "--extractor", "rules");
    expect(items.find((claim) => claim.id === leak.id)).toMatchObject({ attacks: 0, relations: 1 });
    const drawn = relationId("human", no.id, leak.id);
    expect(await run("show", id)).toContain(`changed by Ann to responds-to (relation ${drawn})`);
    expect(await run("show", drawn)).toContain("drawn by Ann");
    expect(await run("correct", "list")).toContain("changed by Ann: responds-to");
    await run("correct", "relation", id, "--kind", "responds-to", "--by", "Ann");
    expect((await json("correct", "list")).total).toBe(1);
    await run("correct", "undo", (await json("correct", "list")).items[0]?.id ?? "");
    expect(await exported()).toEqual(before);
  });

  it("draws a relation that no extractor drew, with the stance that it shows, and rejects it again", async () => {
    const draw = ["correct", "relation", "--from", no.id.slice(0, 8), "--to", last.id.slice(0, 8)];
    expect(await refused(...draw, "--accept")).toContain("nothing is drawn between these words");
    await run(...draw, "--kind", "disagrees-with", "--attack", "undermine");
    const shown: ShowOutput = await json("show", last.id);
    expect(shown).toMatchObject({
      incoming: [{ kind: "disagrees-with", attack: "undermine", extractor: "human" }],
      stances: [{ stance: "against", method: "human", author: { id: "bob" } }],
    });
    await run(...draw, "--kind", "supports");
    expect(await json("show", last.id)).toMatchObject({
      incoming: [{ kind: "supports", attack: null }],
      stances: [],
    });
    await run("correct", "relation", relationId("human", no.id, last.id), "--reject");
    expect(await json("show", last.id)).toMatchObject({ incoming: [] });
    expect((await json("correct", "list")).items).toMatchObject([{ action: "reject", isWaiting: true }]);
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
    const { code, stderr } = await attempt("correct", "relation", leak.id, "--reject");
    expect(code).toBe(3);
    expect(stderr).toContain("is a claim and no relation");
    expect(stderr).toContain("--from CLAIM");
    expect(await refused("correct", "claim", byRules?.id ?? "", "--reject")).toContain("is a relation");
  });

  it("says of a rejected relation that it is, and by whom", async () => {
    await run("correct", "relation", byRules?.id ?? "", "--reject", "--by", "Ann");
    expect(await run("show", byRules?.id ?? "")).toContain("rejected by Ann");
    expect(await run("compare", "--a", "rules", "--b", "llm")).not.toContain("rejected");
    await run("correct", "relation", relations[2]?.id ?? "", "--reject", "--by", "Bo");
    expect(await run("compare", "--a", "rules", "--b", "llm")).toContain("rejected by Bo");
  });

  it.each([
    ["two ends that are the same words", ["--from", leak.id, "--to", leak.id, "--kind", "supports"]],
    ["a kind that there is not", [byRules?.id ?? "", "--kind", "denies"]],
    ["an attack of what is none", [byRules?.id ?? "", "--kind", "supports", "--attack", "rebut"]],
    ["that somebody refines another's words", [byRules?.id ?? "", "--kind", "refines"]],
    ["one end alone", ["--from", leak.id, "--kind", "supports"]],
    ["two things at once", [byRules?.id ?? "", "--kind", "supports", "--reject"]],
  ])("refuses %s", async (_what, words) => {
    expect((await attempt("correct", "relation", ...words)).code).toBe(2);
  });
});
