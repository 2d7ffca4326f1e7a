import { expect, it } from "vitest";
import { compareStrings } from "../../../src/model/id.ts";
import { debate } from "../../support/store-debate.ts";
import * as make from "../../support/store-records.ts";
import { eachStore, type OpenStore } from "./each-store.ts";

/** What every store promises of finding claims and concepts by their words. */
export function storeSearch(open: OpenStore): void {
  eachStore("search by words", open, (given) => {
    const { stored } = given;

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
  });
}
