import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Write } from "../../src/model/change.ts";
import type { GraphRecord } from "../../src/model/graph.ts";
import { compareStrings } from "../../src/model/id.ts";
import type { Known } from "../../src/model/known.ts";
import type { StoreWriter } from "../../src/store/store.ts";
import { recordsIn } from "../support/in-store.ts";
import { MemoryKnown } from "../support/memory-known.ts";
import { debate } from "../support/store-debate.ts";
import * as make from "../support/store-records.ts";
import type { OpenedStore } from "./store.contract.ts";

/** What every store promises about taking things out: the writes and reads of forgetting. */
export function forgettingContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`forgetting on ${name}`, () => {
    let opened: OpenedStore;
    let writer: StoreWriter;
    let memory: MemoryKnown;

    beforeEach(async () => {
      opened = await open();
      writer = await opened.store.openWriter({ onMessage: () => {} });
      memory = new MemoryKnown();
      await apply(...debate().full.writes);
    });
    afterEach(async () => {
      await writer.close();
      await opened.remove();
    });

    const apply = async (...writes: readonly Write[]): Promise<void> => {
      await writer.apply({ writes });
      memory.apply({ writes });
    };
    const records = async (): Promise<readonly GraphRecord[]> => {
      await writer.close();
      const found = await recordsIn(opened.store);
      writer = await opened.store.openWriter({ onMessage: () => {} });
      return found;
    };

    it("takes away a comment with its texts, and nothing beside it", async () => {
      const { c3, c4 } = debate().comments;
      const before = await records();
      const ofC3 = { commentId: c3.id };
      await apply(
        { write: "remove-extractions", rows: [ofC3] },
        { write: "remove-quotes", rows: [ofC3] },
        { write: "remove-paragraphs", rows: [ofC3] },
        { write: "remove-comments", rows: [{ id: c3.id }, { id: c4.id }] },
      );
      const after = new Set((await records()).map(({ array, element }) => `${array} ${element.id}`));
      const { l4, l5 } = debate().locutions;
      const gone = before
        .map(({ array, element }) => `${array} ${element.id}`)
        .filter((key) => !after.has(key));
      const relations = debate().relations.filter(({ from, to }) =>
        [from, to].some((id) => id === l4.id || id === l5.id),
      );
      expect(gone.sort(compareStrings)).toEqual(
        [
          ...[c3, c4].map(({ id }) => `comments ${id}`),
          `quotes ${debate().quotes.q3.id}`,
          ...[l4, l5].flatMap(({ id }) => [`claims ${id}`, `locutions ${id}`]),
          ...relations.map(({ id }) => `relations ${id}`),
        ].sort(compareStrings),
      );
      expect(await writer.known.versions([c3.id])).toEqual([]);
      expect(await writer.known.paragraphs(["p1", "p2"])).toEqual([]);
      expect((await writer.known.counts()).comments).toBe(2);
    });

    it("keeps the key of a paragraph that another comment holds", async () => {
      const { c1, c3 } = debate().comments;
      await apply(
        { write: "save-paragraphs", rows: [{ commentId: c1.id, keys: ["p1"] }] },
        { write: "remove-paragraphs", rows: [{ commentId: c3.id }] },
      );
      expect(await writer.known.paragraphs(["p1", "p2"])).toEqual([{ key: "p1", commentId: c1.id }]);
    });

    it("takes away one text of a comment and leaves the others", async () => {
      const { c1, c2 } = debate().comments;
      await apply({ write: "remove-versions", rows: [{ commentId: c1.id, id: "earlier" }] });
      expect((await writer.known.versions([c1.id, c2.id])).map(({ id }) => id)).toEqual([
        c1.version,
        c2.version,
      ]);
    });

    it("takes away people with their stances, threads, sources and corrections", async () => {
      await apply(
        { write: "remove-authors", rows: [{ id: "bob" }] },
        { write: "remove-threads", rows: [{ id: "t2" }] },
        { write: "remove-sources", rows: [{ id: "s2" }] },
        { write: "remove-corrections", rows: [{ id: "x1" }] },
      );
      const left = await records();
      const idsOf = (array: GraphRecord["array"]) =>
        left.filter((record) => record.array === array).map(({ element }) => element.id);
      expect(idsOf("authors")).toEqual(["ada"]);
      expect(idsOf("threads")).toEqual(["t1"]);
      expect(idsOf("sources")).toEqual(["s1"]);
      expect(idsOf("corrections")).toEqual(["x2"]);
      expect(idsOf("stances")).toEqual([debate().stances[1]?.id]);
    });

    it("answers what forgetting asks as plain maps do", async () => {
      const { comments, locutions } = debate();
      const { c1, c2, c3, c4 } = comments;
      const correction = debate().full.writes.find(({ write }) => write === "save-corrections")?.rows[0];
      const target = (correction as { target: { id: string } }).target.id;
      const texts = make.version(c2, {
        id: "other",
        origin: { sourceId: "s2", file: "f", record: null, field: null, start: 0, end: 1 },
      });
      await apply(
        { write: "save-versions", rows: [texts] },
        { write: "save-threads", rows: [make.thread("empty")] },
        { write: "save-authors", rows: [make.author("eve")] },
      );
      const questions: readonly ((known: Known) => Promise<unknown>)[] = [
        (known) => known.commentsOfSource("s1"),
        (known) => known.commentsOfSource("s2"),
        (known) => known.commentsOfSource("nothing"),
        (known) => known.commentsNaming(make.author("ada")),
        (known) => known.commentsNaming(make.author("bob")),
        (known) => known.commentsNaming(make.author("eve")),
        (known) => known.relating([c1.id]),
        (known) => known.relating([c2.id, c3.id, c4.id]),
        (known) => known.stating([locutions.l2.id, locutions.l3.id, "nothing"]),
        (known) => known.corrections([target, "nothing"]),
        (known) => known.activeAuthors(["ada", "bob", "eve", "nobody"]),
        (known) => known.filledThreads(["t1", "t2", "empty", "nothing"]),
      ];
      for (const [index, ask] of questions.entries()) {
        const expected = await ask(memory);
        expect(await ask(writer.known), `question ${index}`).toEqual(expected);
      }
      expect(await writer.known.commentsOfSource("s2")).toEqual([c1.id, c2.id, c3.id]);
      expect(await writer.known.commentsNaming(make.author("ada"))).toEqual([c2.id]);
      expect(await writer.known.commentsNaming(make.author("bob"))).toEqual([c1.id]);
      expect((await writer.known.stating([locutions.l2.id])).map(({ id }) => id).sort()).toEqual(
        [locutions.l2.id, locutions.l6.id].sort(),
      );
    });
  });
}
