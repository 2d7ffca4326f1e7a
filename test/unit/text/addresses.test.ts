import { describe, expect, it } from "vitest";
import { needsCapitals } from "../../../src/text/acronyms.ts";
import { maskAddresses } from "../../../src/text/addresses.ts";

describe("addresses in a text", () => {
  it.each([
    ["See https://a.example/x?y=1.2.", "See _________________________."],
    ["(www.b.example/Q!A)", "(_________________)"],
    ["write to ann.lee@mail.example now", "write to ____________________ now"],
    ["open notes.md or it ends. It does", "open ________ or it ends. It does"],
    ["3.5 of e.g. four", "3.5 of e.g. four"],
  ])("in %j are written over in place", (text, masked) => {
    expect(maskAddresses(text, "_")).toBe(masked);
  });

  it.each([".", "a.b.", "a.b@c.", "a-b.c", "http://a "])("cost little in a wall of %j", (wall) => {
    const text = wall.repeat(20_000);
    expect(maskAddresses(text, "_")).toHaveLength(text.length);
  });
});

describe("a label that is met in capitals only", () => {
  it("is one that could be a word", () => {
    expect(["ELK", "AI", "TAI"].every(needsCapitals)).toBe(true);
    expect(["LLM", "RL", "reward", "Goodhart"].some(needsCapitals)).toBe(false);
  });
});
