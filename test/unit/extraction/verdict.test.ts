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
    ["Your point 2 is hardly right.", "against"],
    ["Your second point is far from true.", "against"],
    ["Your last point is far from the truth.", "against"],
    ["Point 2 could not be more wrong.", "against"],
    ["Point 2 makes no sense.", "against"],
    ["I doubt point 2.", "against"],
    ["I refuse to accept point 3.", "against"],
    ["Your last example is a good one.", "for"],
    ["I don't disagree with point 2.", "for"],
    ["Point 2 holds water.", "for"],
    ["Your point 2 is far from home, it belongs in the other thread.", null],
    ["Your second point is far from the only one.", null],
    ["Your point 2 names everything that is wrong with the world.", null],
    ["Point 1 is what is wrong with this town.", null],
    ["Your second point is good news for cyclists.", null],
    ["Your first example is the best argument against trams.", null],
    ["Your second point is right in the middle of the first.", null],
    ["That statement is true of trams and not of buses.", null],
    ["As it stands, point 2 is unclear.", null],
    ["Your point 2 never fails to amuse me.", null],
    ["I wonder whether point 2 is right.", null],
    ["They say that claim is false.", null],
    ["Your second point only shows that the mayor is wrong.", null],
    ["I'd agree with point 2 if it had figures.", null],
    ["I used to agree with point 2.", null],
    ["Your point 2 is right, but it does not matter.", null],
  ])("%s", (text, expected) => {
    expect(verdictOn(text)).toBe(expected);
  });

  it("is read from a long line in a blink", () => {
    expect(verdictOn(`point 2 is ${"really ".repeat(60_000)}`)).toBeNull();
    expect(verdictOn("is just ".repeat(60_000))).toBeNull();
    expect(verdictOn(`point 2 is ${"the only ".repeat(60_000)}`)).toBeNull();
    expect(verdictOn(`point 2 ${"is hardly far from just ".repeat(30_000)}`)).toBeNull();
    expect(verdictOn("i'd agree ".repeat(60_000))).toBe("for");
  });
});
