import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sameClaimKey } from "../../../src/text/claim-key.ts";
import { claimKey } from "../../../src/text/keys.ts";

const plain = "Color lamps are not safe in barns.";

describe("the key of a claim", () => {
  it.each([
    "But I think that colour lamps aren't safe in barns, thanks",
    "Again: colour lamps arent safe in barns!",
    "In my opinion, color lamps are NOT safe in barns.",
    "And so color lamps aren’t safe in barns imho",
  ])("is that of the plain wording: %s", (wording) => {
    expect(sameClaimKey(wording)).toBe(sameClaimKey(plain));
  });

  it.each([
    "Color lamps are safe in barns.",
    "Are color lamps not safe in barns?",
    "Some color lamps are not safe in barns.",
    "Color lamps may not be safe in barns.",
    "Color lamps are not as safe in barns.",
    "Perhaps color lamps are not safe in barns.",
    "No, color lamps are not safe in barns.",
    "Color lamps were not safe in barns.",
    "Color lamps are not unsafe in barns.",
    "Color lamps are not safe in 2 barns.",
    "Barns are not safe in color lamps.",
    "Color lamps are not safe in the barns.",
    "I used to think color lamps are not safe in barns.",
  ])("is another where more, less or the opposite is said: %s", (wording) => {
    expect(sameClaimKey(wording)).not.toBe(sameClaimKey(plain));
  });

  it("is that of the very words where a word points to somebody or something said before", () => {
    const pointing = "But I think this colour isn't safe in barns.";
    expect(sameClaimKey(pointing)).toBe(claimKey(pointing));
    expect(sameClaimKey(pointing)).not.toBe(sameClaimKey("This color is not safe in barns."));
  });

  it("is that of the very words where few words are left", () => {
    expect(sameClaimKey("I think that lamps burn.")).toBe("i think that lamps burn");
  });

  it("is equal wherever case and punctuation alone differ", () => {
    const word = fc.constantFrom(
      "but",
      "i",
      "think",
      "colour",
      "isn't",
      "cannot",
      "thanks",
      "lamps",
      "5",
      "?",
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
        const text = words.join(" ");
        expect(sameClaimKey(text.toUpperCase())).toBe(sameClaimKey(text));
        expect(sameClaimKey(sameClaimKey(text))).toBe(sameClaimKey(text));
      }),
    );
  });

  it("takes words that are names of object members for words", () => {
    expect(sameClaimKey("The constructor of this toString is a hasOwnProperty valueOf")).toContain(
      "constructor",
    );
    expect(sameClaimKey("A constructor makes every __proto__ of cheap parts")).toContain("constructor");
  });

  it("is found in a long line in a blink", () => {
    expect(sameClaimKey("and ".repeat(50_000))).toContain("and and");
  });
});
