import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Extractor } from "../../../src/extraction/extractor.ts";
import { lastUsed } from "../../../src/model/layer.ts";
import { relink } from "../../../src/pipeline.ts";
import { openStore } from "../../../src/store/registry.ts";
import { fakeExtractor } from "../../support/fake-extractor.ts";
import { allOf, reading } from "../../support/in-store.ts";
import { mapLayers } from "../../support/map-layers.ts";
import { mapText } from "../../support/map-text.ts";
import { valley } from "../../support/valley.ts";

const files = valley({
  reactions: [{ by: "Dee", kind: "agree", quote: "unsafe for the whole valley", sign: 1 }],
});

describe("two layers in a store of the embedded engine", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "elenchus-layers-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Maps with one extractor after the other and gives all records. */
  async function mapped(name: string, ...extractors: readonly string[]) {
    const store = await openStore(join(folder, name));
    await mapLayers(store, files, extractors);
    return await reading(store, async (reader) => ({
      records: await allOf(reader),
      layers: await reader.known.layers(),
    }));
  }

  it("are the same whichever was mapped first, but for the one used last", async () => {
    const one = await mapped("one", "rules", "llm");
    const other = await mapped("other", "llm", "rules", "llm", "rules");
    expect(one.records).toEqual(other.records);
    expect(one.records.length).toBeGreaterThan(30);
    expect(one.layers).toEqual([
      { id: "llm", rank: 2 },
      { id: "rules", rank: 1 },
    ]);
    expect(other.layers).toEqual([
      { id: "llm", rank: 3 },
      { id: "rules", rank: 4 },
    ]);
  });
});

describe("a layer for which comments wait", () => {
  it("takes no other's place, until it read all of them", async () => {
    const { known } = await mapText(files, undefined, { extractor: fakeExtractor("rules") });
    const whole = fakeExtractor("llm");
    let asked = 0;
    const partly: Extractor = {
      ...whole,
      extract: async (comment, context) => ({
        ...(await whole.extract(comment, context)),
        ...(asked++ === 0 ? {} : { isWaiting: true as const }),
      }),
    };
    await mapText(files, known, { extractor: partly });
    expect(asked).toBeGreaterThan(1);
    expect(lastUsed(await known.layers())?.id).toBe("rules");
    expect((await known.layers()).map(({ id }) => id)).toEqual(["llm", "rules"]);
    await mapText(files, known, { extractor: whole });
    expect(lastUsed(await known.layers())?.id).toBe("llm");
  });
});

describe("linking again after something was taken out", () => {
  it("adds no layer and leaves the one used last, where its extractor read nothing", async () => {
    const { known } = await mapText(files, undefined, { extractor: fakeExtractor("llm") });
    const [before, relations] = [await known.layers(), known.relationMap.size];
    for await (const { change } of relink(known, { extractor: fakeExtractor("rules"), glossary: [] }))
      known.apply(change);
    expect(await known.layers()).toEqual(before);
    expect(known.relationMap.size).toBe(relations);
    const extractors = [...known.locutionMap.values()].map(({ extractors: of }) => of?.join(" "));
    expect(new Set(extractors)).toEqual(new Set(["llm"]));
  });
});

describe("what was found before there were layers", () => {
  it("is the layer's that found it, when a second one reads the same comments", async () => {
    const { known } = await mapText(files, undefined, { extractor: fakeExtractor("rules") });
    for (const { extractors: _extractors, ...locution } of [...known.locutionMap.values()])
      known.locutionMap.set(locution.id, locution);
    for (const { extractor: _extractor, ...stance } of [...known.stanceMap.values()])
      known.stanceMap.set(stance.id, stance);
    await mapText(files, known, { extractor: fakeExtractor("llm") });
    const stated = new Set([...known.locutionMap.values()].map(({ extractors }) => extractors?.join(" ")));
    expect([...stated].sort()).toEqual(["llm", "llm rules"]);
    expect([...known.stanceMap.values()].filter(({ extractor }) => extractor === undefined)).toEqual([]);
  });

  it("stays every layer's in an argument map", async () => {
    const argdown = { "map.argdown": "[Dam]: The dam is unsafe.\n  - [Bo]: It is inspected every year.\n" };
    const { known } = await mapText(argdown, undefined, { extractor: fakeExtractor("rules") });
    await mapText(argdown, known, { extractor: fakeExtractor("llm") });
    const stated = [...known.locutionMap.values()];
    expect(stated).toHaveLength(2);
    expect(stated.filter(({ extractors }) => extractors !== undefined)).toEqual([]);
  });
});
