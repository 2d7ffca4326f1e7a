import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spellAlike } from "../../../src/text/spelling.ts";
import { normalForm, stem, tokenize } from "../../../src/text/tokens.ts";

describe("tokens", () => {
  it("keep contractions whole and part compounds", () => {
    expect(tokenize("I don’t like process-based RL.").map(({ norm }) => norm)).toEqual([
      "i",
      "don't",
      "like",
      "process",
      "based",
      "rl",
    ]);
    expect(tokenize("not so", 10)[1]).toEqual({ text: "so", norm: "so", start: 14, end: 16 });
  });

  it("are those that their pattern finds, whatever the text", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 4 }),
      fc.constantFrom(
        "don't",
        "’",
        "'",
        "ʼ",
        "_",
        "e\u0301",
        "5",
        "'s",
        "ß",
        "İ",
        "-",
        " ",
        "\u00a0",
        "字",
        "𝐀",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("");
        // The emoji makes the whole text be read by the pattern that defines a word.
        const byPattern = tokenize(`${text} 😀`, 3);
        expect(tokenize(text, 3)).toEqual(byPattern);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the normal form", () => {
  it.each([
    ["Process-based methods", "process based method"],
    ["LLMs", "llm"],
    ["the AI’s", "the ai"],
    ["generalisation", "generalization"],
    ["policies", "policy"],
    ["biases", "bias"],
    ["loss functions", "loss function"],
    ["self‑supervised  Learning", "self supervised learning"],
    ["C++", "c++"],
  ])("of %j is %j", (phrase, form) => {
    expect(normalForm(phrase)).toBe(form);
  });

  it("leaves words alone that only look like plurals or British verbs", () => {
    for (const word of ["ethics", "bias", "process", "consensus", "analysis", "his"])
      expect(spellAlike(word)).toBe(word);
    for (const word of ["premise", "revised", "otherwise"]) expect(spellAlike(word)).toBe(word);
  });
});

describe("stems", () => {
  it("join the forms of a word", () => {
    expect(new Set(["trained", "training", "trains", "train"].map(stem))).toEqual(new Set(["train"]));
    expect(stem("planning")).toBe(stem("plans"));
  });
});
