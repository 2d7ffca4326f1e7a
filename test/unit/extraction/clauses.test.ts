import { beforeAll, describe, expect, it } from "vitest";
import type { Extractor } from "../../../src/extraction/extractor.ts";
import { rules } from "../../../src/extraction/registry.ts";
import { splitClauses } from "../../../src/extraction/rules/claims/clauses.ts";
import { loadTagger, type Tagger } from "../../../src/extraction/rules/terms/tagger.ts";
import { noContext } from "../../../src/model/extraction.ts";
import { type QuotedWords, segmented } from "../../support/segmented.ts";

let tag: Tagger;
let extractor: Extractor;
beforeAll(async () => {
  tag = await loadTagger();
  extractor = await rules({ glossary: [] });
});

describe("a sentence", () => {
  const clausesOf = (text: string) => {
    const span = { start: 0, end: text.length };
    return splitClauses(span, tag(text, span)).map(({ start, end }) => text.slice(start, end));
  };

  it("is cut where it joins two statements by a comma and a conjunction, by a semicolon or by a dash", () => {
    expect(clausesOf("The trams are cheap, but they are empty at night.")).toEqual([
      "The trams are cheap",
      "they are empty at night.",
    ]);
    expect(clausesOf("The trams are cheap, but that is no reason to ride.")).toHaveLength(2);
    expect(clausesOf("The lake is clean; the river is not clean yet.")).toHaveLength(2);
    expect(clausesOf("The lake is clean – the river still carries mud.")).toHaveLength(2);
  });

  it.each([
    ["a condition and what follows from it", "If the trams are late, people will drive to work."],
    [
      "a condition behind a conjunction",
      "But if the trams are late, and the buses are full, people will drive.",
    ],
    ["two verbs of one subject", "The council bought the field and planted forty trees there."],
    ["what two clauses say of one verb", "She says that the trams are cheap, and that the buses are dear."],
    ["a list of things", "The shop sells bread, milk, and three kinds of cheese."],
    ["a short answer before its content", "No, but thanks."],
    ["what stands in brackets", "The lake (it was dirty, but they cleaned it well) is open again."],
    ["a reason without a comma", "The lake is closed because the water is dirty."],
  ])("keeps %s together", (_, text) => {
    expect(clausesOf(text)).toEqual([text]);
  });

  it("is read in passing however long it is", () => {
    const text = "it is so, and ".repeat(20_000);
    const words = text.split(" ").map((word, at) => ({ text: word, pos: "PRON", start: at, end: at + 1 }));
    expect(splitClauses({ start: 0, end: text.length }, words)).toHaveLength(1);
  });
});

describe("a comment of sentences that join statements", () => {
  const words: QuotedWords = {
    words: "The night trams are a waste.",
    source: { commentId: "forum:0", version: "v", span: { start: 0, end: 28 } },
  };
  const text = `${words.words}\n\nThe day trams are full of people, but I don't think the night trams are a waste.`;

  it("gives each statement with exact words", async () => {
    const comment = segmented(text, { quoted: [words] });
    const { statements } = await extractor.extract(comment, noContext);
    expect(statements.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      "The day trams are full of people",
      "I don't think the night trams are a waste.",
    ]);
  });

  it("draws an answer from the statement that is on the same topic as the words answered", async () => {
    const source = segmented(words.words, { id: "forum:0", authorId: "bo" });
    const place = { commentId: "forum:0", version: source.version, span: { start: 0, end: 28 } };
    const comment = segmented(text, { parentId: "forum:0", quoted: [{ ...words, source: place }] });
    const statements = [{ span: place.span, leadIn: null, quoteId: null }];
    const { relations } = await extractor.extract(comment, {
      ancestors: [{ ...source, statements }],
      quoted: [],
    });
    const answer = relations.find(({ to }) => to.commentId === "forum:0");
    expect(text.slice(answer?.from.span.start, answer?.from.span.end)).toBe(
      "I don't think the night trams are a waste.",
    );
  });

  it.each([
    "Sure, the night trams are empty in June, but the bakers have no other way to work.",
    "It's true that the night trams cost the town a lot, yet without them nobody would take the late shift.",
    "Granted, night trams are a luxury; still, the hospital would lose its cooks.",
  ])("draws an attack from what stands behind the turn, not from what is granted: %s", async (reply) => {
    const said = "The council should stop the night trams.";
    const source = segmented(said, { id: "forum:0", authorId: "bo" });
    const statements = [{ span: { start: 0, end: said.length }, leadIn: null, quoteId: null }];
    const comment = segmented(reply, { parentId: "forum:0" });
    const { relations } = await extractor.extract(comment, {
      ancestors: [{ ...source, statements }],
      quoted: [],
    });
    const attack = relations.find(({ kind }) => kind === "disagrees-with");
    const turn = reply.search(/\b(?:but|yet|still)\b/u);
    expect(attack?.from.span.start).toBeGreaterThanOrEqual(turn);
  });

  it("gives a reason for what its writer holds, not for what the sentence reports", async () => {
    const reply =
      "You say that night trams only get dearer, but nobody knows that. For example, night trams got cheaper in 2021.";
    const { relations } = await extractor.extract(segmented(reply), noContext);
    const reason = relations.find(({ kind }) => kind === "supports");
    expect(reply.slice(reason?.to.span.start, reason?.to.span.end)).toBe("nobody knows that.");
  });
});
