import { expect, it } from "vitest";
import { debate } from "../../support/store-debate.ts";
import * as make from "../../support/store-records.ts";
import { eachStore, ids, type OpenStore } from "./each-store.ts";

/** What every store promises to the pipeline and to exporters. */
export function storeReads(open: OpenStore): void {
  eachStore("what the pipeline reads", open, (given) => {
    const { stored, writer } = given;

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
      expect(await ids(known.timeline(["ada"]))).toEqual([
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

    it("refuses a read whose parameters are not given", async () => {
      const one = await stored(debate().full.writes);
      await expect(one.run("known-comments")).rejects.toMatchObject({
        code: "query.parameter-missing",
        message: expect.stringContaining("$ids"),
      });
      await expect(one.run("no-such-query")).rejects.toThrow("no-such-query");
    });
  });
}
