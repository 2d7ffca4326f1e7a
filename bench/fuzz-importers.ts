import { existsSync } from "node:fs";
import fc from "fast-check";
import * as cases from "../test/contract/importer-cases/index.ts";
import { type FuzzSeed, fuzzedInput, readFuzzed, showFuzzed } from "../test/support/fuzz-importers.ts";
import { fuzzFixtures, fuzzSamples } from "../test/support/fuzz-seeds.ts";
import { sharedPath } from "../test/support/shared.ts";

/** More processor time than this for an input of a few kilobytes is a hang. */
const longestSeconds = 2;
/** Inputs between two lines of progress, and the most that must be read again to meet a hang. */
const inputsPerBatch = 2000;

/**
 * Reads fuzzed inputs with all importers: changed fixtures, and samples where ../shared is there.
 *
 * `npm run bench fuzz-importers [INPUTS] [SEED]`, by default 100,000 from seed 1. Nothing may crash, take
 * more than two seconds of the processor, or give a record that breaks a promise
 * (`test/support/check-records.ts`). A finding is shrunk and printed, and the run goes on; the exit code is
 * then 1.
 */
export async function run([count = "100000", start = "1"]: readonly string[]): Promise<void> {
  const all = Object.values(cases);
  const samples = sharedPath("samples");
  const seeds: readonly FuzzSeed[] = [
    ...(await fuzzFixtures(all)),
    ...(existsSync(samples) ? await fuzzSamples(all, samples) : []),
  ];
  const total = Number(count);
  const readers = new Map<string, { inputs: number; records: number; slowest: number }>();
  let findings = 0;
  const began = performance.now();
  console.log(`${total} inputs made of ${seeds.length} seeds, from seed ${start}`);
  for (let done = 0; done < total; done += inputsPerBatch) {
    const seed = Number(start) + done / inputsPerBatch;
    const result = await fc.check(
      fc.asyncProperty(fuzzedInput, async (fuzzed) => {
        const before = process.cpuUsage();
        const { importer, records } = await readFuzzed(fuzzed, seeds);
        const { user, system } = process.cpuUsage(before);
        const seconds = (user + system) / 1e6;
        const seen = readers.get(importer) ?? { inputs: 0, records: 0, slowest: 0 };
        seen.inputs++;
        seen.records += records;
        seen.slowest = Math.max(seen.slowest, seconds);
        readers.set(importer, seen);
        if (seconds > longestSeconds) throw new Error(`it took ${seconds.toFixed(1)} s of the processor`);
      }),
      { seed, numRuns: Math.min(inputsPerBatch, total - done), endOnFailure: false },
    );
    if (result.failed) {
      findings++;
      const [fuzzed] = result.counterexample ?? [];
      const reason = result.errorInstance;
      console.log(
        `seed ${seed}: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`,
      );
      if (fuzzed) console.log(showFuzzed(fuzzed, seeds));
    }
    if ((done / inputsPerBatch) % 5 === 4)
      console.log(`${done + inputsPerBatch} inputs, ${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  for (const [id, { inputs, records, slowest }] of [...readers].sort())
    console.log(
      `${id.padEnd(22)} ${String(inputs).padStart(7)} inputs ${String(records).padStart(8)} records  slowest ${slowest.toFixed(2)} s`,
    );
  console.log(findings === 0 ? "nothing found" : `${findings} batches with findings`);
  if (findings > 0) process.exitCode = 1;
}
