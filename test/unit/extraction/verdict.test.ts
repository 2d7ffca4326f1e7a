import { describe, expect, it } from "vitest";
import { verdictOn } from "../../../src/extraction/rules/stance/verdict.ts";

describe("the verdict on what a sentence names", () => {
  it.each([
    ["Your point 2 is plain wrong.", "against"],
    ["Your second claim does not hold.", "against"],
    ["Your last point is nonsense though.", "against"],
    ["Point 3 isn't true where I live.", "against"],
    ["Your argument fails for anybody in row 40.", "against"],
    ["Your first point is fair.", "for"],
    ["Point 4 still stands.", "for"],
    ["I would grant the first point.", "for"],
    ["Point 1 is right, point 2 is wrong.", null],
    ["Is your point 2 true?", null],
    ["If your point 2 is true, we should sell.", null],
    ["I don't think your point 2 is wrong.", null],
    ["re: 3, we tried that in May.", null],
    ["Your point 2 is hardly right.", null],
  ])("%s", (text, expected) => {
    expect(verdictOn(text)).toBe(expected);
  });

  it("is read from a long line in a blink", () => {
    expect(verdictOn(`point 2 is ${"really ".repeat(60_000)}`)).toBeNull();
    expect(verdictOn("is just ".repeat(60_000))).toBeNull();
    expect(verdictOn(`point 2 is ${"the only ".repeat(60_000)}`)).toBeNull();
  });
});
