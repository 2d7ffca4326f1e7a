import { describe, expect, it } from "vitest";
import { refinementCues } from "../../../src/linking/refinement-cues.ts";

describe("words by which people come back to what they wrote", () => {
  it("are told apart by what they do to it", () => {
    expect(refinementCues("i take back the number, you're right").has("retract")).toBe(true);
    expect(refinementCues("i take back the number, you're right").has("grant")).toBe(true);
    expect(refinementCues("that is what i said")).toContain("restate");
    expect(refinementCues("trees grow slowly")).toEqual(new Set());
  });

  it("are whole words", () => {
    expect(refinementCues("finely grained bark").has("grant")).toBe(false);
  });

  it("are read from a long line in a blink", () => {
    expect(refinementCues(`${"points no 1 ".repeat(20_000)}"${"x".repeat(100_000)}`).size).toBe(0);
  });
});
