import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadWink, type WinkTokens } from "../../../src/extraction/rules/terms/wink.ts";

/** What teaches wink-nlp: unknown words, compounds, possessives and marks in runs. */
const piece = fc.constantFrom(
  "The",
  "trams",
  "Zwolle's",
  "“Zwolle’s",
  '"tram\'s"',
  "anti-tram...",
  "tramfan2009.....",
  "etc.Then",
  "u.k.trams",
  "Zwolle",
  "are",
  "cheap!!",
  "(half-empty)",
);

describe("wink-nlp as we load it", () => {
  let first: (sentence: string) => WinkTokens;
  let second: (sentence: string) => WinkTokens;
  beforeAll(async () => {
    [first, second] = await Promise.all([loadWink(), loadWink()]);
  });

  it("reads a sentence alike however often it has read it", () => {
    const sentence = "They are so anti-forest...";
    expect(first(sentence).values.at(-1)).toBe("..");
    expect(first(sentence)).toEqual(first(sentence));
  });

  it("reads sentences alike in whatever order they come", () => {
    const sentence = fc.array(piece, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.array(sentence), (sentences) => {
        const forward = sentences.map(first);
        const backward = sentences.toReversed().map(second).toReversed();
        expect(forward).toEqual(backward);
      }),
    );
  });
});
