import { describe, expect, it } from "vitest";
import { ChangeBuilder } from "../../../src/linking/change-builder.ts";
import { type ClaimsOfKey, moveToClaims, settleClaims } from "../../../src/linking/settle-claims.ts";
import type { WriteId } from "../../../src/model/change.ts";
import type { Locution } from "../../../src/model/claim.ts";
import { sameClaimKey } from "../../../src/text/claim-key.ts";
import * as make from "../../support/store-records.ts";

const rules = { extractors: ["rules"] };
const text = "Dams always leak.";
const words = (id: string, seq: number, claimId?: string): Locution => {
  const of = make.comment(id, seq, { text, authorId: id });
  return make.locution(of, 0, text.length, { ...rules, ...(claimId !== undefined && { claimId }) });
};
const first = words("ada", 0);
const again = words("bob", 1, first.id);
const answer = words("cleo", 2);
const shown = { evidence: answer.id, extractor: "rules" };
const toward = { kind: "claim", id: first.id } as const;

/** The claims on which stances stand after the two are parted. */
function partedWith(found: Pick<ClaimsOfKey, "relations" | "stances">): readonly string[] {
  const change = new ChangeBuilder();
  const wanted = new Map([first, again].map(({ id }) => [id, id]));
  moveToClaims(
    { claims: [make.claim(first)], locutions: [first, again], ...found },
    wanted,
    () => "",
    change,
  );
  const saved = rowsIn(change, "save-stances") as ClaimsOfKey["stances"];
  const gone = rowsIn(change, "remove-stances") as readonly { readonly id: string }[];
  const kept = found.stances.filter(({ id }) => !gone.some((one) => one.id === id));
  return [...kept, ...saved].map(({ target }) => target.id);
}

describe("a stance on a claim that is parted", () => {
  it("follows the attack that shows it and no answer beside it", () => {
    const attack = make.relation("disagrees-with", answer, again);
    const beside = make.relation("responds-to", answer, first);
    const against = make.stance("cleo", toward, { ...shown, stance: "against" });
    expect(partedWith({ relations: [beside, attack], stances: [against] })).toEqual([again.id]);
  });

  it("follows the agreement that shows it and no attack beside it", () => {
    const attack = make.relation("disagrees-with", answer, first);
    const agreement = make.relation("responds-to", answer, again);
    const favour = make.stance("cleo", toward, { ...shown, stance: "for" });
    expect(partedWith({ relations: [attack, agreement], stances: [favour] })).toEqual([again.id]);
  });

  it("follows both where both are attacked, and what relates them where nothing shows it", () => {
    const ends = [first, again];
    const against = make.stance("cleo", toward, { ...shown, stance: "against" });
    const attacks = ends.map((end) => make.relation("disagrees-with", answer, end));
    expect(partedWith({ relations: attacks, stances: [against] })).toEqual([first.id, again.id]);
    const answered = [make.relation("responds-to", answer, again)];
    expect(partedWith({ relations: answered, stances: [against] })).toEqual([again.id]);
  });
});

it("looks at each relation a few times, however many stances there are on a claim", () => {
  const said = Array.from({ length: 60 }, (_, at) =>
    words(`speaker${at}`, at, at < 2 ? undefined : first.id),
  );
  const [founder, joined] = said as [Locution, Locution];
  const answers = said.map((_, at) => words(`answer${at}`, 100 + at));
  let looks = 0;
  const counted = answers.map((one, at) => {
    const relation = make.relation("disagrees-with", one, said[at] ?? founder);
    return Object.defineProperty({ ...relation }, "from", {
      get: () => {
        looks++;
        return relation.from;
      },
    });
  });
  const stances = answers.map((one, at) =>
    make.stance(
      one.speaker ?? "",
      { kind: "claim", id: said[at]?.claimId ?? "" },
      {
        evidence: one.id,
        stance: "against",
        extractor: "rules",
      },
    ),
  );
  const change = new ChangeBuilder();
  const wanted = new Map(said.map(({ id }) => [id, founder.id]));
  const claims = [founder, joined].map(make.claim);
  moveToClaims({ claims, locutions: said, relations: counted, stances }, wanted, () => "", change);
  expect(change.build().writes.map(({ write }) => write)).toContain("save-stances");
  expect(looks).toBeLessThan(4 * said.length);
});

describe("a wording that very many state and that many attack", () => {
  /** How often its relations are looked at while it is settled, and the claims that are founded. */
  function settled(count: number) {
    const said = Array.from({ length: count }, (_, at) => words(`speaker${at}`, at));
    let looks = 0;
    // Every third is denied by the next one.
    const relations = said.flatMap((one, at) => {
      const next = said[at + 1];
      if (at % 3 !== 0 || next === undefined) return [];
      const relation = make.relation("disagrees-with", next, one);
      return [
        Object.defineProperty({ ...relation }, "from", {
          get: () => {
            looks++;
            return relation.from;
          },
        }),
      ];
    });
    const change = new ChangeBuilder();
    const key = sameClaimKey(text);
    const found = {
      key,
      claims: said.map(make.claim),
      locutions: said,
      relations,
      stances: [],
      keepsIds: false,
    };
    settleClaims(found, change);
    const kept = said.length - rowsIn(change, "remove-claims").length;
    return { looks, kept };
  }

  it("gives a claim to each attacker and one to all others", () => {
    expect(settled(31).kept).toBe(11);
  });

  it("looks at each attack a few times", () => {
    expect(settled(600).looks).toBeLessThan(3 * 600);
  });
});

function rowsIn(change: ChangeBuilder, id: WriteId): readonly unknown[] {
  return change.build().writes.find(({ write }) => write === id)?.rows ?? [];
}
