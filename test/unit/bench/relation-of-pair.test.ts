import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { relationOfPair } from "../../../bench/eval/corpora/relation-of-pair.ts";
import { choice, sumOf } from "../../support/probabilities.ts";

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
