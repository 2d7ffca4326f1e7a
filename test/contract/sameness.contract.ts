import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { correct, correctSameness, undoCorrection } from "../../src/correct.ts";
import type { Locution } from "../../src/model/claim.ts";
import type { Comment } from "../../src/model/comment.ts";
import { corrections } from "../../src/queries/corrections.ts";
import { resolveId } from "../../src/queries/load/resolve-id.ts";
import { SimilarInput, similar } from "../../src/queries/similar.ts";
import { sameClaimKey } from "../../src/text/claim-key.ts";
import { applyTo, reading, recordsIn } from "../support/in-store.ts";
import * as make from "../support/store-records.ts";
import type { OpenedStore } from "./store.contract.ts";

/** One comment a claim, each by another person; the first and the fourth are one wording. */
const said = [
  "Night trains save every traveller a whole day.",
  "With a sleeper nobody loses any day to the journey.",
  "Night trains waste the whole day of every traveller.",
  "Night trains save every traveller a whole day.",
];
const authors = said.map((_, at) => make.author(`person${at}`));
const comments = said.map((text, at) => make.comment(`c${at}`, at, { text, authorId: `person${at}` }));
const founders = comments.map((of) => make.locution(of, 0, of.text.length, { extractors: ["rules"] }));
const [first, second, third, fourth] = founders as [Locution, Locution, Locution, Locution];
const repeated = { ...fourth, claimId: first.id };
const locutions = [first, second, third, repeated];
const claims = [first, second, third].map((from) => ({ ...make.claim(from), key: sameClaimKey(from.text) }));
const attack = make.relation("disagrees-with", third, first);
const support = make.relation("supports", second, first);

/** What every store promises about claims that people join and part. */
export function samenessContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`claims that people join and part on ${name}`, () => {
    let opened: OpenedStore;
    beforeEach(async () => {
      opened = await open();
      await applyTo(
        opened.store,
        make.change(
          { write: "save-sources", rows: [make.source("s1")] },
          { write: "save-authors", rows: authors },
          { write: "save-comments", rows: comments },
          { write: "save-versions", rows: comments.map((one) => make.version(one)) },
          { write: "save-claims", rows: claims },
          { write: "save-locutions", rows: locutions },
          { write: "save-relations", rows: [attack, support] },
          {
            write: "save-stances",
            rows: [
              make.stance(
                "person3",
                { kind: "claim", id: second.id },
                { method: "vote", evidence: second.id },
              ),
            ],
          },
        ),
      );
    });
    afterEach(() => opened.remove());

    const records = () => recordsIn(opened.store);
    const claimOf = ({ id }: Locution): Promise<string> =>
      reading(opened.store, async (reader) => (await resolveId(reader, id, "claim")).id);
    const say = (a: Locution, b: Locution, isSame: boolean) =>
      correctSameness(opened.store, { a: a.id, b: b.id, isSame }, "Ann");

    it("joins two claims with their relations and stances; the later id still leads to the claim", async () => {
      const before = await records();
      const { correction, claimOfB } = await say(first, second, true);
      expect(claimOfB).toBe(first.id);
      expect(await claimOf(second)).toBe(first.id);
      const after = await records();
      const inside = after.find(({ element }) => element.id === support.id);
      expect(inside?.element).toMatchObject({ fromClaim: first.id, toClaim: first.id, from: second.id });
      const held = after.flatMap(({ array, element }) => (array === "stances" ? [element.target.id] : []));
      expect(held).toEqual([first.id]);
      const { items } = await reading(opened.store, (reader) =>
        similar.run(reader, SimilarInput.parse({ claim: second.id })),
      );
      expect(items.find(({ isOne }) => isOne)?.words.text).toBe(second.text);
      await undoCorrection(opened.store, correction);
      expect(await records()).toEqual(before);
    });

    it("parts words of one claim, and joins them again when that is undone", async () => {
      const before = await records();
      const { correction } = await say(first, repeated, false);
      expect([await claimOf(first), await claimOf(repeated)]).toEqual([first.id, repeated.id]);
      const { items } = await reading(opened.store, (reader) => corrections.run(reader, {}));
      expect(items).toMatchObject([
        {
          kind: "claim",
          says: "not one claim",
          by: "Ann",
          words: [first.text, first.text],
          isWaiting: false,
        },
      ]);
      const near = await reading(opened.store, (reader) =>
        similar.run(reader, SimilarInput.parse({ claim: first.id })),
      );
      expect(near.items.map(({ isApart, claim }) => [claim.id, isApart])).toEqual([
        [repeated.id, true],
        [third.id, false],
      ]);
      await undoCorrection(opened.store, correction);
      expect(await records()).toEqual(before);
    });

    it("refuses to join what attacks each other, and then changes nothing", async () => {
      const before = await records();
      await expect(say(first, third, true)).rejects.toMatchObject({ code: "linking.not-joinable" });
      await expect(say(repeated, third, true)).rejects.toMatchObject({ code: "linking.not-joinable" });
      expect(await records()).toEqual(before);
    });

    it("refuses to part what an argument map states as one claim, and then changes nothing", async () => {
      const stated = [
        make.locution(comments[0] as Comment, 0, 12),
        make.locution(comments[3] as Comment, 0, 12),
      ];
      const [one, other] = stated.map((words) => ({ ...words, claimId: "stated" })) as [Locution, Locution];
      await applyTo(
        opened.store,
        make.change(
          { write: "save-claims", rows: [{ id: "stated", text: one.text, key: sameClaimKey(one.text) }] },
          { write: "save-locutions", rows: [one, other] },
        ),
      );
      const before = await records();
      await expect(say(one, other, false)).rejects.toMatchObject({ code: "linking.not-partable" });
      expect(await records()).toEqual(before);
    });

    it("keeps what other words do not let hold now, whatever is said first, and lets it hold once they do", async () => {
      const further = make.comment("c4", 4, { text: "A night on rails costs no day.", authorId: "person0" });
      const own = make.locution(further, 0, further.text.length, { extractors: ["rules"] });
      await applyTo(
        opened.store,
        make.change(
          { write: "save-comments", rows: [further] },
          { write: "save-versions", rows: [make.version(further)] },
          { write: "save-claims", rows: [{ ...make.claim(own), key: sameClaimKey(own.text) }] },
          { write: "save-locutions", rows: [own] },
        ),
      );
      const claims = async () =>
        Promise.all([first, second, own].map(async (words) => [words.id, await claimOf(words)]));
      await say(first, second, true);
      await say(second, own, true);
      expect(await claims()).toEqual([first, second, own].map(({ id }) => [id, first.id]));
      const { correction } = await say(first, own, false);
      const parted = await claims();
      expect(parted).toEqual([first, second, own].map(({ id }, at) => [id, at < 2 ? first.id : own.id]));
      const all = await records();
      const { items } = await reading(opened.store, (reader) => corrections.run(reader, {}));
      for (const { id } of items) await undoCorrection(opened.store, { id });
      await say(first, own, false);
      await say(second, own, true);
      expect(await say(first, second, true)).toMatchObject({ isWaiting: false });
      expect(await say(second, own, true)).toMatchObject({ isWaiting: true, claimOfB: own.id });
      expect(await records()).toEqual(all);
      await undoCorrection(opened.store, correction);
      expect(await claimOf(own)).toBe(first.id);
    });

    it("parts joined words at once where a person says that one attacks the other, and joins them again", async () => {
      await say(first, second, true);
      const before = await records();
      const between = (action: "change" | "reject") =>
        correct(
          opened.store,
          {
            kind: "relation",
            id: null,
            pair: {
              from: second.id,
              to: first.id,
              says: action === "change" ? { kind: "disagrees-with", attack: "rebut" } : null,
            },
            action,
          },
          "Ann",
        );
      const drawn = await between("change");
      expect([await claimOf(first), await claimOf(second)]).toEqual([first.id, second.id]);
      const after = await records();
      const relations = after.flatMap(({ array, element }) => (array === "relations" ? [element] : []));
      expect(relations.filter(({ fromClaim, toClaim }) => fromClaim === toClaim)).toEqual([]);
      expect(relations.find(({ id }) => id === drawn.target.id)).toMatchObject({
        fromClaim: second.id,
        toClaim: first.id,
      });
      const against = after.flatMap(({ array, element }) =>
        array === "stances" && element.method === "human" ? [element.target.id] : [],
      );
      expect(against).toEqual([first.id]);
      const { items } = await reading(opened.store, (reader) => corrections.run(reader, {}));
      expect(items.find(({ kind }) => kind === "claim")).toMatchObject({ isWaiting: true });
      await undoCorrection(opened.store, drawn);
      expect(await records()).toEqual(before);
      await between("change");
      await between("reject");
      expect(await claimOf(second)).toBe(first.id);
    });

    it("leaves words of one wording one claim where people said nothing of it", async () => {
      const pair = {
        from: repeated.id,
        to: first.id,
        says: { kind: "disagrees-with", attack: "rebut" },
      } as const;
      await correct(opened.store, { kind: "relation", id: null, pair, action: "change" }, "Ann");
      expect(await claimOf(repeated)).toBe(first.id);
    });

    it("takes the later of two words on the same pair", async () => {
      await say(first, second, true);
      await say(second, first, false);
      expect(await claimOf(second)).toBe(second.id);
      const { items } = await reading(opened.store, (reader) => corrections.run(reader, {}));
      expect(items.map(({ says }) => says)).toEqual(["not one claim"]);
    });
  });
}
