import fc from "fast-check";
import { expect, it } from "vitest";
import { WordIndex, wordsWithSpans } from "../../../src/linking/word-match.ts";

const words = fc.array(fc.constantFrom("tide", "pier", "gull", "the"), { maxLength: 40 });

it("finds words wherever they stand one after the other", () => {
  fc.assert(
    fc.property(
      words,
      fc.array(fc.constantFrom("tide", "pier", "the"), { minLength: 1, maxLength: 3 }),
      (text, needle) => {
        const places = text.flatMap((_, at) =>
          needle.every((word, offset) => text[at + offset] === word) ? [at] : [],
        );
        expect(new WordIndex(text.join(" ")).exact(wordsWithSpans(needle.join(" ")))).toEqual(places);
      },
    ),
  );
});
