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
    ["Night trains save money.", "I doubt that night trains save money.", ["negation"]],
    ["The moss is old.", "It is not the case that the moss is old.", ["negation"]],
    ["Coffee stunts growth.", "There is no evidence that coffee stunts growth.", ["negation"]],
    ["The filter removes lead.", "The filter fails to remove lead.", ["negation"]],
    ["Filters remove lead.", "Filters fail to remove lead.", ["negation"]],
    ["The filter removes lead.", "The filter hardly removes any lead.", ["negation"]],
    ["The rent is moderate.", "The rent is far from moderate.", ["negation"]],
    ["The rent is moderate.", "The rent is anything but moderate.", ["negation"]],
    ["Bees prefer clover.", "The idea that bees prefer clover is a myth.", ["negation"]],
    ["Bees prefer clover.", "It's nonsense that bees prefer clover.", ["negation"]],
    ["Helmets prevent injuries.", "Helmets do little to prevent injuries.", ["negation"]],
    ["Helmets prevent injuries.", "I question whether helmets prevent injuries.", ["negation"]],
    ["There is no doubt that helmets help.", "Helmets help.", []],
    ["Few doubt that helmets help.", "Helmets help.", []],
    ["His helmet never failed to help.", "His helmet helped.", []],
    ["Helmets help (Smith 2019).", "Helmets help.", []],
    ["Helmets help [Smith et al., 2019; Lee, 2021b].", "Helmets help (2004).", []],
    ["Helmets helped (in 12 of 40 cases).", "Helmets helped (in 30 of 40 cases).", ["numbers"]],
    ["The law ends (by 2030).", "The law ends (by 2050).", ["numbers"]],
    ["The law of 2019 helped.", "The law of 2021 helped.", ["numbers"]],
    ["", "%%", []],
  ])("%s / %s", (a, b, expected) => {
    expect(differencesBetween(a, b)).toEqual(expected);
    expect(differencesBetween(b, a)).toEqual(expected);
  });

  it("reads a very long line in linear time", () => {
    const long = `${"1,".repeat(60_000)}${"not only ".repeat(20_000)}${"a.".repeat(60_000)}`;
    expect(differencesBetween(long, long)).toEqual([]);
    const odd = `${"(1999, ".repeat(30_000)}${"the claim that it ".repeat(20_000)}${"no ".repeat(60_000)}`;
    expect(differencesBetween(odd, odd)).toEqual([]);
  });
});
