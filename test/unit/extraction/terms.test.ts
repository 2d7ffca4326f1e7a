import { beforeAll, describe, expect, it } from "vitest";
import { findTerms } from "../../../src/extraction/rules/terms/find-terms.ts";
import { buildGlossaryMatcher } from "../../../src/extraction/rules/terms/glossary-matcher.ts";
import { loadTagger, type Tagger } from "../../../src/extraction/rules/terms/tagger.ts";
import { noContext } from "../../../src/model/extraction.ts";
import { retainedBytes } from "../../support/heap.ts";
import { segmented } from "../../support/segmented.ts";

let tag: Tagger;
beforeAll(async () => {
  tag = await loadTagger();
});

const termsOf = (text: string) =>
  findTerms(segmented(text), noContext, tag, buildGlossaryMatcher([])).map(({ span }) =>
    text.slice(span.start, span.end),
  );

describe("the tagger", () => {
  it("finds words at their places whatever marks stand between them", () => {
    const text = "We don’t use cafe\u0301s, 🙂 or  self‑supervised\u00a0learning (see https://a.example/x).";
    const words = tag(text, { start: 3, end: text.length });
    for (const { text: word, start, end } of words) expect(text.slice(start, end)).toBe(word);
    const found = words.map(({ text: word }) => word);
    expect(found).toEqual(
      expect.arrayContaining(["do", "n’t", "cafe\u0301s", "self‑supervised", "learning"]),
    );
    expect(found.join(" ")).not.toContain("example");
  });

  it("holds no text in memory for the sentences of it that it remembers", () => {
    const before = retainedBytes();
    for (let i = 0; i < 50; i++) {
      const sentence = `Internationalized considerations number ${i} are unremarkable.`;
      const text = Buffer.from(`${sentence}\n${"x".repeat(1_000_000)}`).toString("latin1");
      expect(tag(text, { start: 0, end: sentence.length })[0]?.text).toBe("Internationalized");
    }
    expect(retainedBytes() - before).toBeLessThan(10_000_000);
  });
});

describe("the terms of a comment", () => {
  it("are noun phrases and the phrases nested in them", () => {
    expect(termsOf("We need a sparse reward signal.")).toEqual([
      "sparse reward signal",
      "sparse reward",
      "reward signal",
      "reward",
      "signal",
    ]);
  });

  it("keep compounds with hyphens whole", () => {
    expect(termsOf("They use process-based training.")).toEqual(["process-based training", "training"]);
  });

  it("keep the number that belongs to a name", () => {
    expect(termsOf("Then Failure Mode 2 happens.")).toContain("Failure Mode 2");
  });

  it("leave out generic words, whether as head or before one", () => {
    expect(termsOf("That is a good point about the other thing, IMO.")).toEqual([]);
    expect(termsOf("It is a different reward.")).toEqual(["reward"]);
  });

  it("share their key across spellings", () => {
    const text = "The reward models fail, and a reward-model is small.";
    const keys = findTerms(segmented(text), noContext, tag, buildGlossaryMatcher([])).map(({ key }) => key);
    expect(keys.filter((key) => key === "reward model")).toHaveLength(2);
  });

  it("go on over the end of a line, not over an empty line or to a capital", () => {
    const wrapped =
      "We never looked at what else the team had in mind when it trained the reward\nmodel on it.";
    expect(termsOf(wrapped)).toContain("reward\nmodel");
    expect(termsOf("A reward\n\nmodel checks it.")).not.toContain("reward\n\nmodel");
    expect(termsOf("A reward\nModel trains fail.")).not.toContain("reward\nModel");
  });

  it("take a verb's form for a noun where only a noun can stand", () => {
    expect(termsOf("The council banned the towing.")).toContain("towing");
    expect(termsOf("They complain about towing.")).toContain("towing");
    expect(termsOf("We were towing it.")).not.toContain("towing");
  });

  it("take a plural between a singular noun and an article for a verb", async () => {
    expect(termsOf("The reward function measures a proxy.")).not.toContain("reward function measures");
  });

  it("begin with a participle that stands before a noun", () => {
    expect(termsOf("This is about the damaged plaster.")).toContain("damaged plaster");
  });

  it("join two nouns by of, where no article stands behind it", () => {
    expect(termsOf("They shift the burden of proof.")).toContain("burden of proof");
    expect(termsOf("The roof of the chapel leaks.")).not.toContain("roof of the chapel");
    expect(termsOf("A lot of salt helps.")).not.toContain("lot of salt");
  });

  it("take a compound that ends in -ing for a noun where no noun follows", () => {
    expect(termsOf("They fear power-seeking.")).toContain("power-seeking");
    expect(termsOf("The models are power-seeking.")).not.toContain("power-seeking");
  });

  it("leave out measures", () => {
    expect(termsOf("It costs 500 euros and 14 kilowatts, ten percent of it.")).toEqual([]);
  });

  it("leave out the names of those who take part", () => {
    const match = buildGlossaryMatcher([]);
    const above = { ...segmented("Salt it."), authorId: "a.example:NonnaPia", statements: [] };
    const text = "Pia is right, and Florence agrees.";
    const keys = findTerms(segmented(text), { ancestors: [above], quoted: [] }, tag, match);
    expect(keys.map(({ key }) => key)).toEqual(["florence"]);
  });
});
