import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimsOfGroups } from "../../../src/linking/claim-groups.ts";
import type { Locution } from "../../../src/model/claim.ts";
import type { Sameness } from "../../../src/model/sameness.ts";
import * as make from "../../support/store-records.ts";

const wordings: Readonly<Record<string, string>> = {
  x: "Night trains save every traveller a whole day.",
  y: "With a sleeper nobody loses any day to the journey.",
  z: "Planes waste the whole day of every traveller.",
  short: "I agree.",
};

/** A locution for each name, in that order: `a x` has the wording x; with `map` a map states it. */
function spoken(...lines: readonly string[]): readonly Locution[] {
  return lines.map((line, at) => {
    const [name = "", wording = "", map] = line.split(" ");
    const of = make.comment(name, at, { text: wordings[wording] ?? wording });
    const locution = make.locution(of, 0, of.text.length, map ? {} : { extractors: ["rules"] });
    return { ...locution, id: name, claimId: map ?? name };
  });
}

const same = (a: string, b: string) => ({ a, b, isSame: true });
const apart = (a: string, b: string) => ({ a, b, isSame: false });
const attack = (from: string, to: string) => ({ from, to });

function grouped(
  locutions: readonly Locution[],
  { attacks = [], said = [] }: Partial<Pick<Parameters<typeof claimsOfGroups>[0], "attacks" | "said">>,
): string {
  const wanted = claimsOfGroups({ locutions, drawn: attacks, attacks, said });
  return locutions.map(({ id }) => `${id}:${wanted.get(id)}`).join(" ");
}

describe("which claim words state where people say what is the same", () => {
  it("joins wordings that people call the same, with all who say so in these words", () => {
    const words = spoken("a x", "b y", "c x", "d z", "e y");
    expect(grouped(words, { said: [same("a", "b")] })).toBe("a:a b:a c:a d:d e:a");
    expect(grouped(words, { said: [] })).toBe("a:a b:b c:a d:d e:b");
  });

  it("leaves apart what attacks, and what people set apart, whatever the wording", () => {
    const words = spoken("a x", "b x", "c x", "d y");
    expect(grouped(words, { attacks: [attack("b", "a")] })).toBe("a:a b:b c:a d:d");
    expect(grouped(words, { said: [apart("a", "c")] })).toBe("a:a b:a c:c d:d");
    expect(grouped(words, { said: [same("a", "d"), apart("b", "d")] })).toBe("a:a b:a c:a d:d");
  });

  it("joins a few words only where people say so", () => {
    const words = spoken("a short", "b short", "c short");
    expect(grouped(words, { said: [same("a", "c")] })).toBe("a:a b:b c:a");
  });

  it("joins nothing by way of words that could not be joined themselves", () => {
    const words = spoken("a x", "b y", "c z", "d short");
    const said = [same("a", "b"), same("b", "c"), same("c", "d")];
    expect(grouped(words, { said })).toBe("a:a b:a c:a d:a");
    expect(grouped(words, { said: [...said, apart("a", "c")] })).toBe("a:a b:a c:c d:c");
    expect(grouped(words, { said, attacks: [attack("c", "b")] })).toBe("a:a b:a c:c d:c");
  });

  it("leaves a wording to the claim of a map that has it, whatever other claims it is joined to", () => {
    const words = spoken("a x m1", "b y m1", "c y m2", "d z m2", "e z", "f y");
    expect(grouped(words, {})).toBe("a:m1 b:m1 c:m2 d:m2 e:m2 f:m1");
  });

  it("goes by the attacks that extractors draw where people said nothing of what is the same", () => {
    const words = spoken("a x", "b x", "c y");
    const drawn = [attack("b", "a")];
    const byPeople = (said: readonly Sameness[]) =>
      [...claimsOfGroups({ locutions: words, drawn, attacks: [], said }).values()].join(" ");
    expect(byPeople([])).toBe("a b c");
    expect(byPeople([same("a", "c")])).toBe("a a a");
  });

  it("keeps the claims of maps whole and never joins two of them", () => {
    const words = spoken("a x m1", "b y m1", "c z m2", "d x");
    expect(grouped(words, { said: [same("a", "c")] })).toBe("a:m1 b:m1 c:m2 d:m1");
  });

  it("keeps the id of a claim whose first words are gone", () => {
    const [a, b] = spoken("a x", "b x");
    if (!a || !b) throw new Error("no words");
    const left = [
      { ...a, claimId: "gone" },
      { ...b, claimId: "gone" },
    ];
    expect(grouped(left, {})).toBe("a:gone b:gone");
  });

  it("never joins words that attack each other or are set apart, and does not mind the order of what is said", () => {
    const names = ["a", "b", "c", "d", "e", "f"];
    const words = spoken("a x", "b x", "c y", "d y", "e z", "f short");
    const pair = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)).filter(([a, b]) => a !== b);
    fc.assert(
      fc.property(fc.array(pair), fc.array(pair), fc.array(pair), (joined, parted, attacked) => {
        const said = [...joined.map(([a, b]) => same(a, b)), ...parted.map(([a, b]) => apart(a, b))];
        const attacks = attacked.map(([from, to]) => ({ from, to }));
        const wanted = claimsOfGroups({ locutions: words, drawn: attacks, attacks, said });
        for (const [a, b] of [...parted, ...attacked]) expect(wanted.get(a)).not.toBe(wanted.get(b));
        const turned = claimsOfGroups({
          locutions: words,
          drawn: attacks,
          attacks: attacks.toReversed(),
          said: said.toReversed().map(({ a, b, isSame }) => ({ a: b, b: a, isSame })),
        });
        expect(turned).toEqual(wanted);
      }),
    );
  });
});
