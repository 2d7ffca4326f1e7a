import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { correctQuote } from "../../src/correct-quote.ts";
import { ChangeBuilder } from "../../src/linking/change-builder.ts";
import { type Judgement, planCorrection, planUndo } from "../../src/linking/plan-correction.ts";
import { planQuotes } from "../../src/linking/plan-quotes.ts";
import type { Change } from "../../src/model/change.ts";
import { relationId, stanceId } from "../../src/model/id.ts";
import { claims } from "../../src/queries/claims.ts";
import { corrections } from "../../src/queries/corrections.ts";
import { show } from "../../src/queries/show.ts";
import { summary } from "../../src/queries/summary.ts";
import { applyTo, reading, recordsIn } from "../support/in-store.ts";
import { MemoryKnown } from "../support/memory-known.ts";
import { debate } from "../support/store-debate.ts";
import * as make from "../support/store-records.ts";
import type { OpenedStore } from "./store.contract.ts";

const page = readFileSync(new URL("../../docs/corrections.md", import.meta.url), "utf8");
const { l2, l3, l4, l5 } = debate().locutions;
const drawing = {
  kind: "relation",
  id: null,
  pair: { from: l3.id, to: l4.id, says: { kind: "disagrees-with", attack: "undermine" } },
  action: "change",
} as const;

/** What every store promises about corrections: what is drawn for them, left out for them, and undone. */
export function correctionsContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`corrections on ${name}`, () => {
    let opened: OpenedStore;
    let memory: MemoryKnown;
    beforeEach(async () => {
      opened = await open();
      memory = new MemoryKnown();
      await apply(debate().full);
    });
    afterEach(() => opened.remove());

    async function apply(change: Change): Promise<void> {
      await applyTo(opened.store, change);
      memory.apply(change);
    }
    async function plan(
      work: (known: MemoryKnown, change: ChangeBuilder) => Promise<unknown>,
    ): Promise<void> {
      const change = new ChangeBuilder();
      await work(memory, change);
      await apply(change.build());
    }
    const say = (judgement: Judgement) =>
      plan((known, change) => planCorrection(known, judgement, "Ann", change));
    const records = () => recordsIn(opened.store);
    const incoming = (id: string) =>
      reading(opened.store, async (reader) => {
        const shown = await show.run(reader, { id, relations: "all" });
        return shown.kind === "claim" ? shown.incoming : [];
      });

    it("draws what a person says, counts it, and gives every record back when that is undone", async () => {
      const before = await records();
      await say(drawing);
      expect(await incoming(l4.id)).toMatchObject([
        { kind: "disagrees-with", attack: "undermine", extractor: "human", correction: { by: "Ann" } },
        { kind: "supports", correction: null },
      ]);
      const { items } = await reading(opened.store, (reader) =>
        claims.run(reader, { concept: null, author: null, kind: null, limit: 50 }),
      );
      expect(items.find(({ id }) => id === l4.id)).toMatchObject({ attacks: 1 });
      const { counts } = await reading(opened.store, (reader) => summary.run(reader, { limit: 5 }));
      expect(counts).toMatchObject({ relations: { "disagrees-with": 2 } });
      const [stored] = [...memory.correctionMap.values()].filter(({ by }) => by === "Ann");
      await plan((known, change) => planUndo(known, stored?.id ?? "", change));
      expect(await records()).toEqual(before);
    });

    it("leaves out what every layer draws where a person says otherwise, with the stance that it shows", async () => {
      const against = { kind: "claim", id: l2.id } as const;
      const id = stanceId("bob", l2.id, "relation", l3.id, "rules");
      const shown = make.stance("bob", against, { id, evidence: l3.id, extractor: "rules" });
      await apply({ writes: [{ write: "save-stances", rows: [shown] }] });
      const holders = () => reading(opened.store, (reader) => show.run(reader, { id: l2.id }));
      expect((await holders()) as object).toMatchObject({ stances: [{}, {}] });
      await say({
        ...drawing,
        pair: { from: l3.id, to: l2.id, says: { kind: "responds-to", attack: null } },
      });
      expect((await holders()) as object).toMatchObject({ stances: [{}] });
      const between = (await incoming(l2.id)).filter(({ from }) => from.locutionId === l3.id);
      expect(between).toMatchObject([{ kind: "responds-to", extractor: "human" }]);
      const { items } = await reading(opened.store, (reader) => corrections.run(reader, {}));
      expect(items.find(({ by }) => by === "Ann")).toMatchObject({
        ...{ kind: "relation", action: "change", says: "responds-to", isWaiting: false },
        words: [l3.text, l2.text],
      });
    });

    it("takes what is drawn away with a layer that is read anew, and holds no words for it", async () => {
      await say({ ...drawing, pair: { from: l5.id, to: l3.id, says: { kind: "supports", attack: null } } });
      const ofC3 = { commentId: debate().comments.c3.id, extractor: "rules" };
      await apply({ writes: [{ write: "remove-layer", rows: [ofC3] }] });
      const drawn = relationId("human", l5.id, l3.id);
      expect((await records()).map(({ element }) => element.id)).not.toContain(drawn);
      expect(memory.relationMap.has(drawn)).toBe(false);
    });

    it("gives words to whoever is quoted in one change, with what they show, and back again", async () => {
      const { c2 } = debate().comments;
      const quoted = make.quote(c2, 26, 51, { how: "human", score: 1, speaker: "ada" });
      const [q2] = await memory.quotes([c2.id]);
      const authors = async (id: string) => {
        const input = { concept: null, author: id, kind: null, limit: 50 };
        const { items } = await reading(opened.store, (reader) => claims.run(reader, input));
        return items.map((claim) => claim.id);
      };
      expect(await authors("bob")).toContain(l3.id);
      await plan((known, change) => planQuotes(known, c2, [...(q2 ? [q2] : []), quoted], change));
      expect(await authors("ada")).toContain(l3.id);
      expect(await authors("bob")).not.toContain(l3.id);
      await reading(opened.store, async ({ known }) => {
        expect(await known.quotes([c2.id])).toEqual(await memory.quotes([c2.id]));
        expect(await known.locutions([c2.id])).toEqual(await memory.locutions([c2.id]));
        expect(await known.relations([c2.id])).toEqual(await memory.relations([c2.id]));
        const stances = await known.stancesOn([l2.id]);
        expect(stances).toEqual(await memory.stancesOn([l2.id]));
        expect(stances.find(({ evidence }) => evidence === l3.id)).toMatchObject({ authorId: "ada" });
      });
      await plan((known, change) => planQuotes(known, c2, q2 ? [q2] : [], change));
      expect(await reading(opened.store, ({ known }) => known.quotes([c2.id]))).toEqual(q2 ? [q2] : []);
      expect(await reading(opened.store, ({ known }) => known.locutionsById([l3.id]))).toEqual([l3]);
    });

    it("keeps one of two about some of the same quoted words, though neither was there when both were asked for", async () => {
      const { id: commentId, version, text } = debate().comments.c2;
      const say = (start: number, end: number) => {
        const words = { commentId, version, span: { start, end }, text: text.slice(start, end) };
        return correctQuote(opened.store, { ...words, isQuote: true, speaker: "ada", source: null }, "Bea");
      };
      const said = await Promise.allSettled([say(0, 20), say(10, 25)]);
      expect(said.flatMap((one) => (one.status === "rejected" ? [one.reason] : []))).toMatchObject([
        { code: "linking.corrections-overlap", hint: expect.stringContaining("elenchus correct undo") },
      ]);
      const kept = said.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
      const stored = await reading(opened.store, ({ known }) => known.allCorrections());
      expect(stored.filter(({ by }) => by === "Bea")).toEqual(kept);
    });

    it("can be told from what extractors drew by a query of one's own, as the documentation has it", async () => {
      const [block] = /```cypher\n([^`]*)```/u.exec(page)?.slice(1) ?? [];
      const limits = { timeoutMs: 10_000, maxRows: 100, maxBytes: 500e6 };
      const kinds = async () => {
        const { rows } = await opened.store.query(block ?? "", {}, limits);
        return rows
          .filter(([text, , other]) => text === l3.text && other === l2.text)
          .map(([, kind]) => kind);
      };
      expect(await kinds()).toEqual(["DISAGREES_WITH"]);
      await say({
        ...drawing,
        pair: { from: l3.id, to: l2.id, says: { kind: "responds-to", attack: null } },
      });
      expect(await kinds()).toEqual(["RESPONDS_TO"]);
    });

    it("answers what corrections ask as plain maps do", async () => {
      await say(drawing);
      await reading(opened.store, async ({ known }) => {
        expect(await known.allCorrections()).toEqual(await memory.allCorrections());
        const ids = [l4.id, "nothing", l2.id, l4.id];
        expect(await known.locutionsById(ids)).toEqual(await memory.locutionsById(ids));
      });
    });
  });
}
