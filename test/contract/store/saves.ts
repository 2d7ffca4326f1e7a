import { expect, it } from "vitest";
import type { Write } from "../../../src/model/change.ts";
import { type GraphRecord, graphArrays } from "../../../src/model/graph.ts";
import { compareStrings } from "../../../src/model/id.ts";
import { allOf } from "../../support/in-store.ts";
import { debate } from "../../support/store-debate.ts";
import { expectedRecords } from "../../support/store-expected.ts";
import * as make from "../../support/store-records.ts";
import { eachStore, ids, limits, type OpenStore } from "./each-store.ts";

/** What every store promises of records: they come back as they were saved, and go when they are removed. */
export function storeSaves(open: OpenStore): void {
  eachStore("what a store saves and removes", open, (given) => {
    const { reader, stored, writer } = given;

    it("gives every record back as it was saved, array by array, each sorted by id", async () => {
      const { full } = debate();
      const records = await allOf(await stored(full.writes));
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
      const once = await allOf(await stored(full.writes));
      expect(await allOf(await stored(full.writes))).toEqual(once);
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
      const records = await allOf(await stored(full.writes));
      expect(records).toEqual(expectedRecords(full.writes));
    });

    it("keeps relationships once whose ends are saved again", async () => {
      const { full } = debate();
      const counts = async () =>
        (
          await given.store.query(
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
      const records = await allOf(await stored({ write: "save-authors", rows }));
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
      expect(await ids(one.known.timeline(["bob"]))).toEqual([c3.id]);
      expect(await ids(one.known.timeline(["ada"]))).toEqual([c1.id]);
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
      const before = await allOf(await stored(full.writes));
      const { c1, c2, c3 } = debate().comments;
      const rows = [c1, c2, c3].map(({ id }) => ({ commentId: id }));
      const remove: Write[] = [
        { write: "remove-extractions", rows },
        { write: "remove-quotes", rows },
      ];
      expect(await allOf(await stored([...remove, ...full.writes]))).toEqual(before);
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
      expect(names(await allOf(one))).toEqual(names(kept));
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
  });
}
