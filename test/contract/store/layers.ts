import { expect, it } from "vitest";
import { byId } from "../../../src/model/id.ts";
import { allOf } from "../../support/in-store.ts";
import { debate } from "../../support/store-debate.ts";
import * as make from "../../support/store-records.ts";
import { eachStore, ids, type OpenStore } from "./each-store.ts";

/** What every store promises of layers and of what extractors found. */
export function storeLayers(open: OpenStore): void {
  eachStore("layers and extractions", open, (given) => {
    const { stored } = given;

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
      const records = await allOf(one);
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
      const records = await allOf(one);
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
      const records = await allOf(one);
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
      expect((await allOf(one)).map(({ array }) => array)).toEqual(["comments"]);
    });
  });
}
