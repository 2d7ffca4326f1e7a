import { describe, expect, it } from "vitest";
import { claimKey, foldParagraph, foldWords, paragraphKey } from "../../../src/text/keys.ts";

describe("foldParagraph", () => {
  it("makes two extractions of one paragraph equal", () => {
    const full =
      "•  “Trams” are\u00a0fine… (https://map.example/x?y has more.) Mail ann@site.example, please";
    const scrubbed = '- "trams" are fine... ( has more.) mail please';
    expect(foldParagraph(full)).toBe(foldParagraph(scrubbed));
  });

  it("folds a list item by item, whatever marks the items", () => {
    expect(foldParagraph("  • One\n  • Two")).toBe(foldParagraph("- one\n2) two"));
  });

  it("keeps words, their order and punctuation, so that an edit shows", () => {
    expect(foldParagraph("RL is unsafe.")).not.toBe(foldParagraph("RL is unsafe?"));
    expect(foldParagraph("Dogs chase cats.")).not.toBe(foldParagraph("Cats chase dogs."));
  });

  it("leaves a number that begins a sentence alone", () => {
    expect(foldParagraph("2023 was dry.")).toBe("2023 was dry.");
    expect(foldParagraph("-5 degrees")).toBe("-5 degrees");
  });
});

describe("paragraphKey", () => {
  it("is the SHA-1 of the folded paragraph", () => {
    expect(paragraphKey("ABC")).toBe("a9993e364706816aba3e25717850c26c9cd0d89d");
  });
});

describe("claimKey", () => {
  it.each([
    ["case", "Trams are SAFE", "trams are safe"],
    ["punctuation", "Trams, however, are safe.", "trams however are safe"],
    ["spaces", "trams  are\u00a0safe", "trams are safe"],
    ["typographic variants", "It isn’t “safe” — yet", 'it isn\'t "safe" - yet'],
    ["ligatures and width", "eﬃcient ＡＢ", "efficient ab"],
    ["invisible characters", "tr\u00adams", "trams"],
  ])("folds %s", (_, a, b) => {
    expect(claimKey(a)).toBe(claimKey(b));
  });

  it.each([
    ["a negation", "trams are safe", "trams are not safe"],
    ["a contracted negation", "it is safe", "it isn't safe"],
    ["the direction of a comparison", "x > 0 works", "x < 0 works"],
    ["the sign of a number", "at -5 degrees", "at 5 degrees"],
    ["a decimal point", "costs 5.2 %", "costs 52 %"],
    ["a question", "Trams are safe?", "Trams are safe."],
    ["an apostrophe that makes another word", "we're wrong", "were wrong"],
  ])("keeps %s apart", (_, a, b) => {
    expect(claimKey(a)).not.toBe(claimKey(b));
  });

  it("tells texts without any word apart by their signs", () => {
    expect(claimKey(" :-) ")).not.toBe(claimKey(":-("));
  });
});

describe("foldWords", () => {
  it("gives lower-case words joined by one space", () => {
    expect(foldWords("  “Don’t” stop—me,  now! ")).toBe("don't stop me now");
  });
});
