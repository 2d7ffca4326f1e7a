import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cypherFile } from "../../../src/store/cypher-files.ts";
import { EmbeddedStore } from "../../../src/store/embedded/embedded-store.ts";
import { Engine } from "../../../src/store/embedded/engine.ts";
import { storeFiles } from "../../../src/store/embedded/files.ts";
import { openPublication } from "../../../src/store/embedded/publications.ts";
import { scanning, scansIn, someParameters } from "../../support/scans.ts";
import { debate } from "../../support/store-debate.ts";

const ids = [
  ...new Set(
    readdirSync(new URL("../../../cypher/queries/", import.meta.url)).map((name) => name.split(".")[0] ?? ""),
  ),
];

describe("the plans of the embedded engine", () => {
  let directory: string;
  let engine: Engine;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "elenchus-plans-"));
    const store = new EmbeddedStore(directory);
    const writer = await store.openWriter({ onMessage: () => {} });
    await writer.apply(debate().full);
    await writer.close();
    ({ engine } = await openPublication(storeFiles(directory), Engine.openCopy));
  });
  afterAll(async () => {
    engine.close();
    await rm(directory, { recursive: true, force: true });
  });

  it("are looked at for all queries but those that read everything", () => {
    expect(ids).toEqual(expect.arrayContaining([...(scanning.embedded ?? [])]));
  });

  it.each(ids.filter((id) => !scanning.embedded?.has(id)))("of %s begin at an index", async (id) => {
    const { statements, parameters } = cypherFile(["queries"], id, "embedded");
    const plan = await engine.explain(statements[0] ?? "", someParameters(parameters));
    expect(plan.length).toBeGreaterThan(0);
    expect(scansIn(plan), plan.join("\n")).toEqual([]);
  });
});
