import * as fc from "fast-check";
import { afterEach, beforeEach, expect, type MockInstance, vi } from "vitest";

/** What properties draw their inputs from: the same on every run, so that a change fails by its own fault. */
const propertySeed = Number(process.env.ELENCHUS_PROPERTY_SEED ?? 20_231_107);
if (!Number.isInteger(propertySeed)) throw new Error("ELENCHUS_PROPERTY_SEED is no whole number");
fc.configureGlobal({ seed: propertySeed });

const methods = ["log", "info", "warn", "error", "debug"] as const;
let spies: MockInstance[] = [];

beforeEach(() => {
  spies = methods.map((method) => vi.spyOn(console, method));
});

// A stage that talks to the console bypasses the caller's output; such a call fails its test.
afterEach(() => {
  const calls = spies.flatMap((spy) => spy.mock.calls);
  for (const spy of spies) spy.mockRestore();
  expect(calls, "unexpected console output").toEqual([]);
});
