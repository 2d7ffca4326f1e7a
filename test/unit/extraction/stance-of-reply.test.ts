import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { relationOfPair } from "../../../src/extraction/rules/relations/relation-of-pair.ts";
import { stanceOfReply } from "../../../src/extraction/rules/stance/stance-of-reply.ts";

const parent = "The ferry should run at night. It would bring guests to the island.";
const sumOf = (probabilities: object): number =>
  Object.values(probabilities).reduce((sum: number, one: number) => sum + one, 0);
/** What is most probable. */
const choice = (probabilities: object): string =>
  Object.entries(probabilities).toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? "";

describe("the stance of a whole reply", () => {
  it("is against where it opens with a denial, and for where it opens with assent", () => {
    expect(choice(stanceOfReply("No, it should not. The crew sleeps then.", parent))).toBe("against");
    expect(choice(stanceOfReply("Exactly. My hotel would gain by it.", parent))).toBe("for");
  });

  it("is told by a later sentence where the first shows nothing", () => {
    expect(
      choice(stanceOfReply("I run the hotel by the quay.\nI completely disagree with you.", parent)),
    ).toBe("against");
  });

  it("is neutral without a cue", () => {
    expect(choice(stanceOfReply("Which night is the market?", parent))).toBe("neutral");
    expect(choice(stanceOfReply("", ""))).toBe("neutral");
  });

  it("is a probability for each side, whatever is written", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (reply, above) => {
        expect(sumOf(stanceOfReply(reply, above))).toBeCloseTo(1, 10);
      }),
    );
  });

  it("is found in a reply of a megabyte without a mark", () => {
    expect(sumOf(stanceOfReply("and on ".repeat(150_000), parent))).toBeCloseTo(1, 10);
  });
});

describe("the relation of two statements by their words", () => {
  const earlier = "A night ferry would bring more guests to the island.";

  it("is a rephrase where they say nearly the same and none denies", () => {
    expect(choice(relationOfPair("A night ferry would bring guests to the island.", earlier))).toBe(
      "rephrase",
    );
  });

  it("is an attack where one denies what they have in common, or the later opens with a contrast", () => {
    expect(choice(relationOfPair("Guests would not take a ferry at night.", earlier))).toBe("attack");
    expect(choice(relationOfPair("But the crew has to sleep.", earlier))).toBe("attack");
  });

  it("is support where the later opens with a reason, and none without anything in common", () => {
    expect(choice(relationOfPair("Because people work until eight.", earlier))).toBe("support");
    expect(choice(relationOfPair("The library closes on Mondays.", earlier))).toBe("none");
  });

  it("is a probability for each kind, whatever is written", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (later, above) => {
        expect(sumOf(relationOfPair(later, above))).toBeCloseTo(1, 10);
      }),
    );
  });
});
