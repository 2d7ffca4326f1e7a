import { describe, expect, it } from "vitest";
import { GraphIntake } from "../../../src/linking/graph-intake.ts";
import type { GraphRecord } from "../../../src/model/graph.ts";
import { versionId } from "../../../src/model/id.ts";
import { MemoryKnown } from "../../support/memory-known.ts";

const text = "The bridge is safe. It was tested.";
const version = versionId(text);

const comment: GraphRecord = {
  array: "comments",
  element: {
    id: "c",
    authorId: "ann",
    threadId: null,
    parentId: "missing-parent",
    createdAt: null,
    editedAt: null,
    order: { source: "s", index: 0 },
    seq: 3,
    text,
    version,
    url: null,
    score: null,
    status: "live",
    reactions: [],
    origin: null,
    versions: [{ id: version, text, at: null, kind: "original", origin: null, offsets: [] }],
    language: "en",
    fingerprint: "f",
    terms: ["4-10 bridge"],
  },
};
const author: GraphRecord = { array: "authors", element: { id: "ann", name: "Ann" } };
const claim = (id: string): GraphRecord => ({
  array: "claims",
  element: { id, text: id, key: id, conceptIds: ["bridge", "no-such-concept"] },
});
const locution = (id: string, span: { start: number; end: number }, words: string): GraphRecord => ({
  array: "locutions",
  element: {
    id,
    commentId: "c",
    version,
    span,
    text: words,
    leadIn: null,
    quoteId: null,
    speaker: "ann",
    createdAt: null,
    claimId: id,
    origin: null,
  },
});
const concept = (id: string, broader: readonly string[]): GraphRecord => ({
  array: "concepts",
  element: { id, prefLabel: id, altLabels: [], labels: [id], salience: 1, broader, mentions: [] },
});
const relation = (from: string, to: string): GraphRecord => ({
  array: "relations",
  element: {
    id: `${from}-${to}`,
    kind: "supports",
    from,
    to,
    fromClaim: from,
    toClaim: to,
    confidence: 0.5,
    method: "test",
    evidence: [],
    extractor: "rules",
    speaker: "ann",
    createdAt: null,
  },
});

async function take(...batches: readonly (readonly GraphRecord[])[]) {
  const known = new MemoryKnown();
  const intake = new GraphIntake(known);
  const diagnostics = [];
  for (const batch of batches) {
    const placement = await intake.take(batch, 0);
    known.apply(placement.change.build());
    diagnostics.push(...placement.diagnostics);
  }
  known.apply((await intake.finish()).build());
  return { known, diagnostics };
}

describe("taking in a graph", () => {
  it("keeps what is whole and puts a stub where a parent is missing", async () => {
    const { known, diagnostics } = await take([
      author,
      comment,
      concept("bridge", []),
      { array: "claims", element: { id: "l1", text: "x", key: "x", conceptIds: ["bridge"] } },
      locution("l1", { start: 0, end: 19 }, "The bridge is safe."),
    ]);
    expect(diagnostics).toEqual([]);
    expect(known.commentMap.get("missing-parent")?.status).toBe("stub");
    expect(known.locutionMap.get("l1")?.text).toBe("The bridge is safe.");
    expect(await known.pending("f", -1, 9)).toEqual([]);
  });

  it("leaves out words that the comment does not hold, and relations that end on them", async () => {
    const { known, diagnostics } = await take(
      [author, comment],
      [
        claim("l1"),
        claim("l2"),
        locution("l1", { start: 0, end: 19 }, "The bridge is safe."),
        locution("l2", { start: 20, end: 34 }, "It was painted"),
        relation("l2", "l1"),
      ],
    );
    expect([...known.locutionMap.keys()]).toEqual(["l1"]);
    expect(known.relationMap.size).toBe(0);
    expect(diagnostics.filter(({ code }) => code === "import.span-invalid")).toHaveLength(2);
  });

  it("leaves out relations whose ends nobody said, and references to nothing", async () => {
    const { known, diagnostics } = await take([author, comment, claim("l1"), relation("l1", "l9")]);
    expect(known.relationMap.size).toBe(0);
    expect(known.aboutMap.get("l1")).toEqual([]);
    const places = diagnostics
      .filter(({ code }) => code === "import.reference-missing")
      .map(({ place }) => place);
    expect(places).toEqual(["claims l1", "relations l1-l9"]);
  });

  it("joins a concept to a broader one that comes later in the file", async () => {
    const { known } = await take([concept("arch", ["bridge"])], [concept("bridge", [])]);
    expect(known.conceptMap.get("arch")?.broader).toEqual(["bridge"]);
  });
});
