import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains, overlap } from "../../../src/model/span.ts";
import { SpanIndex, TakenLetters } from "../../../src/text/span-index.ts";

const span = fc
  .tuple(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 30 }))
  .map(([start, length]) => ({ start, end: start + length }));
const spans = fc.array(span).map((all) => all.toSorted((a, b) => a.start - b.start || b.end - a.end));

describe("things that stand in a text", () => {
  it("meet a span where they share letters with it, and hold it where it lies in one of them", () => {
    fc.assert(
      fc.property(spans, span, (all, asked) => {
        const index = new SpanIndex(all, (one) => one);
        expect(index.meeting(asked)).toEqual(all.filter((one) => overlap(one, asked) > 0));
        expect(index.holds(asked)).toBe(all.some((one) => contains(one, asked)));
      }),
    );
  });

  it("take the letters of a text that they cover", () => {
    fc.assert(
      fc.property(spans, span, (all, asked) => {
        const taken = new TakenLetters("x".repeat(100), all);
        expect(taken.meets(asked)).toBe(all.some((one) => overlap(one, asked) > 0));
        taken.take(asked);
        expect(taken.meets(asked)).toBe(true);
      }),
    );
  });
});
