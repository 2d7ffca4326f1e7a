import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stanceOfReply } from "../../../src/extraction/rules/stance/stance-of-reply.ts";
import { choice, sumOf } from "../../support/probabilities.ts";

const parent = "The ferry should run at night. It would bring guests to the island.";

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
