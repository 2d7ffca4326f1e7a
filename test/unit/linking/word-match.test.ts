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

/** The earliest window that holds most of the needle's words, tried one by one, from its first such word. */
function fullestWindow(text: readonly string[], needle: readonly string[], leastShare: number) {
  const size = Math.ceil(needle.length * 1.1);
  const count = (list: readonly string[], word: string) => list.filter((one) => one === word).length;
  const held = text.map((_, end) => {
    const window = text.slice(Math.max(0, end + 1 - size), end + 1);
    return [...new Set(needle)].reduce(
      (sum, one) => sum + Math.min(count(window, one), count(needle, one)),
      0,
    );
  });
  const most = Math.max(0, ...held);
  if (most === 0 || most / needle.length < leastShare) return null;
  const to = held.indexOf(most) + 1;
  const start = Math.max(0, to - size);
  const before = text.slice(start, to - 1).findIndex((word) => needle.includes(word));
  return { from: before === -1 ? to - 1 : start + before, to };
}

const needles = fc.array(fc.constantFrom("tide", "pier", "the", "reef"), { minLength: 1, maxLength: 12 });

it("finds the passage that holds most of some words, the same as by trying every window", () => {
  fc.assert(
    fc.property(words, needles, fc.constantFrom(0.3, 0.7, 0.9, 1), (text, needle, leastShare) => {
      const found = new WordIndex(text.join(" ")).passage(wordsWithSpans(needle.join(" ")), leastShare);
      expect(found).toEqual(fullestWindow(text, needle, leastShare));
    }),
  );
});

it("looks only at what stands around the rarest words of what it looks for", () => {
  const index = new WordIndex(
    Array.from({ length: 1000 }, (_, at) => `the tide at pier ${at} is low`).join(" "),
  );
  let looks = 0;
  for (const word of index.words) {
    const { key } = word;
    Object.defineProperty(word, "key", {
      get: () => {
        looks++;
        return key;
      },
    });
  }
  expect(index.passage(wordsWithSpans("the low tide at pier 500 is the reef"), 0.9)).toBeNull();
  expect(looks).toBe(0);
  expect(index.passage(wordsWithSpans("the tide at old pier 500 is low the tide"), 0.9)).not.toBeNull();
  expect(looks).toBeLessThan(100);
});
