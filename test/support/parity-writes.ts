import type { Write } from "../../src/model/change.ts";
import { cypherFile } from "../../src/store/cypher-files.ts";
import { sharedFiles } from "./parity-product.ts";
import { debate } from "./store-debate.ts";
import * as make from "./store-records.ts";

/** Every statement of the writes that both engines run, and of the creation of what is not stored. */
export function writeStatements(): ReadonlySet<string> {
  return new Set(
    (["writes", "creates"] as const).flatMap((folder) =>
      sharedFiles(folder).flatMap((id) => cypherFile([folder], id, "embedded").statements),
    ),
  );
}

/**
 * Every kind of write: those that save a debate, the same again, then with other values and ends, then those
 * that take it away, bit by bit.
 */
export function everyWrite(): readonly Write[] {
  const { full, comments, locutions, relations, mentions, stances } = debate();
  const { c1, c2, c3, c4 } = comments;
  const { l1, l4 } = locutions;
  const removals: readonly Write[] = [
    { write: "forget-extracted", rows: [{ commentId: c1.id }] },
    { write: "remove-relations", rows: relations.slice(0, 2) },
    { write: "remove-mentions", rows: mentions.slice(0, 1) },
    { write: "remove-corrections", rows: [{ id: "x1" }] },
    { write: "mark-layer", rows: [{ commentId: c1.id, extractor: "rules" }] },
    { write: "remove-layer", rows: [c2, c3].map(({ id }) => ({ commentId: id, extractor: "rules" })) },
    { write: "remove-claims", rows: [l1, l4].map(({ id }) => ({ id })) },
    {
      write: "remove-stances",
      rows: stances.map(({ id, target }) => ({ id, targetKind: target.kind, targetId: target.id })),
    },
    { write: "remove-extractions", rows: [{ commentId: c2.id }, { commentId: "forum:none" }] },
    { write: "remove-extractions", rows: [c1, c3].map(({ id }) => ({ commentId: id })) },
    { write: "remove-quotes", rows: [{ commentId: c2.id }] },
    { write: "remove-paragraphs", rows: [{ commentId: c3.id }] },
    { write: "remove-versions", rows: [{ commentId: c1.id, id: "earlier" }] },
    { write: "remove-concepts", rows: [{ id: "signal" }] },
    { write: "remove-comments", rows: [c3, c4].map(({ id }) => ({ id })) },
    { write: "remove-threads", rows: [{ id: "t2" }] },
    { write: "remove-authors", rows: [{ id: "ada" }] },
    { write: "remove-sources", rows: [{ id: "s2" }] },
  ];
  return [...full.writes, ...full.writes, ...otherwise(), ...removals];
}

/** The debate with other values: some go, some come, and most relationships end elsewhere. */
function otherwise(): readonly Write[] {
  const { comments, locutions, mentions, quotes, stances } = debate();
  const { c1, c2, c3, c4 } = comments;
  const { l1, l2, l3, l4, l5, l6 } = locutions;
  return [
    {
      write: "save-sources",
      rows: [make.source("s1", { captured: "2024", bioKey: "bio", authorId: "ada" })],
    },
    { write: "save-authors", rows: [{ id: "ada", name: "Ada \u{1f600}" }, make.author("eve")] },
    { write: "save-threads", rows: [make.thread("t1"), make.thread("t2", "Second")] },
    {
      write: "save-comments",
      rows: [
        { ...c1, authorId: "eve", threadId: "t2", editedAt: null, score: null, reactions: [], origin: null },
        { ...c2, authorId: null, threadId: null, parentId: null, createdAt: null, status: "removed" },
        { ...c3, parentId: c1.id, editedAt: "2025-01-01T00:00:00.000Z" },
        { ...c4, authorId: "bob", parentId: c3.id, text: "Now it is known.", status: "live" },
        // New ones, each with one end.
        make.comment("forum:5", 4, { threadId: "t1" }),
        make.comment("forum:6", 5, { authorId: "bob" }),
        make.comment("forum:7", 6, { parentId: c1.id }),
      ],
    },
    {
      write: "save-versions",
      rows: [make.version(c1, { kind: "edit", offsets: [], at: null, origin: null })],
    },
    { write: "save-paragraphs", rows: [{ commentId: c3.id, keys: ["p2", "p3"] }] },
    {
      write: "save-quotes",
      rows: [
        { ...quotes.q2, source: null, answer: null, how: "inline" },
        {
          ...quotes.q3,
          speaker: "bob",
          source: { commentId: c2.id, version: c2.version, span: { start: 0, end: 5 } },
        },
      ],
    },
    {
      write: "save-locutions",
      rows: [
        { ...l1, speaker: null },
        { ...l6, claimId: l1.id, speaker: "eve", leadIn: { start: 0, end: 2 } },
      ],
    },
    {
      write: "save-relations",
      rows: [
        make.relation("responds-to", l3, l2),
        make.relation("disagrees-with", l4, l2, { attack: "undermine" }),
        make.relation("refines", l5, l4, { speaker: null }),
        make.relation("supports", l4, l3, { evidence: [] }),
        make.relation("supports", l1, l3),
      ],
    },
    {
      write: "save-stances",
      rows: [
        ...stances.map((stance) => ({ ...stance, stance: "neutral" as const, createdAt: null })),
        make.stance("bob", { kind: "concept", id: "reward" }, { evidence: l1.id }),
      ],
    },
    { write: "save-terms", rows: [{ commentId: c1.id, terms: [] }] },
    {
      write: "save-extracted",
      rows: [{ commentId: c1.id, fingerprints: ["llm@1", "rules@2"], language: null }],
    },
    {
      write: "save-concepts",
      rows: [
        make.concept("reward", { salience: 0.25, broader: ["model"] }),
        make.concept("signal", { altLabels: ["sign"], broader: ["reward", "not there"] }),
      ],
    },
    { write: "save-mentions", rows: mentions.map((mention) => ({ ...mention, conceptId: "signal" })) },
    {
      write: "save-abouts",
      rows: [
        { claimId: l1.id, conceptIds: [] },
        { claimId: l4.id, conceptIds: ["signal"] },
      ],
    },
    {
      write: "save-corrections",
      rows: [make.correction("x1", { value: "other", target: { kind: "concept", id: "reward" } })],
    },
  ];
}

/**
 * Writes of which each refers to something that is not stored: as new records, and as others in place of
 * stored ones.
 */
export function refusedWrites(): readonly Write[] {
  const { comments, locutions, mentions, quotes, stances } = debate();
  const { c1, c2 } = comments;
  const { l1, l2, l3, l6 } = locutions;
  const nowhere = make.comment("forum:nowhere", 99);
  const unsaid = make.locution(nowhere, 0, 5);
  const source = { commentId: nowhere.id, version: nowhere.version, span: { start: 0, end: 5 } };
  const [mention = make.mention(c1, "reward", 0, 1)] = mentions;
  const [stance = make.stance("ada", { kind: "claim", id: l1.id })] = stances;
  return [
    ...(["authorId", "threadId", "parentId"] as const).flatMap((end): readonly Write[] => [
      { write: "save-comments", rows: [make.comment("forum:new", 50, { [end]: "nobody" })] },
      { write: "save-comments", rows: [c2, { ...c1, [end]: "nobody" }] },
    ]),
    { write: "save-versions", rows: [make.version(nowhere)] },
    { write: "save-paragraphs", rows: [{ commentId: nowhere.id, keys: ["p9"] }] },
    { write: "save-quotes", rows: [make.quote(nowhere, 0, 5)] },
    { write: "save-quotes", rows: [{ ...quotes.q2, source }] },
    { write: "save-locutions", rows: [unsaid] },
    { write: "save-locutions", rows: [make.locution(c1, 0, 3, { claimId: l1.id, speaker: "nobody" })] },
    { write: "save-locutions", rows: [{ ...l6, claimId: "nothing" }] },
    { write: "save-relations", rows: [make.relation("supports", unsaid, l1)] },
    { write: "save-relations", rows: [make.relation("disagrees-with", l3, { ...l2, claimId: l1.id })] },
    { write: "save-stances", rows: [{ ...stance, authorId: "nobody" }] },
    { write: "save-stances", rows: [make.stance("bob", { kind: "claim", id: "nothing" })] },
    { write: "save-stances", rows: [make.stance("bob", { kind: "concept", id: "nothing" })] },
    { write: "save-terms", rows: [{ commentId: nowhere.id, terms: [] }] },
    { write: "save-extracted", rows: [{ commentId: nowhere.id, fingerprints: ["f"], language: null }] },
    { write: "save-mentions", rows: [make.mention(nowhere, "reward", 0, 5)] },
    { write: "save-mentions", rows: [{ ...mention, conceptId: "nothing" }] },
    { write: "save-abouts", rows: [{ claimId: "nothing", conceptIds: ["reward"] }] },
    { write: "save-abouts", rows: [{ claimId: l1.id, conceptIds: ["nothing"] }] },
  ];
}
