import { describe, expect, it } from "vitest";
import { classSection } from "../../../bench/eval/corpora/class-scores.ts";
import { readersOf } from "../../../bench/eval/corpora/extractor-readers.ts";
import { averagePrecision } from "../../../bench/eval/corpora/same-claim.ts";
import { matchSpans, spanFigures } from "../../../bench/eval/corpora/span-scores.ts";
import { phraseStemmer } from "../../../bench/eval/corpora/stemmer.ts";
import { nothingFound } from "../../../src/model/extraction.ts";
import type { RelationKind } from "../../../src/model/relation.ts";

describe("the figures of classes", () => {
  type Class = "yes" | "no" | "open";
  const item = (id: string, label: Class, yes: number, no: number) => ({
    id,
    group: id,
    label,
    probabilities: { yes, no, open: 1 - yes - no },
    lines: [id],
  });
  const items = [
    item("a", "yes", 0.9, 0.1),
    item("b", "yes", 0.2, 0.7),
    item("c", "yes", 0.6, 0.2),
    item("d", "no", 0.8, 0.1),
    item("e", "no", 0.1, 0.6),
  ];
  const section = classSection("part", items, { classes: ["yes", "no", "open"], surest: ["yes"] });
  const figure = (name: string) => section.figures.find((one) => one.name === name);

  it("give each labelled class the same weight, however rare it is", () => {
    expect(figure("accuracy")?.value).toBeCloseTo(3 / 5, 10);
    expect(figure("F1 of yes")?.value).toBeCloseTo(2 / 3, 10);
    expect(figure("F1 of no")?.value).toBeCloseTo(1 / 2, 10);
    expect(figure("macro F1")?.value).toBeCloseTo((2 / 3 + 1 / 2) / 2, 10);
  });

  it("stand beside those of the commonest class", () => {
    expect(figure("accuracy")?.baseline).toBeCloseTo(3 / 5, 10);
    expect(figure("macro F1")?.baseline).toBeCloseTo(0.75 / 2, 10);
  });

  it("come with a table of labels by answers", () => {
    expect(section.confusion?.rows).toEqual([
      { label: "yes", counts: [2, 1, 0] },
      { label: "no", counts: [1, 1, 0] },
      { label: "open", counts: [0, 0, 0] },
    ]);
  });

  it("tell how much of the surest of a class is right, of all items", () => {
    expect(section.coverage.map(({ name, share }) => [name, share])).toEqual([
      ["yes", 0.02],
      ["yes", 0.1],
      ["yes", 0.28],
    ]);
    expect(section.coverage[0]?.precision).toBe(1);
  });

  it("list the most confident mistake first", () => {
    expect(section.mistakes.map(({ id, confidence }) => [id, confidence])).toEqual([
      ["d", 0.8],
      ["b", 0.7],
    ]);
  });

  it("have an interval that is the same on every run and holds the figure", () => {
    const [low, high] = figure("accuracy")?.interval ?? [1, 0];
    expect(low).toBeLessThanOrEqual(0.6);
    expect(high).toBeGreaterThanOrEqual(0.6);
    expect(classSection("part", items, { classes: ["yes", "no", "open"], surest: [] }).figures).toEqual(
      section.figures,
    );
  });
});

describe("the figures of spans", () => {
  const span = (start: number, end: number) => ({ start, end });

  it("take each wanted span once", () => {
    const isEqual = (a: { start: number }, b: { start: number }) => a.start === b.start;
    expect(matchSpans([span(0, 4), span(0, 5), span(7, 9)], [span(0, 5), span(8, 9)], isEqual)).toEqual({
      right: 1,
      wrong: 2,
      missed: 1,
    });
  });

  it("sum the counts of all texts before they divide", () => {
    const counts = (right: number, wrong: number, missed: number) => ({ right, wrong, missed });
    const [f1, precision, recall] = spanFigures("spans", [
      { group: "a", counts: counts(3, 1, 0), baseline: counts(0, 0, 3) },
      { group: "b", counts: counts(0, 0, 2), baseline: counts(1, 1, 1) },
    ]);
    expect([f1?.value, precision?.value, recall?.value]).toEqual([6 / 9, 3 / 4, 3 / 5]);
    expect(f1?.baseline).toBeCloseTo(2 / 7, 10);
  });
});

describe("the ranking of best matches", () => {
  const match = (score: number, label: "match" | "no_match" | null) => ({
    id: String(score),
    text: "",
    keyPoint: "",
    score,
    label,
  });
  const matches = [
    match(0.9, "match"),
    match(0.8, "no_match"),
    match(0.7, null),
    match(0.6, "match"),
    ...[0.4, 0.3, 0.2, 0.1].map((score) => match(score, "match")),
  ];

  it("is judged in its upper half, and pairs without a label count as wrong when strict", () => {
    expect(averagePrecision(matches, false)).toBeCloseTo((1 + 2 / 4) / 2, 10);
  });

  it("counts pairs without a label as right when relaxed", () => {
    expect(averagePrecision(matches, true)).toBeCloseTo((1 + 2 / 3 + 3 / 4) / 3, 10);
  });

  it("takes equal scores together, so that no order among them matters", () => {
    const tied = ["match", "no_match", "match", "no_match"] as const;
    const all = [...tied, ...tied].map((label) => match(0.5, label));
    expect(averagePrecision(all, false)).toBe(0.5);
  });
});

describe("an extractor that has no function for stance", () => {
  /** Draws one relation from the reply's first sentence to the parent's. */
  const drawing = (kind: RelationKind, confidence: number, stance: "for" | null) =>
    readersOf({
      id: "fake",
      version: "1",
      extract: async (comment, { ancestors }) => {
        const [parent] = ancestors;
        const statements = comment.segments.map(({ span, leadIn, quoteId }) => ({ span, leadIn, quoteId }));
        const [own] = statements;
        const [above] = parent?.statements ?? [];
        if (!parent || !own || !above) return { ...nothingFound, statements };
        const from = { commentId: comment.id, version: comment.version, span: own.span };
        const to = { commentId: parent.id, version: parent.version, span: above.span };
        const attack = kind === "disagrees-with" ? ("rebut" as const) : null;
        return {
          ...nothingFound,
          statements,
          relations: [{ kind, attack, from, to, confidence, method: "fake", evidence: [] }],
          stances: stance === null ? [] : [{ toward: to, stance, evidence: from }],
        };
      },
    });

  it("is asked for the parent first, and its relations to it give the stance", async () => {
    const against = await drawing("disagrees-with", 0.7, null).stance(
      "No, they don't.",
      "Trains save a day.",
    );
    expect([against.against, against.for]).toEqual([0.7, 0]);
    expect(against.neutral).toBeCloseTo(0.3, 10);
    const agreeing = await drawing("responds-to", 0.6, "for").stance("They do.", "Trains save a day.");
    expect([agreeing.against, agreeing.for]).toEqual([0, 0.6]);
  });

  it("says what a statement is to an earlier one by the kind that it draws", async () => {
    const { rephrase, none } = await drawing("refines", 0.8, null).relation(
      "They do save one.",
      "They save a day.",
    );
    expect(rephrase).toBe(0.8);
    expect(none).toBeCloseTo(0.2, 10);
  });
});

describe("phrases", () => {
  it("are the same when their stems are, whatever their case and hyphens", () => {
    const stem = phraseStemmer();
    expect(stem("Web-based Platforms")).toBe(stem("web based platform"));
    expect(stem("platform")).not.toBe(stem("plate"));
  });
});
