import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareWordings } from "../../../src/queries/trace/word-change.ts";

const changed = (before: string, after: string) => {
  const { removed, added } = compareWordings(before, after);
  return {
    removed: removed.map(({ start, end }) => before.slice(start, end)),
    added: added.map(({ start, end }) => after.slice(start, end)),
  };
};

describe("compareWordings", () => {
  it("finds what was added at the end", () => {
    expect(changed("RL is dangerous.", "RL is dangerous when it plans.")).toEqual({
      removed: [],
      added: ["when it plans"],
    });
  });

  it("finds what was replaced in the middle, as one stretch", () => {
    expect(changed("RL is more dangerous than SSL.", "RL is far less safe than SSL.")).toEqual({
      removed: ["more dangerous"],
      added: ["far less safe"],
    });
  });

  it("does not count case, punctuation or the shape of an apostrophe", () => {
    expect(changed("RL isn't safe", "“rl isn’t safe!”")).toEqual({ removed: [], added: [] });
  });

  it("takes wordings without a common word for a whole replacement", () => {
    expect(changed("One two.", "Three.")).toEqual({ removed: ["One two"], added: ["Three"] });
    expect(changed("", "Three.")).toEqual({ removed: [], added: ["Three"] });
  });

  it("leaves the same words behind on both sides, whatever the texts", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "c", "dé", "𝒳", "7"), { maxLength: 30 })
      .map((it) => it.join(" "));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { removed, added } = compareWordings(before, after);
        const rest = (from: string, spans: readonly { start: number; end: number }[]) =>
          spans
            .toReversed()
            .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), from)
            .split(" ")
            .filter(Boolean);
        expect(rest(before, removed)).toEqual(rest(after, added));
      }),
    );
  });
});
