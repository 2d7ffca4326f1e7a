import { describe, expect, it } from "vitest";
import {
  itemMark,
  itemsReferredTo,
  refinementCues,
  wordsQuoted,
} from "../../../src/linking/refinement-cues.ts";

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

  it("name list items by number or letter", () => {
    expect(itemsReferredTo("so you win point 3, and 1 and 2 stand")).toEqual(new Set(["3", "1"]));
    expect(itemsReferredTo("c is the weakest one")).toEqual(new Set(["c"]));
    expect(itemsReferredTo("a is a word, and i is too; it costs 3.5")).toEqual(new Set());
  });

  it("quote what was written", () => {
    expect(wordsQuoted('I withdraw "in every way" and “always”.')).toEqual(["in every way", "always"]);
  });

  it("are read from a long line in a blink", () => {
    const line = `${"points no 1 ".repeat(20_000)}"${"x".repeat(100_000)}`;
    expect(refinementCues(line).size).toBe(0);
    expect(itemsReferredTo(line)).toEqual(new Set(["1"]));
    expect(wordsQuoted(line)).toEqual([]);
  });
});

describe("the mark of a list item", () => {
  it("stands before its words on their line", () => {
    const text = "Reasons:\n1. Bees.\n (b) Ticks. More.";
    expect(itemMark(text, text.indexOf("Bees"))).toBe("1");
    expect(itemMark(text, text.indexOf("1."))).toBe("1");
    expect(itemMark(text, text.indexOf("Ticks"))).toBe("b");
    expect(itemMark(text, text.indexOf("More"))).toBeNull();
    expect(itemMark(text, 0)).toBeNull();
  });
});
