import { describe, expect, it } from "vitest";
import type { GoldRelations } from "../../../bench/eval/gold/gold-labels.ts";
import { judgePairs, pairCounts, trustOf, worstPairs } from "../../../bench/eval/gold/judge-pairs.ts";
import type { ScoredGraph } from "../../../bench/eval/map-to-graph.ts";
import type { RelationKind } from "../../../src/model/relation.ts";

const gold: GoldRelations = {
  both: [
    { from: "p2.1", to: "p1.1", kinds: ["disagrees-with"] },
    { from: "p2.2", to: "p2.1", kinds: ["refines"] },
    { from: "p3.1", to: "p2.1", kinds: ["responds-to", "disagrees-with"] },
  ],
  single: [{ from: "p3.2", to: "p2.1", kinds: ["responds-to"] }],
  kinds: ["disagrees-with", "refines", "responds-to"],
  sentencesIn: () => new Map(["p1.1", "p2.1", "p2.2", "p3.1", "p3.2"].map((id) => [`at ${id}`, id])),
  textOf: (id) => id,
};

/** A graph with relations such as `"2.1 disagrees-with 1.1 0.8"`. */
function graph(...relations: readonly string[]): ScoredGraph {
  return {
    comments: [],
    quotes: [],
    locutions: [],
    concepts: [],
    relations: relations.map((one) => {
      const [from, kind, to, confidence] = one.split(" ");
      return {
        kind: kind as Exclude<RelationKind, "disagrees-with">,
        id: one,
        from: `at p${from}`,
        to: `at p${to}`,
        fromClaim: "c",
        toClaim: "c",
        confidence: Number(confidence),
        method: "rule",
        evidence: [],
        extractor: "rules",
        speaker: null,
        createdAt: null,
      };
    }),
  };
}

const drawn = graph(
  "2.1 disagrees-with 1.1 0.8",
  "2.1 refines 1.1 0.3",
  "2.2 disagrees-with 2.1 0.7",
  "3.1 disagrees-with 2.1 0.4",
  "3.2 refines 2.1 0.9",
  "3.1 refines 1.1 0.6",
  "3.2 supports 3.1 0.9",
);

describe("pairs of sentences held against labels", () => {
  const judged = judgePairs(drawn, gold, "text");

  it("count once, with the surest kind, and not at all where one reader gave them or the kind is not labelled", () => {
    expect(judged.drawn.map(({ from, to, kind }) => `${from} ${kind} ${to}`)).toEqual([
      "p2.1 disagrees-with p1.1",
      "p2.2 disagrees-with p2.1",
      "p3.1 disagrees-with p2.1",
      "p3.1 refines p1.1",
    ]);
    expect(pairCounts(judged)).toEqual({ right: 3, wrong: 1, missed: 0 });
  });

  it("are missed below the confidence from which they are shown", () => {
    expect(pairCounts(judged, 0.6)).toEqual({ right: 2, wrong: 1, missed: 1 });
    expect(trustOf(judged).sure).toEqual({ right: 2, wrong: 1, missed: 1 });
  });

  it("have the kind right where it is one of the labels' kinds", () => {
    expect(worstPairs(judged).map(({ from, to, isRight }) => [from, to, isRight])).toEqual([
      ["p2.2", "p2.1", true],
      ["p3.1", "p1.1", false],
    ]);
  });
});
