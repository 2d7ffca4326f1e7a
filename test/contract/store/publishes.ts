import { describe, expect, it } from "vitest";
import { debate } from "../../support/store-debate.ts";
import * as make from "../../support/store-records.ts";
import { eachStore, limits, type OpenStore, silent } from "./each-store.ts";

/** What every store promises of who sees what, and of the queries of a user. */
export function storePublishes(open: OpenStore): void {
  eachStore("readers, writers and queries", open, (given) => {
    const { reader, stored } = given;

    it("says of a store that nothing was mapped into that it is empty, and what to do", async () => {
      await expect(given.store.openReader()).rejects.toMatchObject({
        code: "store.empty",
        hint: expect.stringContaining("elenchus map"),
      });
      await expect(given.store.query("RETURN 1 AS one", {}, limits())).rejects.toMatchObject({
        code: "store.empty",
      });
      await (await given.store.openWriter(silent)).close();
      await expect(given.store.openReader()).rejects.toMatchObject({ code: "store.empty" });
    });

    it("shows readers what was published, and nothing of what comes later", async () => {
      const before = await stored({ write: "save-authors", rows: [make.author("ada")] });
      const after = await stored({ write: "save-authors", rows: [make.author("bob")] });
      expect(await before.known.authorIds()).toEqual(
        given.store.supports.publications ? ["ada"] : ["ada", "bob"],
      );
      expect(await after.known.authorIds()).toEqual(["ada", "bob"]);
      expect(after.revision).toBeGreaterThan(before.revision);
    });

    it("publishes nothing when nothing changed", async () => {
      const first = await stored({ write: "save-authors", rows: [make.author("ada")] });
      await (await given.store.openWriter(silent)).close();
      expect((await reader()).revision).toBe(first.revision);
    });

    it("lets a second writer wait for the first, tells it so, and lets it give up", async () => {
      const first = await given.store.openWriter(silent);
      const messages: string[] = [];
      const second = given.store.openWriter({ onMessage: (message) => messages.push(message) });
      const aborted = new AbortController();
      const third = given.store.openWriter({ ...silent, signal: aborted.signal });
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
      const stop = given.store.watch((revision) => seen.push(revision));
      // Nothing tells when watching has begun, which on Neo4j takes a connection.
      await new Promise((resolve) => setTimeout(resolve, 2000));
      const next = await stored({ write: "save-authors", rows: [make.author("bob")] });
      await expect.poll(() => seen).toEqual([next.revision]);
      stop();
      await stored({ write: "save-authors", rows: [make.author("eve")] });
      await new Promise((resolve) => setTimeout(resolve, 1500));
      expect(seen).toEqual([next.revision]);
    });

    describe("a user's query", () => {
      it("gives columns and rows of plain values, and cuts them at the limit", async () => {
        const { full } = debate();
        await stored(full.writes);
        const result = await given.store.query(
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
        const exact = await given.store.query(
          "MATCH (k:Concept) RETURN k.id AS id",
          {},
          limits({ maxRows: 3 }),
        );
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
        await expect(given.store.query(cypher, {}, limits())).rejects.toMatchObject({
          code,
          message: expect.stringContaining(words),
        });
      });

      it("is stopped when it takes too long, and the store answers on", async () => {
        await stored(debate().full.writes);
        const endless =
          "RETURN reduce(s = 0, x IN range(1, 100000) | s + reduce(t = 0, y IN range(1, 1000) | t + y)) AS n";
        const began = performance.now();
        await expect(given.store.query(endless, {}, limits({ timeoutMs: 300 }))).rejects.toMatchObject({
          code: "query.timeout",
          hint: expect.stringMatching(/--timeout, over HTTP limits\.timeoutMs\.$/u),
        });
        expect(performance.now() - began).toBeLessThan(20_000);
        expect((await given.store.query("RETURN 1 AS one", {}, limits())).rows).toEqual([[1]]);
      });

      it("is stopped when it takes too much memory", async () => {
        await stored(debate().full.writes);
        const large =
          "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b RETURN collect([a, b, toString(a)]) AS l";
        await expect(
          given.store.query(large, {}, limits({ maxBytes: 100e6, timeoutMs: 60_000 })),
        ).rejects.toMatchObject({ code: "query.memory" });
      });
    });
  });
}
