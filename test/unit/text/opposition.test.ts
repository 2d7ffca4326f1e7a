import { describe, expect, it } from "vitest";
import { differencesBetween } from "../../../src/text/opposition.ts";

describe("what parts two texts that look alike", () => {
  it.each([
    ["Night trains are safe.", "Night trains are not safe.", ["negation"]],
    ["You can't sell it.", "You can sell it.", ["negation"]],
    ["Nobody has goals and nothing wants power.", "It has goals and wants power.", ["negation"]],
    ["It takes four years.", "It takes 5 years.", ["numbers"]],
    ["It costs 1,000 euros.", "It costs 1000 euros.", []],
    ["It rose by 2.5 percent.", "It rose by 25 percent.", ["numbers"]],
    ["Rents should rise.", "Rents should fall.", ["opposites"]],
    ["The rule is fair.", "The rule is unfair.", ["opposites"]],
    ["Trains are safer than planes.", "Planes are safer than trains.", ["order"]],
    ["Trains are safer than planes.", "Trains are far safer than any planes.", []],
    ["This is not only cheap.", "This is cheap.", []],
    ["It’s “obviously” right!", "It's obviously right", []],
    ["", "%%", []],
  ])("%s / %s", (a, b, expected) => {
    expect(differencesBetween(a, b)).toEqual(expected);
    expect(differencesBetween(b, a)).toEqual(expected);
  });

  it("reads a very long line in linear time", () => {
    const long = `${"1,".repeat(60_000)}${"not only ".repeat(20_000)}${"a.".repeat(60_000)}`;
    expect(differencesBetween(long, long)).toEqual([]);
  });
});
