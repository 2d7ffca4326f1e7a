import fc from "fast-check";
import { describe, it } from "vitest";
import * as cases from "../contract/importer-cases/index.ts";
import { fuzzedInput, readFuzzed } from "../support/fuzz-importers.ts";
import { fuzzFixtures } from "../support/fuzz-seeds.ts";

const seeds = await fuzzFixtures(Object.values(cases));

describe("an importer", () => {
  it("refuses or reads whatever is done to an input, and what it gives can be trusted", async () => {
    await fc.assert(
      fc.asyncProperty(fuzzedInput, async (fuzzed) => {
        await readFuzzed(fuzzed, seeds);
      }),
      { seed: 1, numRuns: 1500 },
    );
  }, 300_000);
});
