import { describe, expect, it } from "vitest";
import { agreementOf } from "../../../bench/eval/own/agreement.ts";
import { calibrationError, precisionAt } from "../../../bench/eval/own/confidence.ts";
import { type DrawnRelation, type DrawnTopic, drawTopic } from "../../../bench/eval/own/draw-topic.ts";
import type { Labelling } from "../../../bench/eval/own/labels.ts";
import { mergeLabels } from "../../../bench/eval/own/merge-labels.ts";
import { outcomesOf } from "../../../bench/eval/own/outcomes.ts";
import { placeSentences, readPosts } from "../../../bench/eval/own/posts.ts";
import { type RecordedFigures, shortfalls } from "../../../bench/eval/own/recorded.ts";
import { type OwnScores, scoresOf } from "../../../bench/eval/own/scores.ts";
import type { RelationKind } from "../../../src/model/relation.ts";

const numbered = `# Night trains

p1 Ada, 2024-01-01
p1.1 Night trains should come back.
p1.2 They save a day.
p1.3 See you.

p2 Bo, Jr., answers p1 Ada, 2024-01-02
p2.1 > They save a day.
p2.2 1. They cost a night's sleep.
p2.3 Planes don't.
`;
const posts = readPosts(numbered);

/** A labelling from claims by number and relations such as `"2.2 disagrees-with 1.2"`. */
function labelling(
  claims: string,
  relations: readonly string[],
  concepts: readonly string[] = [],
): Labelling {
  return {
    claims: claims.split(" ").map((id) => `p${id}`),
    relations: relations.map((one) => {
      const [from, type, to] = one.split(" ");
      return { from: `p${from}`, to: `p${to}`, type: type as RelationKind };
    }),
    concepts: concepts.map((one) => {
      const [name = "", ...aliases] = one.split(", ");
      return { name, aliases };
    }),
  };
}

/** What is drawn, with relations such as `"2.2 refines 1.2 0.8"`. */
function drawn(claims: string, relations: readonly string[], concepts: readonly string[] = []): DrawnTopic {
  return {
    claims: new Set(claims.split(" ").map((id) => `p${id}`)),
    relations: relations.map((one): DrawnRelation => {
      const [from, kind, to, confidence] = one.split(" ");
      return {
        from: `p${from}`,
        to: `p${to}`,
        kind: kind as RelationKind,
        confidence: Number(confidence),
        method: "rule",
      };
    }),
    concepts: concepts.map((labels) => labels.split(", ")),
  };
}

function score(a: Labelling, b: Labelling, found: DrawnTopic): OwnScores {
  return scoresOf([outcomesOf("trains", posts, mergeLabels(a, b), found)]);
}

const counts = ({ right, wrong, missed }: OwnScores["claims"]) => [right, wrong, missed];

describe("the numbered sentences", () => {
  it("are read with their posts, authors and quotation marks", () => {
    expect(posts.map(({ id, author }) => [id, author])).toEqual([
      ["p1", "Ada"],
      ["p2", "Bo, Jr."],
    ]);
    expect(posts[1]?.sentences.map(({ id, isQuoted }) => [id, isQuoted])).toEqual([
      ["p2.1", true],
      ["p2.2", false],
      ["p2.3", false],
    ]);
  });

  it("are found in the text one after the other, whatever the white space", () => {
    const text = "They save a day.\n\n1. They cost\na night's sleep. Planes don't.";
    const [post] = posts.slice(1);
    const placed = post ? placeSentences(post, text) : [];
    expect(placed.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      "They save a day.",
      "1. They cost\na night's sleep.",
      "Planes don't.",
    ]);
  });

  it("are refused when the text has changed", () => {
    const [post] = posts;
    expect(() => post && placeSentences(post, "Night trains should come back.")).toThrow(
      "p1.2 does not stand in the text of p1",
    );
  });
});

describe("two labellings as one", () => {
  it("count what both gave, and neither reward nor punish what one gave", () => {
    const a = labelling("1.1 1.2", []);
    const b = labelling("1.1 2.2", []);
    expect(counts(score(a, b, drawn("1.1 1.2 1.3", [])).claims)).toEqual([1, 1, 0]);
    expect(counts(score(a, b, drawn("2.2", [])).claims)).toEqual([0, 0, 1]);
  });

  it("count a pair of two kinds as a pair, and either kind as neither right nor wrong", () => {
    const a = labelling("1.2 2.2", ["2.2 disagrees-with 1.2"]);
    const b = labelling("1.2 2.2", ["2.2 responds-to 1.2"]);
    const either = score(a, b, drawn("1.2 2.2", ["2.2 responds-to 1.2 0.5"]));
    expect(counts(either.pairs)).toEqual([1, 0, 0]);
    expect(counts(either.pairsAndKinds)).toEqual([0, 0, 0]);
    const third = score(a, b, drawn("1.2 2.2", ["2.2 supports 1.2 0.5"]));
    expect(counts(third.pairs)).toEqual([1, 0, 0]);
    expect(counts(third.pairsAndKinds)).toEqual([0, 1, 0]);
    expect(third.confusion.disputed.supports).toBe(1);
  });

  it("agree by twice what both gave over what each gave", () => {
    const a = labelling(
      "1.1 1.2 2.2",
      ["1.2 supports 1.1", "2.2 disagrees-with 1.2"],
      ["night train, sleeper"],
    );
    const b = labelling("1.1 1.2", ["1.2 supports 1.1", "2.2 responds-to 1.2"], ["sleepers", "plane"]);
    const { claims, pairs, pairsAndKinds, kinds, concepts } = agreementOf([mergeLabels(a, b)]);
    expect([claims, pairs, pairsAndKinds]).toEqual([0.8, 1, 0.5]);
    expect(kinds).toEqual({ "disagrees-with": 0, refines: null, "responds-to": 0, supports: 1 });
    expect(concepts).toBeCloseTo(2 / 3, 10);
  });
});

describe("the scorer", () => {
  const a = labelling("1.1 1.2 2.2 2.3", [
    "1.2 supports 1.1",
    "2.2 disagrees-with 1.2",
    "2.3 disagrees-with 1.1",
  ]);

  it("counts pairs in their direction, and a wrong kind as wrong and missed", () => {
    const found = drawn("1.1 1.2 2.2 2.3", [
      "1.1 supports 1.2 0.3",
      "2.2 responds-to 1.2 0.6",
      "2.3 disagrees-with 1.1 0.8",
    ]);
    const { pairs, pairsAndKinds, kinds, confusion, methods, reversed } = score(a, a, found);
    expect(counts(pairs)).toEqual([2, 1, 1]);
    expect(reversed).toBe(1);
    expect(counts(pairsAndKinds)).toEqual([1, 2, 2]);
    expect(counts(kinds["disagrees-with"])).toEqual([1, 0, 1]);
    expect(counts(kinds["responds-to"])).toEqual([0, 1, 0]);
    expect(counts(kinds.supports)).toEqual([0, 1, 1]);
    expect(confusion["disagrees-with"]).toMatchObject({ "responds-to": 1, "disagrees-with": 1 });
    expect(confusion.none.supports).toBe(1);
    expect(confusion.supports.none).toBe(1);
    expect(methods).toEqual({ rule: { drawn: 3, rightPairs: 2, rightKinds: 1 } });
  });

  it("counts pairs of posts by two people once, whatever their sentences", () => {
    const found = drawn("1.1 1.2 2.2 2.3", ["1.2 supports 1.1 0.3", "2.2 responds-to 1.1 0.6"]);
    expect(counts(score(a, a, found).postPairs)).toEqual([1, 0, 0]);
    expect(counts(score(a, a, drawn("1.1", ["1.1 refines 1.2 0.3"])).postPairs)).toEqual([0, 0, 1]);
  });

  it("has an interval that holds the figure and is the same on every run", () => {
    const found = drawn("1.1 1.3", ["2.3 disagrees-with 1.1 0.8"]);
    const { claims } = score(a, a, found);
    expect(claims.interval[0]).toBeLessThanOrEqual(claims.f1);
    expect(claims.interval[1]).toBeGreaterThanOrEqual(claims.f1);
    expect(score(a, a, found).claims.interval).toEqual(claims.interval);
  });

  it("takes as many concepts by rank as are agreed, and looks for the rest among all", () => {
    const one = labelling("1.1", [], ["night train, sleeper", "plane", "sleep"]);
    const other = labelling("1.1", [], ["sleeper", "planes", "cost"]);
    const found = drawn("1.1", [], ["Sleepers", "day", "plane"]);
    expect(score(one, other, found).concepts).toEqual({ first: 2, precision: 0.5, agreed: 2, recall: 1 });
  });
});

describe("confidence", () => {
  const judged = [
    { confidence: 0.9, isRight: true },
    { confidence: 0.5, isRight: false },
    { confidence: 0.5, isRight: true },
    { confidence: 0.1, isRight: false },
  ];

  it("orders what is drawn, and equals count by their share", () => {
    expect(precisionAt(judged, 0.25)).toBe(1);
    expect(precisionAt(judged, 0.5)).toBe(0.75);
    expect(precisionAt([...judged].reverse(), 0.5)).toBe(0.75);
    expect(precisionAt(judged, 0.02)).toBe(1);
    expect(precisionAt([], 0.5)).toBeNull();
  });

  it("errs by its distance from the share that is right, bin by bin", () => {
    expect(calibrationError(judged)).toBeCloseTo((0.1 + 0 + 0.1) / 4, 10);
    expect(calibrationError([{ confidence: 1, isRight: false }])).toBe(1);
    expect(calibrationError([])).toBeNull();
  });
});

describe("a graph in the terms of the labels", () => {
  const comment = (id: string, seq: number, text: string) => ({
    id,
    seq,
    text,
    authorId: null,
    threadId: null,
    parentId: null,
    createdAt: null,
    editedAt: null,
    order: { source: "s", index: seq },
    version: "v",
    url: null,
    score: null,
    status: "live" as const,
    reactions: [],
    origin: null,
    versions: [],
    language: null,
    fingerprint: null,
    terms: [],
  });
  const second = "They save a day.\n\n1. They cost a night's sleep. Planes don't.";
  const locution = (id: string, commentId: string, start: number, end: number, quoteId: string | null) => ({
    id,
    commentId,
    version: "v",
    span: { start, end },
    text: "x".repeat(end - start),
    leadIn: null,
    quoteId,
    speaker: null,
    createdAt: null,
    claimId: id,
    origin: null,
  });
  const relation = (from: string, to: string, confidence: number) => ({
    kind: "responds-to" as const,
    id: `${from}${to}${confidence}`,
    from,
    to,
    fromClaim: from,
    toClaim: to,
    confidence,
    method: "rule",
    evidence: [],
    extractor: "rules",
    speaker: null,
    createdAt: null,
  });
  const graph = {
    comments: [
      comment("two", 5, second),
      comment("one", 2, "Night trains should come back. They save a day.\nSee you."),
    ],
    quotes: [],
    concepts: [],
    locutions: [
      locution("a", "one", 0, 30, null),
      locution("quoted", "two", 0, 16, "q"),
      locution("b", "two", 21, 40, null),
      locution("c", "two", 41, 47, null),
    ],
    relations: [
      relation("b", "a", 0.4),
      relation("c", "a", 0.7),
      relation("b", "quoted", 0.9),
      relation("c", "b", 0.9),
    ],
  };

  it("takes a locution for the sentence that it shares most with, and leaves out quoted words", () => {
    const { claims } = drawTopic(graph, posts);
    expect([...claims].sort()).toEqual(["p1.1", "p2.2"]);
  });

  it("keeps the most confident relation of a pair and none inside a sentence", () => {
    const { relations } = drawTopic(graph, posts);
    expect(relations).toEqual([
      { from: "p2.2", to: "p1.1", kind: "responds-to", confidence: 0.7, method: "rule" },
    ]);
  });

  it("is refused when it has other comments than the numbered file", () => {
    expect(() => drawTopic({ ...graph, comments: [] }, posts)).toThrow("0 comments for 2 posts");
  });
});

describe("the gate", () => {
  const figure = { f1: 0.9, interval: [0.85, 0.95] as [number, number], right: 9, wrong: 1, missed: 1 };
  const recorded: RecordedFigures = { claims: figure, pairs: figure, pairsAndKinds: figure };

  it("lets a figure fall within its interval", () => {
    expect(shortfalls({ claims: { f1: 0.85 }, pairs: { f1: 1 } }, recorded)).toEqual([]);
  });

  it("says of a figure below it by how much, and how to record new ones", () => {
    const [message, ...others] = shortfalls({ claims: { f1: 0.9 }, pairs: { f1: 0.8 } }, recorded);
    expect(others).toEqual([]);
    expect(message).toContain("F1 of relation pairs is 0.8000, 0.0500 below the interval");
    expect(message).toContain("npm run eval -- own --record");
  });
});
