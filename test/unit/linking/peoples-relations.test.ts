import { describe, expect, it } from "vitest";
import { ChangeBuilder } from "../../../src/linking/change-builder.ts";
import { drawPeoplesRelations } from "../../../src/linking/peoples-relations.ts";
import { planCorrection, planUndo } from "../../../src/linking/plan-correction.ts";
import { planSameness } from "../../../src/linking/plan-sameness.ts";
import type { Locution } from "../../../src/model/claim.ts";
import type { RelationKind } from "../../../src/model/relation.ts";
import { MemoryKnown } from "../../support/memory-known.ts";
import * as make from "../../support/store-records.ts";

const said = make.comment("forum:1", 0, { authorId: "ada" });
const again = make.comment("forum:2", 1, { authorId: "ada" });
const reply = make.comment("forum:3", 2, { authorId: "bob" });
const extractors = ["rules"];
const to = make.locution(said, 0, said.text.length, { extractors });
const alsoTo = make.locution(again, 0, again.text.length, { extractors, claimId: to.claimId });
const from = make.locution(reply, 0, reply.text.length, { extractors });

describe("words that bear on one claim in two places", () => {
  const known = new MemoryKnown();
  known.apply(
    make.change(
      { write: "save-comments", rows: [said, again, reply] },
      { write: "save-claims", rows: [to, from].map(make.claim) },
      { write: "save-locutions", rows: [to, alsoTo, from] },
    ),
  );
  async function plan(work: (change: ChangeBuilder) => Promise<unknown>): Promise<void> {
    const change = new ChangeBuilder();
    await work(change);
    known.apply(change.build());
  }
  const draw = async (end: Locution, kind: RelationKind) => {
    const attack = kind === "disagrees-with" ? ("rebut" as const) : null;
    const pair = { from: from.id, to: end.id, says: { kind, attack } };
    let id = "";
    await plan(async (change) => {
      ({ id } = await planCorrection(
        known,
        { kind: "relation", id: null, pair, action: "change" },
        "",
        change,
      ));
    });
    return id;
  };
  const stances = () => [...known.stanceMap.values()].map(({ authorId, stance }) => `${authorId} ${stance}`);

  it("keep the stance that one attack shows, whatever is drawn or taken back beside it", async () => {
    const attack = await draw(to, "disagrees-with");
    const answer = await draw(alsoTo, "responds-to");
    expect(stances()).toEqual(["bob against"]);
    const change = new ChangeBuilder();
    await drawPeoplesRelations(known, await known.allCorrections(), change);
    expect(change.isEmpty).toBe(true);
    await plan((undo) => planUndo(known, answer, undo));
    expect(stances()).toEqual(["bob against"]);
    await plan((undo) => planUndo(known, attack, undo));
    expect(stances()).toEqual([]);
  });

  it("leave the stance of an attack with the words attacked when their claim is parted", async () => {
    const attack = await draw(to, "disagrees-with");
    known.apply(make.change({ write: "save-relations", rows: [make.relation("responds-to", from, alsoTo)] }));
    await plan((change) => planSameness(known, { a: to.id, b: alsoTo.id, isSame: false }, "", change));
    const targets = [...known.stanceMap.values()].map(({ target }) => target.id);
    expect(targets).toEqual([to.id]);
    await plan((change) => planUndo(known, attack, change));
    expect(stances()).toEqual([]);
  });
});
