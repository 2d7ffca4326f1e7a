import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { compareStrings } from "../../../src/model/id.ts";
import { compare } from "../../../src/queries/compare.ts";
import { openStore } from "../../../src/store/registry.ts";
import type { StoreReader } from "../../../src/store/store.ts";
import { change, comment, locution, version } from "../../support/store-records.ts";
import { locutions, saveCutLayers, saveTwoLayers } from "../../support/two-layers.ts";
import { commandsIn } from "../cli/commands-in.ts";

let folder: string;
let reader: StoreReader;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "elenchus-compare-"));
  await saveTwoLayers(join(folder, "store"));
  reader = await (await openStore(join(folder, "store"))).openReader();
});
afterAll(async () => {
  await reader.close();
  await rm(folder, { recursive: true, force: true });
});

describe("compare", () => {
  it("counts what both layers have and what only one has, and how far they agree", async () => {
    const found = compare.output.parse(await compare.run(reader, { a: "rules", b: "llm", limit: 20 }));
    expect(found.claims).toEqual({ onlyA: 1, onlyB: 1, both: 2 });
    expect(found.relations).toEqual({ same: 1, otherKind: 1, onlyA: 1, onlyB: 1 });
    expect(found.agreement).toEqual([
      { kind: "any kind", a: 3, b: 3, both: 2, f1: 0.667 },
      { kind: "disagrees-with", a: 1, b: 1, both: 1, f1: 1 },
      { kind: "refines", a: 0, b: 1, both: 0, f1: 0 },
      { kind: "responds-to", a: 1, b: 0, both: 0, f1: 0 },
      { kind: "supports", a: 1, b: 1, both: 0, f1: 0 },
    ]);
  });

  it("lists what differs, the surest first, with who said it where", async () => {
    const { differingRelations, differingClaims } = await compare.run(reader, {
      a: "rules",
      b: "llm",
      limit: 2,
    });
    expect(differingRelations.total).toBe(3);
    expect(differingRelations.items).toMatchObject([
      { from: { text: "Dams last." }, ofA: null, ofB: { kind: "supports", confidence: 0.8 } },
      { from: { text: "Dams break." }, ofA: { kind: "supports" }, ofB: { kind: "refines", confidence: 0.6 } },
    ]);
    expect(differingRelations.items[0]?.from).toMatchObject({ speaker: { id: "ada" }, commentId: "site:1" });
    expect(new Set(differingClaims.items.map(({ layer, words }) => `${layer}: ${words.text}`))).toEqual(
      new Set(["rules: Dams break.", "llm: Dams last."]),
    );
  });

  it("reads the words of every comment and the relations of every claim once, however often it is stated", async () => {
    await saveTwoLayers(join(folder, "repeated"));
    const repeats = Array.from({ length: 5 }, (_, at) =>
      comment(`again:${at}`, 10 + at, { authorId: "bob", text: "Dams leak." }),
    );
    const stated = repeats.map((one) =>
      locution(one, 0, 10, { claimId: locutions.leak.claimId, extractors: ["rules"] }),
    );
    const writer = await (await openStore(join(folder, "repeated"))).openWriter({ onMessage: () => {} });
    await writer.apply(
      change(
        { write: "save-comments", rows: repeats },
        { write: "save-versions", rows: repeats.map((one) => version(one)) },
        { write: "save-locutions", rows: stated },
      ),
    );
    await writer.close();
    const repeated = await (await openStore(join(folder, "repeated"))).openReader();
    const seqs: number[] = [];
    const claims: string[] = [];
    const counting: StoreReader = {
      ...repeated,
      known: repeated.known,
      run: (id, parameters) => {
        const { from, to, ids } = z
          .object({ from: z.int(), to: z.int(), ids: z.array(z.string()) })
          .partial()
          .parse(parameters ?? {});
        if (id === "compare-locutions") for (let seq = from ?? 0; seq <= (to ?? -1); seq += 1) seqs.push(seq);
        if (id === "compare-relations") claims.push(...(ids ?? []));
        return repeated.run(id, parameters);
      },
    };
    const found = await compare.run(counting, { a: "rules", b: "llm", limit: 20 });
    const { nextSeq } = await repeated.known.counts();
    await repeated.close();
    expect(seqs).toEqual(Array.from({ length: nextSeq }, (_, seq) => seq));
    expect(claims.toSorted(compareStrings)).toEqual(
      Object.values(locutions)
        .map(({ claimId }) => claimId)
        .toSorted(compareStrings),
    );
    expect(found.relations).toEqual({ same: 1, otherKind: 1, onlyA: 1, onlyB: 1 });
  });

  it("is the same seen from the other layer", async () => {
    const one = await compare.run(reader, { a: "rules", b: "llm", limit: 20 });
    const other = await compare.run(reader, { a: "llm", b: "rules", limit: 20 });
    expect(other.agreement.map(({ f1 }) => f1)).toEqual(one.agreement.map(({ f1 }) => f1));
    expect(other.relations.onlyA).toBe(one.relations.onlyB);
  });

  it("takes a clause for the sentence that it stands in, one to one, and so what is drawn between them", async () => {
    const path = join(folder, "cut");
    await saveCutLayers(path);
    const cut = await (await openStore(path)).openReader();
    for (const [a, b] of [
      ["rules", "llm"],
      ["llm", "rules"],
    ] as const) {
      const { claims, relations, differingRelations, differingClaims } = compare.output.parse(
        await compare.run(cut, { a, b, limit: 20 }),
      );
      const alone = { onlyA: a === "rules" ? 1 : 0, onlyB: b === "rules" ? 1 : 0 };
      expect(claims).toEqual({ both: 3, ...alone });
      expect(relations).toEqual({ same: 2, otherKind: 0, ...alone });
      expect(differingClaims.items.map(({ layer, words }) => `${layer}: ${words.text}`)).toHaveLength(1);
      expect(differingRelations.items.map(({ from }) => from.text)).toEqual(["They harm many"]);
    }
    await cut.close();
  });

  it("names the layers there are, and refuses to compare a layer with itself", async () => {
    await expect(compare.run(reader, { a: "rules", b: "none", limit: 5 })).rejects.toMatchObject({
      code: "query.unknown-layer",
      hint: expect.stringContaining('"llm", "rules"'),
    });
    await expect(compare.run(reader, { a: "llm", b: "llm", limit: 5 })).rejects.toMatchObject({
      code: "query.invalid",
    });
  });

  it("prints counts, agreement and differences, as a table for CSV too", async () => {
    const { run } = commandsIn(() => folder, "--store", "store");
    const text = await run("compare", "--a", "rules", "--b", "llm");
    expect(text).toContain("claims     2 in both, 1 only in rules, 1 only in llm");
    expect(text).toContain("relations  1 the same, 1 of another kind, 1 only in rules, 1 only in llm");
    expect(text).not.toContain("has not read");
    expect(text).toContain("rules: supports, 0.30 | llm: refines, 0.60");
    expect(text).toContain("rules draws nothing | llm: supports, 0.80");
    const table = await run("compare", "--a", "rules", "--b", "llm", "--csv");
    expect(table.split("\n")[0]).toBe(
      "what,inA,confidenceA,inB,confidenceB,fromAuthor,fromComment,fromText,toAuthor,toComment,toText\r",
    );
  });

  it("leaves out what one of the layers has not read, and says how much and how it comes to read it", async () => {
    await saveTwoLayers(join(folder, "waiting"));
    const unread = comment("late:1", 10, { authorId: "bob", text: "Dams leak." });
    const unmarked = comment("late:2", 11, { authorId: "bob", text: "Hello." });
    const said = locution(unread, 0, 10, { claimId: locutions.leak.claimId, extractors: ["rules"] });
    const writer = await (await openStore(join(folder, "waiting"))).openWriter({ onMessage: () => {} });
    await writer.apply(
      change(
        { write: "save-comments", rows: [unread, unmarked] },
        { write: "save-versions", rows: [version(unread), version(unmarked)] },
        { write: "save-locutions", rows: [said] },
        {
          write: "save-extracted",
          rows: [{ commentId: unmarked.id, fingerprints: ["rules@1:a", "llm@"], language: "en" }],
        },
      ),
    );
    await writer.close();
    const { run, attempt, json } = commandsIn(() => folder, "--store", "waiting");
    const found = await json("compare", "--a", "rules", "--b", "llm");
    expect(found.comments).toEqual({ both: 2, onlyA: 2, onlyB: 0, neither: 0 });
    expect(found.claims).toEqual({ onlyA: 1, onlyB: 1, both: 2 });
    expect(found.agreement[0]).toMatchObject({ a: 3, b: 3, both: 2 });
    const note =
      "llm has not read 2 of 4 comments yet, which are left out here.\n`elenchus extract --extractor llm`";
    expect(await run("compare")).toContain(note);
    for (const form of ["--json", "--csv"]) {
      const { stdout, stderr } = await attempt("compare", form);
      expect(stdout).not.toContain("has not read");
      expect(stderr).toContain(note);
    }
  });

  it("takes the two layers that a store has, and asks which where it has more", async () => {
    const { json, refused } = commandsIn(() => folder, "--store", "store");
    expect(await json("compare")).toMatchObject({ a: "rules", b: "llm" });
    expect(await json("compare", "--a", "llm")).toMatchObject({ a: "llm", b: "rules" });
    expect(await json("compare", "--b", "rules")).toMatchObject({ a: "llm", b: "rules" });
    await saveTwoLayers(join(folder, "three"));
    const writer = await (await openStore(join(folder, "three"))).openWriter({ onMessage: () => {} });
    await writer.apply(change({ write: "save-layers", rows: [{ id: "other", rank: 0 }] }));
    await writer.close();
    const three = commandsIn(() => folder, "--store", "three");
    expect(await three.refused("compare", "--a", "rules")).toContain('Name two of "llm", "other", "rules"');
    expect(await refused("compare", "--a", "none")).toContain('the store has no layer "none"');
  });
});
