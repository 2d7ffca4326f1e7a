import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Write } from "../../src/model/change.ts";
import type { GraphRecord } from "../../src/model/graph.ts";
import { graphArrays } from "../../src/model/graph.ts";
import { byId, compareStrings } from "../../src/model/id.ts";
import type { Store, StoreReader, StoreWriter } from "../../src/store/store.ts";
import { debate } from "../support/store-debate.ts";
import { expectedRecords } from "../support/store-expected.ts";
import * as make from "../support/store-records.ts";

/** A store that nothing was written to, and how to take it away. */
export interface OpenedStore {
  readonly store: Store;
  remove(): Promise<void>;
}

const silent = { onMessage: () => {} };

/** What every store promises, whatever engine keeps the graph. */
export function storeContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`the store contract on ${name}`, () => {
    let opened: OpenedStore;
    let store: Store;
    const closing: (StoreReader | StoreWriter)[] = [];

    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(async () => {
      for (const one of closing.splice(0)) await one.close();
      await opened.remove();
    });

    const writer = async (): Promise<StoreWriter> => {
      const one = await store.openWriter(silent);
      closing.push(one);
      return one;
    };
    const reader = async (): Promise<StoreReader> => {
      const one = await store.openReader();
      closing.push(one);
      return one;
    };
    /** Applies writes in one change each, publishes, and gives a reader. */
    const stored = async (...writes: readonly (Write | readonly Write[])[]): Promise<StoreReader> => {
      const one = await store.openWriter(silent);
      try {
        for (const write of writes)
          await one.apply({ writes: Array.isArray(write) ? write : [write as Write] });
      } finally {
        await one.close();
      }
      return await reader();
    };

    it("says of a store that nothing was mapped into that it is empty, and what to do", async () => {
      await expect(store.openReader()).rejects.toMatchObject({
        code: "store.empty",
        hint: expect.stringContaining("elenchus map"),
      });
      await expect(store.query("RETURN 1 AS one", {}, limits())).rejects.toMatchObject({
        code: "store.empty",
      });
      await (await store.openWriter(silent)).close();
      await expect(store.openReader()).rejects.toMatchObject({ code: "store.empty" });
    });

    it("gives every record back as it was saved, array by array, each sorted by id", async () => {
      const { full } = debate();
      const records = await all(await stored(full.writes));
      expect(records).toEqual(expectedRecords(full.writes));
      const order = Object.keys(graphArrays);
      const places = records.map(({ array }) => order.indexOf(array));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      for (const array of order) {
        const ids = records.filter((record) => record.array === array).map(({ element }) => element.id);
        expect(ids).toEqual(ids.toSorted(compareStrings));
      }
    });

    it("is the same after the same change is applied again", async () => {
      const { full } = debate();
      const once = await all(await stored(full.writes));
      expect(await all(await stored(full.writes))).toEqual(once);
    });

    it("is the same whether a change meets nothing, some of its records or all", async () => {
      const { full } = debate();
      // Of what others end on, half; of what ends on others, the first.
      const some = full.writes.map((write): Write => {
        const isEnd = ["save-sources", "save-authors", "save-threads", "save-claims"].includes(write.write);
        const kept = isEnd ? write.rows.length : Math.ceil(write.rows.length / 2);
        return { ...write, rows: write.rows.slice(0, kept) } as Write;
      });
      const ends = new Set(["save-relations", "save-stances", "save-paragraphs", "save-terms"]);
      const part = some.filter(({ write }) => !ends.has(write));
      await stored(part);
      const records = await all(await stored(full.writes));
      expect(records).toEqual(expectedRecords(full.writes));
    });

    it("keeps relationships once whose ends are saved again", async () => {
      const { full } = debate();
      const counts = async () =>
        (
          await store.query(
            "MATCH (a)-[r]->(b) RETURN type(r) AS type, count(*) AS relationships ORDER BY type",
            {},
            limits(),
          )
        ).rows;
      await stored(full.writes);
      const once = await counts();
      expect(once.length).toBeGreaterThan(12);
      await stored(...full.writes);
      expect(await counts()).toEqual(once);
    });

    it("keeps the last of several rows with one id", async () => {
      const rows = [make.author("ada"), { id: "ada", name: "Ada" }];
      const records = await all(await stored({ write: "save-authors", rows }));
      expect(records).toEqual([{ array: "authors", element: { id: "ada", name: "Ada" } }]);
    });

    it("replaces a comment with all that hangs on its properties", async () => {
      const { full, comments } = debate();
      const { c1, c2, c3 } = comments;
      const moved = { ...c3, parentId: c1.id, authorId: "bob", threadId: "t2", score: 2 };
      const bare = make.comment(c2.id, c2.seq, { text: c2.text });
      const one = await stored(full.writes, { write: "save-comments", rows: [moved, bare] });
      expect(await one.known.comments([c3.id, c2.id])).toEqual([moved, bare]);
      expect(await one.known.children([c1.id])).toEqual([c2.id, c3.id]);
      expect(await one.known.children([c2.id])).toEqual([]);
      expect(await ids(one.known.timeline("bob"))).toEqual([c3.id]);
      expect(await ids(one.known.timeline("ada"))).toEqual([c1.id]);
      expect(await ids(await one.known.thread("t1", { createdAt: null, seq: 10 }, 10))).toEqual([c1.id]);
      expect(await ids(await one.known.thread("t2", { createdAt: null, seq: 10 }, 10))).toEqual([c3.id]);
      // What other writes keep on the comment stays.
      expect(await one.known.extracted([c2.id, c3.id])).toEqual([
        { commentId: c2.id, fingerprints: ["rules@1"], language: "en" },
        { commentId: c3.id, fingerprints: [], language: null },
      ]);
    });

    it("moves relations along when a locution states another claim", async () => {
      const { full, comments, locutions } = debate();
      const { l2, l3, l4 } = locutions;
      const merged = { ...l4, claimId: l2.id };
      const one = await stored(full.writes, { write: "save-locutions", rows: [merged] });
      const relations = await one.known.relations([comments.c3.id]);
      const ends = relations.map(({ kind, fromClaim, toClaim }) => [kind, fromClaim, toClaim].join(" "));
      expect(ends.sort()).toEqual(
        [
          `refines ${l2.id} ${l2.id}`,
          `responds-to ${l2.id} ${l3.id}`,
          `supports ${locutions.l5.id} ${l2.id}`,
        ].sort(),
      );
    });

    it("replaces a relation whose kind changes, and keeps parallel ones apart", async () => {
      const { full, relations, locutions } = debate();
      const { l3, l4 } = locutions;
      const responds = relations.find((one) => one.kind === "responds-to" && one.from === l4.id);
      const stronger = make.relation("disagrees-with", l4, l3);
      expect(stronger.id).toBe(responds?.id);
      const human = make.relation("disagrees-with", l4, l3, { id: "human-1", extractor: "human" });
      const one = await stored(full.writes, { write: "save-relations", rows: [stronger, human] });
      const found = (await one.known.relations([l4.commentId])).filter(({ to }) => to === l3.id);
      expect(found).toEqual([stronger, human].toSorted((a, b) => compareStrings(a.id, b.id)));
    });

    it("keeps what claims are about as the last save says it", async () => {
      const { full, locutions } = debate();
      const { l1, l4 } = locutions;
      const one = await stored(full.writes, {
        write: "save-abouts",
        rows: [
          { claimId: l4.id, conceptIds: ["signal", "model"] },
          { claimId: l1.id, conceptIds: [] },
        ],
      });
      expect(await one.known.abouts([l1.id, l4.id])).toEqual([
        { claimId: l4.id, conceptIds: ["model", "signal"] },
      ]);
    });

    it("keeps a more general concept that is saved later than what it is more general than", async () => {
      const narrow = make.concept("narrow", { broader: ["wide"] });
      const first = await stored({ write: "save-concepts", rows: [narrow] });
      expect(await first.known.concepts()).toEqual([narrow]);
      const second = await stored({ write: "save-concepts", rows: [make.concept("wide")] });
      expect(await second.known.concepts()).toEqual([narrow, make.concept("wide")]);
    });

    it("removes the extractions of comments with the claims that only they state", async () => {
      const { full, comments, locutions, mentions } = debate();
      const { c1, c2, c3 } = comments;
      const one = await stored(full.writes, { write: "remove-extractions", rows: [{ commentId: c2.id }] });
      expect(await one.known.locutions([c2.id])).toEqual([]);
      expect(await one.known.relations([c2.id])).toEqual([]);
      expect((await one.known.relations([c3.id])).map(({ kind }) => kind).sort()).toEqual([
        "refines",
        "supports",
      ]);
      expect(await ids(await one.known.mentions([c1.id, c2.id]))).toEqual([mentions[0]?.id]);
      const records = await all(one);
      const claims = records.filter(({ array }) => array === "claims").map(({ element }) => element.id);
      // l6 also states the claim of l2, which stays; that of l3 was nobody else's.
      expect(claims).not.toContain(locutions.l3.id);
      expect(claims).toContain(locutions.l2.id);
      expect(records.filter(({ array }) => array === "stances")).toHaveLength(2);
      // The texts and the marks of extraction are not extractions.
      expect(await one.known.versions([c2.id])).toHaveLength(1);
      expect(await one.known.quotes([c2.id])).toHaveLength(1);
    });

    it("takes away what one layer found and keeps what another states too, or something else ends on", async () => {
      const { full, comments, locutions, relations } = debate();
      const { c2, c3 } = comments;
      const { l3, l4, l5 } = locutions;
      const held = { ...l5, extractors: ["rules"] };
      const other = make.relation("supports", l3, l5, { extractor: "llm" });
      const one = await stored(
        full.writes,
        { write: "save-locutions", rows: [held] },
        { write: "save-relations", rows: [other] },
        { write: "remove-layer", rows: [c2, c3].map(({ id }) => ({ commentId: id, extractor: "rules" })) },
      );
      const stays = { ...l3, extractors: ["llm"] };
      expect(await one.known.locutions([c2.id])).toEqual([locutions.l6, stays]);
      expect(await one.known.locutions([c3.id])).toEqual([l5]);
      const human = relations.filter(({ extractor }) => extractor === "human");
      expect(await one.known.relations([c2.id, c3.id])).toEqual([...human, other].sort(byId));
      const records = await all(one);
      const claims = records.filter(({ array }) => array === "claims").map(({ element }) => element.id);
      expect(claims).not.toContain(l4.id);
      expect(records.filter(({ array }) => array === "stances")).toHaveLength(2);
      expect(await one.known.termsOf([c2.id, c3.id])).toEqual([]);
    });

    it("marks what no layer is said to state, and nothing else", async () => {
      const { full, comments, locutions } = debate();
      const { c1, c2 } = comments;
      const one = await stored(full.writes, {
        write: "mark-layer",
        rows: [{ commentId: c2.id, extractor: "rules" }],
      });
      expect(await one.known.locutions([c2.id])).toEqual([
        { ...locutions.l6, extractors: ["rules"] },
        locutions.l3,
      ]);
      const unmarked = [];
      for await (const { commentId } of one.known.unmarked()) unmarked.push(commentId);
      expect(unmarked).toEqual([c1.id, comments.c3.id]);
    });

    it("removes stances, and of claims only those that nobody states", async () => {
      const { full, locutions, stances } = debate();
      const rows = stances.map(({ id, target }) => ({ id, targetKind: target.kind, targetId: target.id }));
      const unstated = { id: "unsaid", text: "Nobody says so.", key: "nobody says so" };
      const one = await stored(
        full.writes,
        { write: "save-claims", rows: [unstated] },
        { write: "remove-stances", rows: rows.slice(0, 2) },
        { write: "remove-claims", rows: [unstated, locutions.l1].map(({ id }) => ({ id })) },
      );
      const records = await all(one);
      const left = records.filter(({ array }) => array === "stances").map(({ element }) => element.id);
      expect(left).toEqual(stances.slice(2).map(({ id }) => id));
      expect(await one.known.existing("claims", [unstated.id, locutions.l1.id])).toEqual(
        new Set([locutions.l1.id]),
      );
      expect(await one.known.stancesOn([locutions.l1.id])).toEqual(stances.slice(2));
    });

    it("knows its layers, the one used last, and the terms that a user gave", async () => {
      const glossary = [
        { prefLabel: "reward", altLabels: ["prize", 'the "carrot"'], broader: ["motive"] },
        { prefLabel: "motive", altLabels: [], broader: [] },
      ];
      const one = await stored(debate().full.writes, {
        write: "save-layers",
        rows: [{ id: "llm", rank: 3, glossary }],
      });
      expect(await one.known.layers()).toEqual([
        { id: "llm", rank: 3, glossary },
        { id: "rules", rank: 2 },
      ]);
    });

    it("keeps the terms of a comment with the layers that found them", async () => {
      const { full, comments } = debate();
      const terms = {
        commentId: comments.c1.id,
        terms: [{ key: "reward", span: { start: 2, end: 8 } }],
        layers: ["llm rules"],
      };
      const one = await stored(full.writes, { write: "save-terms", rows: [terms] });
      expect(await one.known.termsOf([comments.c1.id])).toEqual([terms]);
    });

    it("removes the extractions of a comment that shows no stance, answers nothing and mentions nothing", async () => {
      const bare = make.comment("bare", 0);
      const said = make.locution(bare, 0, 9);
      const one = await stored(
        [
          { write: "save-comments", rows: [bare] },
          { write: "save-claims", rows: [make.claim(said)] },
          { write: "save-locutions", rows: [said] },
        ],
        { write: "remove-extractions", rows: [{ commentId: "bare" }, { commentId: "nowhere" }] },
      );
      expect((await all(one)).map(({ array }) => array)).toEqual(["comments"]);
    });

    it("keeps half an emoji, which a span may cut off", async () => {
      const cut = make.comment("cut", 0, { text: "\ud83d\ude00 and \ud83d alone \uffff." });
      const said = make.locution(cut, 0, 1);
      const one = await stored([
        { write: "save-comments", rows: [cut] },
        { write: "save-claims", rows: [make.claim(said)] },
        { write: "save-locutions", rows: [said] },
      ]);
      expect(await one.known.comments(["cut"])).toEqual([cut]);
      expect(await one.known.locutions(["cut"])).toEqual([said]);
    });

    it("gives the same graph when what was removed is saved again", async () => {
      const { full } = debate();
      const before = await all(await stored(full.writes));
      const { c1, c2, c3 } = debate().comments;
      const rows = [c1, c2, c3].map(({ id }) => ({ commentId: id }));
      const remove: Write[] = [
        { write: "remove-extractions", rows },
        { write: "remove-quotes", rows },
      ];
      expect(await all(await stored([...remove, ...full.writes]))).toEqual(before);
    });

    it("removes quotes, relations, mentions and concepts, and nothing beside them", async () => {
      const { full, comments, relations, mentions } = debate();
      const one = await stored(
        full.writes,
        { write: "remove-quotes", rows: [{ commentId: comments.c2.id }] },
        { write: "remove-relations", rows: relations.slice(0, 1) },
        { write: "remove-mentions", rows: mentions.slice(0, 1) },
        { write: "remove-concepts", rows: [{ id: "model" }] },
      );
      const removed = new Set([relations[0]?.id, "model", debate().quotes.q2.id]);
      const kept = expectedRecords(full.writes).filter(({ element }) => !removed.has(element.id));
      const names = (records: readonly GraphRecord[]) =>
        records.map(({ array, element }) => `${array} ${element.id}`);
      expect(names(await all(one))).toEqual(names(kept));
      expect(await ids(await one.known.mentions([comments.c1.id, comments.c2.id, comments.c3.id]))).toEqual([
        mentions[1]?.id,
      ]);
      expect(await one.known.children([comments.c1.id])).toEqual([comments.c2.id]);
    });

    it.each<[string, Write]>([
      ["a parent", { write: "save-comments", rows: [make.comment("x", 9, { parentId: "nowhere" })] }],
      ["an author", { write: "save-comments", rows: [make.comment("x", 9, { authorId: "nowhere" })] }],
      ["a thread", { write: "save-comments", rows: [make.comment("x", 9, { threadId: "nowhere" })] }],
      ["a comment", { write: "save-versions", rows: [make.version(make.comment("nowhere", 9))] }],
      ["a claim", { write: "save-abouts", rows: [{ claimId: "nowhere", conceptIds: [] }] }],
      [
        "a locution",
        {
          write: "save-relations",
          rows: [
            make.relation(
              "supports",
              make.locution(make.comment("nowhere", 9), 0, 5),
              make.locution(make.comment("nowhere", 9), 6, 9),
            ),
          ],
        },
      ],
      [
        "a stance's target",
        { write: "save-stances", rows: [make.stance("ada", { kind: "claim", id: "nowhere" })] },
      ],
      [
        "a mention's concept",
        { write: "save-mentions", rows: [make.mention(debate().comments.c1, "nowhere", 0, 3)] },
      ],
    ])("fails a change whole when %s is not stored, and goes on with the next", async (_end, write) => {
      const { full } = debate();
      const one = await writer();
      await one.apply(full);
      const good: Write = { write: "save-authors", rows: [make.author("eve")] };
      const words: Write = { write: "save-claims", rows: [{ id: "x", text: "A parrot speaks.", key: "" }] };
      await expect(one.apply({ writes: [good, words, write] })).rejects.toMatchObject({
        code: "store.write-failed",
        message: expect.stringMatching(/^save-[a-z]+: .* is not stored$/u),
      });
      expect(await one.known.authors(["eve"])).toEqual([]);
      expect(await one.known.comments(["x"])).toEqual([]);
      expect(await one.known.existing("claims", ["x"])).toEqual(new Set());
      await one.apply({ writes: [good] });
      expect(await one.known.authors(["eve"])).toEqual([make.author("eve")]);
      await one.publish();
      expect(await (await reader()).search("parrot", { limit: 9 })).toEqual([]);
    });

    it("counts, and gives the next place in the order of import", async () => {
      const one = await writer();
      expect(await one.known.counts()).toEqual({ sources: 0, comments: 0, nextSeq: 0 });
      await one.apply(debate().full);
      expect(await one.known.counts()).toEqual({ sources: 2, comments: 4, nextSeq: 4 });
    });

    it("names the live comments that wait for an extraction, by their place in the order", async () => {
      const { full, comments } = debate();
      const { known } = await stored(full.writes);
      const names = async (...parameters: Parameters<typeof known.pending>) =>
        (await known.pending(...parameters)).map(({ id, seq, parentId }) => [id, seq, parentId]);
      const [first, second, third] = [
        [comments.c1.id, 0, null],
        [comments.c2.id, 1, comments.c1.id],
        [comments.c3.id, 2, comments.c2.id],
      ];
      expect(await names("rules@1", -1, 10)).toEqual([third]);
      expect(await names("rules@2", -1, 10)).toEqual([first, second, third]);
      expect(await names("rules@2", -1, 2)).toEqual([first, second]);
      expect(await names("rules@2", 1, 10)).toEqual([third]);
      const forgotten = await stored({ write: "forget-extracted", rows: [{ commentId: comments.c1.id }] });
      expect(await ids(await forgotten.known.pending("rules@1", -1, 10))).toEqual([
        comments.c1.id,
        comments.c3.id,
      ]);
      expect(await forgotten.known.locutions([comments.c1.id])).toHaveLength(2);
    });

    it("orders a person's comments by time, and undated ones by their source", async () => {
      const sources = [
        make.source("old", { rank: 0 }),
        make.source("new", { rank: 1 }),
        make.source("dated", { rank: 2, captured: "2022-06" }),
      ];
      const place = (source: string, index: number, createdAt: string | null = null) =>
        make.comment(`${source}-${index}`, index, { authorId: "ada", createdAt, order: { source, index } });
      const comments = [
        place("new", 1),
        place("api", 1, "2023-01-01T00:00:00.000Z"),
        place("api", 2, "2021-01-01T00:00:00.000Z"),
        place("dated", 0),
        place("new", 0),
        place("old", 7),
      ];
      const { known } = await stored([
        { write: "save-sources", rows: sources },
        { write: "save-authors", rows: [make.author("ada")] },
        { write: "save-comments", rows: comments },
      ]);
      expect(await ids(known.timeline("ada"))).toEqual([
        "old-7",
        "new-0",
        "new-1",
        "api-2",
        "dated-0",
        "api-1",
      ]);
    });

    it("names the newest live comments of a thread before a moment, newest first", async () => {
      const at = (month: number) => `2023-0${month}-01T00:00:00.000Z`;
      const place = (id: string, seq: number, createdAt: string | null, more = {}) =>
        make.comment(id, seq, { threadId: "t", createdAt, ...more });
      const { known } = await stored([
        { write: "save-threads", rows: [make.thread("t"), make.thread("u")] },
        {
          write: "save-comments",
          rows: [
            place("may", 0, at(5)),
            place("april", 1, at(4)),
            place("march", 2, at(3)),
            place("gone", 3, at(3), { status: "deleted" }),
            place("march too", 4, at(3)),
            place("elsewhere", 5, at(2), { threadId: "u" }),
          ],
        },
      ]);
      const names = async (createdAt: string | null, seq: number, limit = 9) =>
        await ids(await known.thread("t", { createdAt, seq }, limit));
      expect(await names(at(5), 0)).toEqual(["april", "march too", "march"]);
      expect(await names(at(3), 4)).toEqual(["march"]);
      expect(await names(at(5), 0, 1)).toEqual(["april"]);
      expect(await names(null, 2)).toEqual(["may", "april"]);
    });

    it("streams the terms of all comments with their texts, and pages through thousands", async () => {
      const { full, comments } = debate();
      const { c1, c3 } = comments;
      const many = Array.from({ length: 1200 }, (_, index) => make.comment(`many-${index}`, index + 10));
      const span = { start: 4, end: 9 };
      const { known } = await stored(full.writes, [
        { write: "save-comments", rows: many },
        {
          write: "save-terms",
          rows: many.map(({ id }) => ({ commentId: id, terms: [{ key: "word", span }] })),
        },
      ]);
      const found = [];
      for await (const one of known.terms()) found.push(one);
      expect(found).toHaveLength(1202);
      expect(found[0]).toEqual({
        commentId: c1.id,
        version: c1.version,
        text: c1.text,
        terms: [{ key: "reward", span: { start: 2, end: 8 } }],
      });
      expect(found[1]?.commentId).toBe(c3.id);
      expect(found.at(-1)).toEqual({
        commentId: "many-1199",
        version: many.at(-1)?.version,
        text: many.at(-1)?.text,
        terms: [{ key: "word", span }],
      });
      expect((await known.pending("none", -1, 5000)).length).toBe(1203);
    });

    it("answers by the ids asked for, and leaves out what it does not know", async () => {
      const { full, comments, locutions } = debate();
      const { c1, c2, c3 } = comments;
      const { known } = await stored(full.writes);
      expect(await ids(await known.comments([c3.id, "nowhere", c1.id]))).toEqual([c3.id, c1.id]);
      expect(await known.authors(["bob", "nobody", "ada"])).toEqual([make.author("bob"), make.author("ada")]);
      expect(await ids(await known.locutions([c2.id]))).toEqual([locutions.l6.id, locutions.l3.id]);
      expect(await known.claimsByKey([locutions.l3.text.toLowerCase(), "nothing"])).toEqual([
        make.claim(locutions.l3),
      ]);
      expect(await known.paragraphs(["p1", "p3"])).toEqual([{ key: "p1", commentId: c3.id }]);
      expect(await known.opponents([locutions.l2.id])).toEqual([
        { claimId: locutions.l2.id, opponentId: locutions.l3.id },
      ]);
      expect(await known.opponents([locutions.l3.id])).toEqual([
        { claimId: locutions.l3.id, opponentId: locutions.l2.id },
      ]);
      expect(await known.authorIds()).toEqual(["ada", "bob"]);
      expect(await known.comments([])).toEqual([]);
      expect(await known.relations([])).toEqual([]);
    });

    it("counts as a child what quotes a comment without answering it", async () => {
      const from = make.comment("from", 0);
      const quoting = make.comment("quoting", 1);
      const source = { commentId: from.id, version: from.version, span: { start: 0, end: 5 } };
      const { known } = await stored([
        { write: "save-comments", rows: [from, quoting] },
        { write: "save-quotes", rows: [make.quote(quoting, 0, 5, { source })] },
      ]);
      expect(await known.children([from.id])).toEqual([quoting.id]);
    });

    it("finds claims and concepts by their words, whatever their ending, case or accent", async () => {
      const { full, locutions } = debate();
      const one = await stored(full.writes);
      const found = async (text: string, options: { limit?: number; kind?: "claim" | "concept" } = {}) =>
        (await one.search(text, { limit: 10, ...options })).map(({ id }) => id);
      expect(await found("CHEATING", { kind: "claim" })).toEqual(
        expect.arrayContaining([locutions.l2.id, locutions.l3.id, locutions.l4.id]),
      );
      expect(await found("bénchmarks")).toEqual([locutions.l5.id]);
      expect(await found("prizes")).toEqual(["reward"]);
      expect(await found("prizes", { kind: "claim" })).toEqual([]);
      expect(await found("zzz")).toEqual([]);
      expect(await found("  ?! ")).toEqual([]);
      expect(await found("cheat", { limit: 1 })).toHaveLength(1);
    });

    it("orders hits that tie by id, also where the limit cuts among them", async () => {
      const of = make.comment("c", 0, { text: "same words. ".repeat(40) });
      const same = Array.from({ length: 40 }, (_, index) => make.locution(of, index * 12, index * 12 + 11));
      const one = await stored({ write: "save-claims", rows: same.map(make.claim) });
      const expected = same.map(({ id }) => id).toSorted(compareStrings);
      for (const limit of [1, 7, 39, 40, 100])
        expect((await one.search("same words", { limit })).map(({ id }) => id)).toEqual(
          expected.slice(0, limit),
        );
      for (const [countTo, total, hasMore] of [
        [39, 39, true],
        [40, 40, false],
        [100, 40, false],
      ] as const)
        expect(await one.searchAndCount("same words", { limit: 5, countTo })).toMatchObject({
          total,
          hasMore,
        });
    });

    it("finds a claim no more when it was removed, and by its new words when it was changed", async () => {
      const { full, comments, locutions } = debate();
      const { l1, l3 } = locutions;
      const one = await stored(
        full.writes,
        { write: "remove-extractions", rows: [{ commentId: comments.c2.id }] },
        { write: "save-claims", rows: [{ id: l1.id, text: "A carrot is sharp.", key: "" }] },
      );
      const found = async (text: string) =>
        (await one.search(text, { limit: 9, kind: "claim" })).map(({ id }) => id);
      expect(await found("they do not")).not.toContain(l3.id);
      expect(await found("blunt")).toEqual([]);
      expect(await found("carrots")).toEqual([l1.id]);
    });

    it("refuses a read whose parameters are not given", async () => {
      const one = await stored(debate().full.writes);
      await expect(one.run("known-comments")).rejects.toMatchObject({
        code: "query.parameter-missing",
        message: expect.stringContaining("$ids"),
      });
      await expect(one.run("no-such-query")).rejects.toThrow("no-such-query");
    });

    it("shows readers what was published, and nothing of what comes later", async () => {
      const before = await stored({ write: "save-authors", rows: [make.author("ada")] });
      const after = await stored({ write: "save-authors", rows: [make.author("bob")] });
      expect(await before.known.authorIds()).toEqual(store.supports.publications ? ["ada"] : ["ada", "bob"]);
      expect(await after.known.authorIds()).toEqual(["ada", "bob"]);
      expect(after.revision).toBeGreaterThan(before.revision);
    });

    it("publishes nothing when nothing changed", async () => {
      const first = await stored({ write: "save-authors", rows: [make.author("ada")] });
      await (await store.openWriter(silent)).close();
      expect((await reader()).revision).toBe(first.revision);
    });

    it("lets a second writer wait for the first, tells it so, and lets it give up", async () => {
      const first = await store.openWriter(silent);
      const messages: string[] = [];
      const second = store.openWriter({ onMessage: (message) => messages.push(message) });
      const aborted = new AbortController();
      const third = store.openWriter({ ...silent, signal: aborted.signal });
      await expect.poll(() => messages).toHaveLength(1);
      expect(messages[0]).toContain(String(process.pid));
      aborted.abort(new Error("enough"));
      await expect(third).rejects.toThrow("enough");
      await first.apply(make.change({ write: "save-authors", rows: [make.author("ada")] }));
      await first.close();
      const writing = await second;
      await writing.apply(make.change({ write: "save-authors", rows: [make.author("bob")] }));
      await writing.close();
      expect(await (await reader()).known.authorIds()).toEqual(["ada", "bob"]);
    });

    it("tells those who watch of each new publication, once, until they stop", async () => {
      await stored({ write: "save-authors", rows: [make.author("ada")] });
      const seen: number[] = [];
      const stop = store.watch((revision) => seen.push(revision));
      await new Promise((resolve) => setTimeout(resolve, 200));
      const next = await stored({ write: "save-authors", rows: [make.author("bob")] });
      await expect.poll(() => seen, { timeout: 5000 }).toEqual([next.revision]);
      stop();
      await stored({ write: "save-authors", rows: [make.author("eve")] });
      await new Promise((resolve) => setTimeout(resolve, 1500));
      expect(seen).toEqual([next.revision]);
    });

    describe("a user's query", () => {
      it("gives columns and rows of plain values, and cuts them at the limit", async () => {
        const { full } = debate();
        await stored(full.writes);
        const result = await store.query(
          "MATCH (k:Concept) RETURN k.id AS id, k.salience AS salience, k.altLabels AS alt, $n AS n ORDER BY id",
          { n: 7 },
          limits({ maxRows: 2 }),
        );
        expect(result).toEqual({
          columns: ["id", "salience", "alt", "n"],
          rows: [
            ["model", 0.5, [], 7],
            ["reward", 0.875, ["rewards", "prize"], 7],
          ],
          isTruncated: true,
        });
        const exact = await store.query("MATCH (k:Concept) RETURN k.id AS id", {}, limits({ maxRows: 3 }));
        expect(exact.isTruncated).toBe(false);
      });

      it.each([
        ["query.not-read-only", "MATCH (n) DETACH DELETE n", "DETACH"],
        ["query.not-read-only", "LOAD CSV FROM '/etc/hosts' AS row RETURN row", "LOAD"],
        ["query.invalid", "MATCH (n RETURN n", "1:10"],
        ["query.invalid", "MATCH (n) RETURN missing(n) AS x", "missing"],
        ["query.parameter-missing", "RETURN $absent AS x", "$absent"],
      ])("is refused with %s: %s", async (code, cypher, words) => {
        await stored(debate().full.writes);
        await expect(store.query(cypher, {}, limits())).rejects.toMatchObject({
          code,
          message: expect.stringContaining(words),
        });
      });

      it("is stopped when it takes too long, and the store answers on", async () => {
        await stored(debate().full.writes);
        const endless =
          "RETURN reduce(s = 0, x IN range(1, 100000) | s + reduce(t = 0, y IN range(1, 1000) | t + y)) AS n";
        const began = performance.now();
        await expect(store.query(endless, {}, limits({ timeoutMs: 300 }))).rejects.toMatchObject({
          code: "query.timeout",
        });
        expect(performance.now() - began).toBeLessThan(20_000);
        expect((await store.query("RETURN 1 AS one", {}, limits())).rows).toEqual([[1]]);
      });

      it("is stopped when it takes too much memory", async () => {
        await stored(debate().full.writes);
        const large =
          "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b RETURN collect([a, b, toString(a)]) AS l";
        await expect(
          store.query(large, {}, limits({ maxBytes: 100e6, timeoutMs: 60_000 })),
        ).rejects.toMatchObject({ code: "query.memory" });
      });
    });
  });
}

const limits = (more: { timeoutMs?: number; maxRows?: number; maxBytes?: number } = {}) => ({
  timeoutMs: 20_000,
  maxRows: 100,
  maxBytes: 500e6,
  ...more,
});

async function all(reader: StoreReader): Promise<readonly GraphRecord[]> {
  const records: GraphRecord[] = [];
  for await (const record of reader.records()) records.push(record);
  return records;
}

async function ids(
  records: AsyncIterable<{ readonly id: string }> | Iterable<{ readonly id: string }>,
): Promise<string[]> {
  const found: string[] = [];
  for await (const { id } of records) found.push(id);
  return found;
}
