import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findConcepts } from "../../../src/queries/load/find.ts";
import { openStore } from "../../../src/store/registry.ts";
import type { StoreReader } from "../../../src/store/store.ts";
import { change, concept } from "../../support/store-records.ts";

let folder: string;
let reader: StoreReader;

const named = (id: string, salience: number, ...labels: readonly [string, ...string[]]) =>
  concept(id, { prefLabel: labels[0], altLabels: labels.slice(1), labels, salience });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "elenchus-find-"));
  const store = await openStore(join(folder, "store"));
  const writer = await store.openWriter({ onMessage: () => {} });
  const rows = [
    named("k1", 0.4, "reward model", "RM"),
    named("k2", 0.9, "reward models of people", "reward"),
    named("k3", 0.5, "losses"),
    named("k4", 0.3, "concatenation", "++"),
    named("k5", 0.6, "Naïve Bayes"),
    named("k6", 0.1, "k2"),
    ...Array.from({ length: 1200 }, (_, index) => named(`many${index}`, 0.2, `reward ${index}`)),
  ];
  await writer.apply(change({ write: "save-concepts", rows }));
  await writer.close();
  reader = await store.openReader();
});
afterAll(async () => {
  await reader.close();
  await rm(folder, { recursive: true, force: true });
});

describe("concepts by what they are called", () => {
  it.each([
    ["reward model", "k1"],
    ["REWARD  Model", "k1"],
    ["rm", "k1"],
    ["reward models", "k1"],
    ["reward", "k2"],
    ["loss", ""],
    ["losse", "k3"],
    ["++", "k4"],
    ["naïve bayes", "k5"],
    ["naive bayes", ""],
    ["reward 1199", "many1199"],
    ["k2", "k2 k6"],
    ["model", ""],
    ["nobody says this", ""],
  ])("finds by %j %j", async (asked, ids) => {
    expect((await findConcepts(reader, asked)).map(({ id }) => id).join(" ")).toBe(ids);
  });
});
