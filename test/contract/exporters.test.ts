import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Exporter, FolderExporter } from "../../src/exporters/exporter.ts";
import * as registry from "../../src/exporters/registry.ts";
import type { GraphRecord } from "../../src/model/graph.ts";
import { openStore } from "../../src/store/registry.ts";
import { applyTo, recordsIn } from "../support/in-store.ts";
import { debate } from "../support/store-debate.ts";
import { exporterContract } from "./exporters.contract.ts";

const registered: readonly (Exporter | FolderExporter)[] = Object.values(registry);
const exporters = registered.filter((one): one is Exporter => "write" in one);
const fixtures = fileURLToPath(new URL("../fixtures/exporters/", import.meta.url));
let graph: Promise<readonly GraphRecord[]> | null = null;

/** The records of a debate that uses every kind of record, as a store gives them. */
async function readGraph(): Promise<readonly GraphRecord[]> {
  const folder = await mkdtemp(join(tmpdir(), "elenchus-test-"));
  try {
    const store = await openStore(join(folder, "store"));
    await applyTo(store, debate().full);
    return await recordsIn(store);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

for (const exporter of exporters)
  exporterContract(exporter, () => {
    graph ??= readGraph();
    return graph;
  });

describe("the registry of exporters", () => {
  it("has one golden file or folder for each, and none besides", () => {
    const expected = registered
      .map((one) => ("write" in one ? `${one.id}.${one.fileExtension}` : one.id))
      .sort();
    expect(readdirSync(fixtures).sort()).toEqual(expected);
  });
});
