import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { probabilityOf } from "../../../../src/extraction/llm/probability.ts";
import { sureConfidence } from "../../../../src/model/relation.ts";

const confidence = fc.double({ min: 0, max: 1, noNaN: true });

describe("the probability of what a model is so sure of", () => {
  it("is a probability, and never less for more confidence", () => {
    fc.assert(
      fc.property(confidence, confidence, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(probabilityOf(low)).toBeGreaterThanOrEqual(0);
        expect(probabilityOf(low)).toBeLessThanOrEqual(probabilityOf(high));
        expect(probabilityOf(high)).toBeLessThan(1);
      }),
    );
  });

  it("shows by default what a model calls .4 likely, and leaves what it calls .3 likely for review", () => {
    expect(probabilityOf(0.4)).toBeGreaterThanOrEqual(sureConfidence);
    expect(probabilityOf(0.3)).toBeLessThan(sureConfidence);
    expect(probabilityOf(0)).toBe(0);
  });
});
