import { describe, expect, it } from "vitest";
import { importers } from "../../src/importers/detect.ts";
import * as cases from "./importer-cases/index.ts";
import { importerContract } from "./importers.contract.ts";

describe("importers", () => {
  it("are all held to the contract", () => {
    const held = Object.values(cases).map(({ importer }) => importer.id);
    expect(held.sort()).toEqual(importers.map(({ id }) => id).sort());
  });
});

for (const one of Object.values(cases)) importerContract(one);
