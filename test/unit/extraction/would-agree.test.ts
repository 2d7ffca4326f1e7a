import { describe, expect, it } from "vitest";
import { wouldAgree } from "../../../src/extraction/rules/stance/would-agree.ts";

describe("assent under a condition", () => {
  it.each([
    "If trams were free, I'd agree.",
    "I would happily side with you if anybody had counted the moths.",
    "Had they asked us first, I might accept it.",
    "Once you show figures, I'll agree.",
    "You'd have a point if the lake were deeper.",
    "That would be fair, provided everybody pays.",
  ])("is this: %s", (text) => {
    expect(wouldAgree(text)).toBe(true);
  });

  it.each([
    "I'd agree that trams are slow.",
    "If you mean the city trams, I agree.",
    "If trams were free, nobody would walk.",
    "I would never support that.",
    "I'll agree.",
  ])("is not this: %s", (text) => {
    expect(wouldAgree(text)).toBe(false);
  });

  it("is read from a long line in a blink", () => {
    expect(wouldAgree("if i would ".repeat(100_000))).toBe(false);
  });
});
