import { describe, expect, it } from "vitest";
import { proposeRefinements } from "../../../src/linking/evolution.ts";
import { probabilities } from "../../../src/linking/probabilities.ts";
import type { Answered, TimelineClaim } from "../../../src/linking/refinement-candidates.ts";

/** Claims of one author, oldest first, as "comment: words". */
function line(...claims: readonly string[]): readonly TimelineClaim[] {
  return claims.map((claim, at) => {
    const [commentId = "", text = ""] = claim.split(": ");
    const span = { start: at * 1000, end: at * 1000 + text.length };
    return { place: { commentId, version: "v", span }, text, concepts: [], mark: null };
  });
}

const older = "c1: Goal misgeneralization is the hardest part of alignment.";
const newer = "c2: I now think goal misgeneralization is the hardest part only when training is sparse.";
const other = "c1: Compilers ought to report every missing semicolon.";
const apart = "c2: Prediction markets would help politicians.";

describe("claims that continue an older one", () => {
  it("refine it, newer to older, with a confidence that says how near they are", () => {
    const claims = line(older, other, newer, apart);
    const found = proposeRefinements(claims);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ kind: "refines", attack: null, method: "own-claim-continued" });
    expect(found[0]?.from).toEqual(claims[2]?.place);
    expect(found[0]?.to).toEqual(claims[0]?.place);
    expect(found[0]?.confidence).toBeGreaterThanOrEqual(0.3);
  });

  it("are looked for among the last 600 of an author", () => {
    const between = (count: number) => Array.from({ length: count }, () => other);
    expect(proposeRefinements(line(older, ...between(599), newer))).toHaveLength(1);
    expect(proposeRefinements(line(older, ...between(600), newer))).toEqual([]);
  });

  it("are looked for in other comments only", () => {
    expect(proposeRefinements(line(older, newer.replace("c2:", "c1:")))).toEqual([]);
  });

  it("are not found where two claims merely share a word", () => {
    expect(
      proposeRefinements(line(older, "c2: Alignment of text in a browser needs a style sheet.")),
    ).toEqual([]);
  });

  it("are one for an older claim and a newer comment: the nearest", () => {
    const second = "c2: Goal misgeneralization in alignment research gets too little money.";
    const claims = line(older, second, newer);
    expect(proposeRefinements(claims).map(({ from }) => from)).toEqual([claims[2]?.place]);
  });

  it("are surer when they are about the same concepts", () => {
    const plain = line(
      "c1: Goal misgeneralization hides in sparse training.",
      "c2: Rooms full of coins show goal misgeneralization best.",
    );
    const known = plain.map((claim) => ({ ...claim, concepts: ["goal misgeneralization"] }));
    const [without] = proposeRefinements(plain, { threshold: 0 });
    const [withConcepts] = proposeRefinements(known, { threshold: 0 });
    expect(withConcepts?.confidence).toBeGreaterThan(without?.confidence ?? 1);
  });

  it("are found where the author takes back what somebody objected to", () => {
    const claims = line(
      "c1: The council will drop the parking rule in May.",
      "c1: Every flat in the building pays for the garage.",
      "c2: I take back that every flat pays.",
    );
    const objection: Answered = { text: "Why would every flat pay for the garage?", parentId: "c1" };
    const [alone] = proposeRefinements(claims, { threshold: 0 });
    const [answered] = proposeRefinements(claims, {
      threshold: 0,
      answered: new Map([["c2", objection]]),
    });
    expect(answered?.to).toEqual(claims[1]?.place);
    expect(answered?.confidence).toBeGreaterThan(alone?.confidence ?? 1);
  });

  it("need nearer words where nobody objected and nothing is taken back", () => {
    const first = "c1: Trams pay for themselves in dense towns.";
    const claims = line(first, other, "c2: Night trams in dense towns pay for themselves.");
    const objection: Answered = { text: "Does it? Ours runs at a loss.", parentId: "c1" };
    const answered = new Map([["c2", objection]]);
    expect(proposeRefinements(claims, { threshold: 0.6 })).toHaveLength(1);
    expect(proposeRefinements(claims)).toEqual([]);
    expect(proposeRefinements(claims, { answered })).toHaveLength(1);
    const retraction = line(first, other, "c2: I withdraw what I said of trams.");
    expect(proposeRefinements(retraction, { answered })).toMatchObject([{ confidence: 0.6 }]);
  });

  it("are found by the number of the list item that is named", () => {
    const claims = line(
      "c1: Meadows feed the bees of the street.",
      "c1: Ticks avoid short grass.",
      "c2: I withdraw point 2.",
    );
    const numbered = claims.map((claim, at) => ({ ...claim, mark: ["1", "2", null][at] ?? null }));
    expect(proposeRefinements(claims, { threshold: 0 })).toEqual([]);
    expect(proposeRefinements(numbered, { threshold: 0 }).map(({ to }) => to)).toEqual([claims[1]?.place]);
  });

  it("are not repetitions, and not claims before the first new one", () => {
    expect(
      proposeRefinements(line(older, older.replace("c1:", "c2:").toUpperCase().replace("C2:", "c2:"))),
    ).toEqual([]);
    expect(proposeRefinements(line(older, newer), { firstNew: 1 })).toHaveLength(1);
    expect(proposeRefinements(line(older, newer), { firstNew: 2 })).toEqual([]);
  });

  it("are proposed down to the threshold asked for", () => {
    expect(proposeRefinements(line(older, newer), { threshold: 0.99 })).toEqual([]);
  });
});

describe("the probabilities of what a claim may continue", () => {
  it("leave to 1 what is that of nothing", () => {
    expect(probabilities([], {})).toEqual([]);
    expect(probabilities([{ a: 1 }, { a: 1 }], { a: 0 })).toEqual([1 / 3, 1 / 3]);
    expect(probabilities([{ a: 1000 }, { a: 1 }], { a: 1 })).toEqual([1, 0]);
  });
});
