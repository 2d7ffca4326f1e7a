import { expect, it } from "vitest";
import { run } from "../../../bench/extract.ts";
import { readCount } from "../../../bench/support/timing.ts";

it("reads a whole number above 0 and refuses all else", () => {
  expect(readCount("--workers", "12")).toBe(12);
  for (const text of ["abc", "", "0", "-1", "1.5", "1e3", "2 ", "Infinity"])
    expect(() => readCount("--workers", text)).toThrow("--workers is a whole number above 0");
});

it("measures no threads that nobody can count", async () => {
  await expect(run(["no-such-file", "--workers", "abc"])).rejects.toThrow("--workers is a whole number");
});
