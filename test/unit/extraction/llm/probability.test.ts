import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastProbability, probabilityOf } from "../../../../src/extraction/llm/probability.ts";
import { sureConfidence } from "../../../../src/model/relation.ts";

const confidence = fc.double({ min: 0, max: 1, noNaN: true });

describe("the probability of what a model is so sure of", () => {
  it("is a probability, and never less for more confidence", () => {
    fc.assert(
      fc.property(confidence, confidence, fc.boolean(), (a, b, isToEarlier) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(probabilityOf(low, isToEarlier)).toBeGreaterThanOrEqual(0);
        expect(probabilityOf(low, isToEarlier)).toBeLessThanOrEqual(probabilityOf(high, isToEarlier));
        expect(probabilityOf(high, isToEarlier)).toBeLessThan(1);
      }),
    );
  });

  it("shows by default what a model calls .4 likely, and leaves what it calls .3 likely for review", () => {
    expect(probabilityOf(0.4, false)).toBeGreaterThanOrEqual(sureConfidence);
    expect(probabilityOf(0.3, false)).toBeLessThan(sureConfidence);
    expect(probabilityOf(0.3, false)).toBeGreaterThan(leastProbability);
    expect(probabilityOf(0, false)).toBe(0);
  });

  it("asks for more before somebody comes back to an older comment of theirs", () => {
    expect(probabilityOf(0.3, true)).toBeLessThan(leastProbability);
    expect(probabilityOf(0.4, true)).toBeLessThan(sureConfidence);
    expect(probabilityOf(0.5, true)).toBeGreaterThanOrEqual(sureConfidence);
  });
});
