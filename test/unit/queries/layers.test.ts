import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authors } from "../../../src/queries/authors.ts";
import { claims } from "../../../src/queries/claims.ts";
import { comment } from "../../../src/queries/comment.ts";
import { search } from "../../../src/queries/search.ts";
import { show } from "../../../src/queries/show.ts";
import { summary } from "../../../src/queries/summary.ts";
import { openStore } from "../../../src/store/registry.ts";
import type { StoreReader } from "../../../src/store/store.ts";
import { mapLayers } from "../../support/map-layers.ts";
import { valley } from "../../support/valley.ts";

const files = valley();

let folder: string;
const readers = new Map<string, StoreReader>();

/** A store that some extractors mapped, one after the other. */
async function mapped(...extractors: readonly string[]): Promise<StoreReader> {
  const store = await openStore(join(folder, extractors.join("-")));
  await mapLayers(store, files, extractors);
  return store.openReader();
}

const reader = (name: string): StoreReader => {
  const found = readers.get(name);
  if (!found) throw new Error(`no store ${name}`);
  return found;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "elenchus-layers-"));
  for (const name of ["rules", "llm", "rules llm", "llm rules"])
    readers.set(name, await mapped(...name.split(" ")));
});
afterAll(async () => {
  for (const one of readers.values()) await one.close();
  await rm(folder, { recursive: true, force: true });
});

/**
 * What a query lists of claims, wording by wording: words that attack one another in any layer state two
 * claims in all of them.
 */
async function listed(store: StoreReader, extractor?: string) {
  const { items } = await claims.run(store, { ...all, ...(extractor && { extractor }) });
  const counts = new Map<string, { locutions: number; attacks: number; relations: number }>();
  for (const { text, locutions, attacks, relations } of items) {
    const before = counts.get(text) ?? { locutions: 0, attacks: 0, relations: 0 };
    counts.set(text, {
      locutions: before.locutions + locutions,
      attacks: before.attacks + attacks,
      relations: before.relations + relations,
    });
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const all = { concept: null, author: null, kind: null, limit: 100 };

describe("a store of two layers", () => {
  it.each(["rules", "llm"])("lists for %s what a store of it alone lists", async (layer) => {
    const both = reader("rules llm");
    expect(await listed(both, layer)).toEqual(await listed(reader(layer)));
    const kinds = ["disagrees-with", "refines", "responds-to", "supports"] as const;
    for (const kind of kinds) {
      const input = { concept: null, author: null, kind, limit: 100 };
      const of = async (store: StoreReader, more: object) =>
        (await claims.run(store, { ...input, ...more })).items.map(({ text }) => text).sort();
      expect(await of(both, { extractor: layer })).toEqual(await of(reader(layer), {}));
      expect(await of(both, { extractor: layer, author: "Bo" })).toEqual(
        await of(reader(layer), { author: "Bo" }),
      );
    }
    const counts = async (store: StoreReader, more: object) =>
      (await summary.run(store, { limit: 5, ...more })).counts;
    const { concepts: _all, claims: _both, ...ofBoth } = await counts(both, { extractor: layer });
    const { concepts: _own, claims: _one, ...ofOne } = await counts(reader(layer), {});
    expect(ofBoth).toEqual(ofOne);
    for (const id of ["0", "1", "2", "3"]) {
      const said = async (store: StoreReader, more: object) =>
        (await comment.run(store, { id: `valley.jsonl:${id}`, ...more })).words.map(({ text }) => text);
      expect(await said(both, { extractor: layer })).toEqual(await said(reader(layer), {}));
    }
    const found = async (store: StoreReader, more: object) =>
      (
        await search.run(store, { text: "dam valley floods", kind: "claim" as const, limit: 50, ...more })
      ).items.map((hit) => (hit.kind === "claim" ? hit.claim.text : ""));
    expect(new Set(await found(both, { extractor: layer }))).toEqual(new Set(await found(reader(layer), {})));
  });

  it("is read by the layer used last, and says which layers it has", async () => {
    const both = reader("rules llm");
    expect(await listed(both)).toEqual(await listed(both, "llm"));
    const { layers } = await summary.run(both, { limit: 5 });
    expect(layers.map(({ id, isShown }) => [id, isShown])).toEqual([
      ["llm", true],
      ["rules", false],
    ]);
    for (const { claims: count, relations } of layers) {
      expect(count).toBeGreaterThan(0);
      expect(relations).toBeGreaterThan(0);
    }
  });

  it("counts of what a person said the claims of the layer that is read", async () => {
    const said = async (store: StoreReader) => (await authors.run(store, { limit: 50 })).items;
    expect(await said(reader("llm rules"))).toEqual(await said(reader("rules")));
  });

  it("names its layers where another is asked for, and where one does not state a claim", async () => {
    const both = reader("rules llm");
    await expect(listed(both, "gpt")).rejects.toMatchObject({
      code: "query.unknown-layer",
      hint: expect.stringContaining('"llm", "rules"'),
    });
    const idsOf = async (extractor: string) =>
      (await claims.run(both, { ...all, extractor })).items.map(({ id }) => id);
    const stated = new Set(await idsOf("rules"));
    const elsewhere = (await idsOf("llm")).find((id) => !stated.has(id));
    await expect(show.run(both, { id: elsewhere ?? "", extractor: "rules" })).rejects.toMatchObject({
      code: "query.no-match",
      hint: expect.stringContaining("--extractor llm"),
    });
  });
});
