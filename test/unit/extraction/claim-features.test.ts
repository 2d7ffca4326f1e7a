import { beforeAll, describe, expect, it } from "vitest";
import { featuresOf } from "../../../src/extraction/rules/claims/features.ts";
import { Lexicon, phraseWords } from "../../../src/extraction/rules/claims/lexicon.ts";
import { phraseGroup } from "../../../src/extraction/rules/claims/phrase-group.ts";
import { readSegments } from "../../../src/extraction/rules/claims/read-segments.ts";
import { scoreOf } from "../../../src/extraction/rules/claims/score.ts";
import { loadTagger, type Tagger } from "../../../src/extraction/rules/terms/tagger.ts";
import { segmented } from "../../support/segmented.ts";

let tag: Tagger;
beforeAll(async () => {
  tag = await loadTagger();
});

describe("phrases", () => {
  const found = (phrases: string, text: string, options?: { atStart: boolean }) =>
    new Lexicon([phraseGroup("it", phrases, options)]).find(phraseWords(text)).has("it");

  it("are found as whole words and over line ends", () => {
    expect(found("don't agree", "i don't\n agree")).toBe(true);
    expect(found("can", "we can't")).toBe(false);
  });

  it("stand for every ending and every word where they have a star", () => {
    expect(found("disagree*", "she disagreed")).toBe(true);
    expect(found("what * wants", "what parent wants that")).toBe(true);
    expect(found("what * wants", "what wants")).toBe(false);
  });

  it("may be looked for at the start only", () => {
    expect(found("but", "…(but no", { atStart: true })).toBe(true);
    expect(found("but", "no but", { atStart: true })).toBe(false);
  });
});

describe("the features of a sentence", () => {
  const features = (text: string, at = 0) => {
    const reading = readSegments(segmented(text), tag)[at];
    if (reading === undefined) throw new Error(`no sentence ${at}`);
    return featuresOf(reading);
  };

  it("tell a question that asks from one that tells", () => {
    expect(features("Where did you buy the lamp?")).toContain("question");
    expect(features("It would burn all night, wouldn't it?")).toContain("tag question");
  });

  it("take words before a question word for a part of the question", () => {
    expect(features("To what extent do you believe that the stove is safe?")).not.toContain(
      "statement with a question mark",
    );
  });

  it("tell words that wait for a list below them", () => {
    expect(features("The cheapest stove would be a combination of\n- sheet iron\n- clay")).toContain(
      "left open",
    );
    expect(features("The cheapest stove is what we want.")).not.toContain("left open");
  });

  it("tell whose view is reported", () => {
    expect(features("My landlord says that the stove is clean.")).toContain("reports somebody");
    expect(features("I say that the stove is clean.")).not.toContain("reports somebody");
  });

  it("tell what somebody did from what somebody thinks", () => {
    expect(features("I cleaned the stove on Monday.")).toContain("I or we did");
    expect(features("I think the stove is clean.")).toEqual(
      expect.arrayContaining(["opinion", "I or we do"]),
    );
  });

  it("see nothing in an address", () => {
    expect(features("https://example.org/i-think-you-are-wrong?")).toEqual(["no words"]);
  });

  it("name each sign once", () => {
    const all = features("No, no, never, not good, not good at all, and not true!");
    expect(new Set(all).size).toBe(all.length);
  });

  it("are read from a line of a million characters in passing", () => {
    const text = `${"(".repeat(300_000)} i think ${"not ".repeat(150_000)}`;
    const place = { leadIn: null, introducesList: false, index: 0, count: 1 };
    expect(featuresOf({ text, words: [], ...place, followsQuote: false, followsQuestion: false })).toContain(
      "opinion",
    );
  });
});

describe("a score", () => {
  it("adds the bias once, and nothing for what has no weight", () => {
    expect(scoreOf(["a", "b"], { bias: 1, a: 2 })).toBe(3);
  });
});
