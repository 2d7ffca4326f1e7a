import type { Change } from "../../src/model/change.ts";
import {
  author,
  change,
  claim,
  comment,
  concept,
  correction,
  locution,
  mention,
  quote,
  relation,
  source,
  stance,
  thread,
  version,
} from "./store-records.ts";

const origin = { sourceId: "s1", file: "debate.txt", record: null, field: null, start: 10, end: 60 };

/**
 * A debate of four comments that uses every kind of record and every property, with and without a value.
 *
 *     c1 ada    A reward is a blunt tool. Models learn to cheat.
 *     c2 bob    └ quotes "Models learn to cheat." and disagrees
 *     c3 ada      └ refines her second claim, and supports it
 *     c4 -      a stub
 */
export function debate() {
  const c1 = comment("forum:1", 0, {
    authorId: "ada",
    threadId: "t1",
    createdAt: "2023-01-05T10:00:00.000Z",
    editedAt: "2023-01-06T10:00:00.000Z",
    text: "A reward is a blunt tool. Models learn to cheat. \u{1f600}",
    url: "https://forum.example/1",
    score: 12.5,
    reactions: [
      { by: "bob", kind: "👍", quote: 'blunt "tool"', sign: 1 },
      { by: null, kind: "hmm", quote: null, sign: 0 },
    ],
    origin,
  });
  const c2 = comment("forum:2", 1, {
    authorId: "bob",
    threadId: "t1",
    parentId: "forum:1",
    createdAt: "2023-02-05T10:00:00.000Z",
    text: "> Models learn to cheat.\n\nThey do not cheat at all. I see one point: rewards teach.",
    score: -3,
  });
  const c3 = comment("forum:3", 2, {
    authorId: "ada",
    threadId: "t1",
    parentId: "forum:2",
    text: "Some models cheat on rewards. A benchmark showed it.",
    order: { source: "s2", index: 4 },
    status: "live",
  });
  const c4 = comment("forum:4", 3, { status: "stub", text: "" });
  const q2 = quote(c2, 2, 24, {
    speaker: "ada",
    source: { commentId: c1.id, version: c1.version, span: { start: 26, end: 48 } },
    answer: { start: 26, end: 51 },
    origin,
  });
  const q3 = quote(c3, 0, 11, { how: "guessed", score: 0.25 });
  const l1 = locution(c1, 0, 25, { origin });
  const l2 = locution(c1, 26, 48);
  const l3 = locution(c2, 26, 51, {
    extractors: ["llm", "rules"],
    quoteId: null,
    leadIn: { start: 52, end: 68 },
    reported: { start: 26, end: 29 },
  });
  const l4 = locution(c3, 0, 29, { extractors: ["rules"] });
  const l5 = locution(c3, 30, 52);
  const l6 = locution(c2, 2, 24, { quoteId: q2.id, speaker: null, claimId: l2.id });
  const locutions = [l1, l2, l3, l4, l5, l6];
  const supports = relation("supports", l5, l4);
  const relations = [
    relation("disagrees-with", l3, l2, { attack: "undercut", undercuts: supports.id, confidence: 1 }),
    relation("refines", l4, l2, { evidence: [] }),
    supports,
    relation("responds-to", l4, l3),
    // Both locutions state one claim: the relation stays, between them.
    relation("responds-to", l6, l2, { extractor: "human", speaker: null }),
  ];
  const stances = [
    stance(
      "bob",
      { kind: "claim", id: l2.id },
      { evidence: l3.id, createdAt: c2.createdAt, extractor: "rules" },
    ),
    stance("ada", { kind: "concept", id: "reward" }, { stance: "for", method: "human" }),
    stance("bob", { kind: "claim", id: l1.id }, { stance: "neutral", method: "reaction", evidence: l1.id }),
  ];
  const mentions = [
    mention(c1, "reward", 2, 8, { origin }),
    mention(c2, "reward", 69, 76),
    mention(c3, "model", 5, 11),
  ];
  const full: Change = change(
    {
      write: "save-sources",
      rows: [
        source("s1"),
        source("s2", {
          ...{ captured: "2023-07", rank: 1, isComplete: false },
          diagnostics: { errors: 0, warnings: 2, notes: 1 },
        }),
      ],
    },
    { write: "save-authors", rows: [author("ada"), author("bob")] },
    { write: "save-threads", rows: [thread("t1", "Rewards"), thread("t2")] },
    { write: "save-comments", rows: [c1, c2, c3, c4] },
    {
      write: "save-versions",
      rows: [
        version(c1, { origin, at: "2023-01-06T10:00:00.000Z", offsets: [0, 10, 25, 26, 40, 22] }),
        version(c1, {
          id: "earlier",
          text: "A reward is blunt.",
          kind: "edit",
          offsets: [],
          alsoIn: [{ ...origin, sourceId: "s2", file: "archive.txt", offsets: [0, 3, 18] }],
        }),
        version(c2),
        version(c3, { kind: "extraction" }),
      ],
    },
    { write: "save-paragraphs", rows: [{ commentId: c3.id, keys: ["p1", "p2"] }] },
    { write: "save-quotes", rows: [q2, q3] },
    { write: "save-claims", rows: [l1, l2, l3, l4, l5].map(claim) },
    { write: "save-locutions", rows: locutions },
    { write: "save-relations", rows: relations },
    { write: "save-stances", rows: stances.filter(({ target }) => target.kind === "claim") },
    {
      write: "save-terms",
      rows: [
        { commentId: c1.id, terms: [{ key: "reward", span: { start: 2, end: 8 } }] },
        { commentId: c3.id, terms: [{ key: "model", span: { start: 5, end: 11 } }] },
      ],
    },
    {
      write: "save-extracted",
      rows: [c1, c2].map(({ id }) => ({ commentId: id, fingerprints: ["rules@1"], language: "en" })),
    },
    {
      write: "save-layers",
      rows: [
        { id: "llm", rank: 1 },
        { id: "rules", rank: 2 },
      ],
    },
    {
      write: "save-concepts",
      rows: [
        concept("reward", {
          prefLabel: "reward",
          altLabels: ["rewards", "prize"],
          salience: 0.875,
          broader: ["signal"],
        }),
        concept("model"),
        concept("signal", { salience: 1 }),
      ],
    },
    { write: "save-stances", rows: stances.filter(({ target }) => target.kind === "concept") },
    { write: "save-mentions", rows: mentions },
    {
      write: "save-abouts",
      rows: [
        { claimId: l1.id, conceptIds: ["reward"] },
        { claimId: l4.id, conceptIds: ["model", "reward"] },
      ],
    },
    {
      write: "save-corrections",
      rows: [correction("x1"), correction("x2", { at: "2024-01-01T00:00:00.000Z", value: "v" })],
    },
  );
  return {
    full,
    comments: { c1, c2, c3, c4 },
    locutions: { l1, l2, l3, l4, l5, l6 },
    relations,
    stances,
    mentions,
    quotes: { q2, q3 },
  };
}
