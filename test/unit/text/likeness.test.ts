import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Likeness } from "../../../src/text/likeness.ts";

const texts = [
  "Night trains save travellers a day.",
  "Travelling by night train saves a day.",
  "Planes are cheaper than trains.",
  "The station clock is slow.",
];

describe("the likeness of two claims", () => {
  const likeness = new Likeness();
  for (const text of texts) likeness.learn(text);
  const score = (a: string, b: string): number => likeness.between(likeness.profileOf(a), b);

  it("is higher for another wording than for another claim", () => {
    const [night = "", same = "", planes = "", clock = ""] = texts;
    expect(score(night, same)).toBeGreaterThan(score(night, planes));
    expect(score(night, planes)).toBeGreaterThan(score(night, clock));
  });

  it("sees through inflection", () => {
    expect(score("the trains", "a train")).toBeGreaterThan(0.3);
  });

  it("is 1 for the same words whatever their case and marks, and 0 where nothing is in common", () => {
    expect(score("Night trains!", "night trains")).toBeCloseTo(1, 6);
    expect(score("Night trains", "%%")).toBe(0);
  });

  it("is the same where a text's length is known, and after comparing with others", () => {
    const [night = "", same = "", planes = ""] = texts;
    const [one, other] = [likeness.profileOf(night), likeness.profileOf(planes)];
    const near = likeness.between(one, same);
    expect(likeness.between(other, same, likeness.lengthOf(same))).toBeLessThan(near);
    expect(likeness.between(one, same, likeness.lengthOf(same))).toBe(near);
  });

  it("is the same from both sides and never outside of 0 and 1", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const near = score(a, b);
        expect(near).toBeGreaterThanOrEqual(0);
        expect(near).toBeLessThanOrEqual(1);
        expect(score(b, a)).toBeCloseTo(near, 6);
      }),
    );
  });
});
