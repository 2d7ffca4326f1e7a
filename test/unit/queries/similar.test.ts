import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ClaimTexts } from "../../../src/queries/similar/claim-texts.ts";
import { NearestHits } from "../../../src/queries/similar/nearest-hits.ts";
import { findSimilar, SimilarInput, similar } from "../../../src/queries/similar.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld(`
    harrow 2024-01-01 h1: Night trains save travellers a whole day. [rl]
    tessel 2024-01-02 t1 > h1: Night trains do not save travellers a whole day. [rl]
    wren 2024-01-03 w1 > h1: Travelling by night train saves you a whole day. [rl]
    wren - w2 = h1: One day is what a sleeper gives back to you. [rl]
    wren 2024-01-04 w3: The clock of the station is slow. [bio]
    harrow 2024-01-05 h2: Night trains save travellers a day. [rl]
  `);
});
afterAll(() => world.close());

const ask = async (input: object) =>
  similar.output.parse(await similar.run(world.reader, SimilarInput.parse(input)));

describe("similar", () => {
  it("lists claims like one, best first, with who said which words, and marks what denies it", async () => {
    const { asked, total, items } = await ask({ claim: world.id("h1").slice(0, 8), min: 0.3 });
    expect(asked).toEqual({ claimId: world.id("h1"), text: "Night trains save travellers a whole day." });
    const others = items.filter(({ isOne }) => !isOne);
    expect(others.map(({ claim }) => claim.id)).toEqual(["h2", "t1", "w1"].map((name) => world.id(name)));
    expect(others.map(({ differences }) => differences)).toEqual([[], ["negation"], []]);
    expect(others.map(({ words }) => words.speaker?.id)).toEqual(["harrow", "tessel", "wren"]);
    expect(others.map(({ score }) => score)).toEqual(
      others.map(({ score }) => score).toSorted((a, b) => b - a),
    );
    expect(total).toBe(items.length);
  });

  it("shows the claim's own other wordings as one claim already, however far they are", async () => {
    const { items } = await ask({ claim: world.id("h1"), min: 0.95 });
    expect(items.map(({ isOne, words }) => [isOne, words.text])).toEqual([
      [true, "One day is what a sleeper gives back to you."],
    ]);
  });

  it("takes words in place of a claim, and knows those that are there already", async () => {
    const { asked, items } = await ask({ text: "night trains save travellers a whole day!" });
    expect(asked.claimId).toBeNull();
    expect(items[0]).toMatchObject({ score: 1, isOne: true, claim: { id: world.id("h1") } });
    expect(items.slice(1).some(({ isOne }) => isOne)).toBe(false);
  });

  it("keeps an author's words, a limit and a least score", async () => {
    const wren = await ask({ claim: world.id("h1"), author: "wren", min: 0.1 });
    expect(wren.items.every(({ words }) => words.speaker?.id === "wren")).toBe(true);
    expect(wren.items.map(({ claim }) => claim.id)).toContain(world.id("w1"));
    const one = await ask({ claim: world.id("h1"), limit: 1, min: 0.1 });
    expect(one.items).toHaveLength(1);
    expect(one.total).toBeGreaterThan(2);
    expect((await ask({ text: "zzz" })).items).toEqual([]);
  });

  it("blends in what a model says of the nearest claims", async () => {
    const compared: string[] = [];
    const meaning = {
      compare: async (_: string, others: readonly string[]) => {
        compared.push(...others);
        return others.map((text) => (text.includes("clock") ? 1 : 0));
      },
    };
    const input = SimilarInput.parse({ text: "The clock of that station", min: 0 });
    const { items } = await findSimilar(world.reader, input, { meaning, most: 3 });
    expect(compared.length).toBeLessThanOrEqual(3);
    expect(items[0]).toMatchObject({ meaning: 1, claim: { id: world.id("w3") } });
    expect(items[0]?.score).toBeGreaterThan(items[0]?.characters ?? 1);
  });

  it("lets a model read the nearest claims of the author that is asked for, and no others", async () => {
    const compared: string[] = [];
    const meaning = {
      compare: async (_: string, others: readonly string[]) => {
        compared.push(...others);
        return others.map(() => 0.9);
      },
    };
    const input = SimilarInput.parse({ claim: world.id("h1"), author: "wren", min: 0 });
    const { items } = await findSimilar(world.reader, input, { meaning, most: 1 });
    expect(compared).toEqual(["Travelling by night train saves you a whole day."]);
    expect(items.filter(({ isOne }) => !isOne).map(({ claim }) => claim.id)).toEqual([world.id("w1")]);
  });

  it("is refused for a claim and a text at once, for neither, and for what nobody said", async () => {
    expect(SimilarInput.safeParse({ claim: "a", text: "b" }).success).toBe(false);
    expect(SimilarInput.safeParse({}).success).toBe(false);
    await expect(ask({ claim: "zz" })).rejects.toMatchObject({ code: "query.id-unknown" });
    await expect(ask({ claim: world.id("h1"), author: "nobody" })).rejects.toMatchObject({
      code: "query.no-match",
    });
  });

  it("finds the same whether the claims stay in memory or are read again", async () => {
    const [kept, streamed] = [
      await ClaimTexts.read(world.reader),
      await ClaimTexts.read(world.reader, { most: 10 }),
    ];
    const options = { min: 0.05, most: 10 };
    const found = await kept.nearest("Night trains save a day", options);
    expect(found.length).toBeGreaterThan(2);
    expect(await streamed.nearest("Night trains save a day", options)).toEqual(found);
    expect(await kept.nearest("Night trains save a day", options)).toEqual(found);
  });
});

describe("the nearest hits", () => {
  it("are the best of all, equal ones by id, and none below the least score", () => {
    const hits = new NearestHits(0, 3);
    for (let at = 0; at < 50; at++) hits.add({ id: `c${at % 10}${at}`, text: "", score: (at % 5) / 10 });
    expect(hits.best().map(({ id, score }) => `${id} ${score}`)).toEqual([
      "c414 0.4",
      "c424 0.4",
      "c434 0.4",
    ]);
    const none = new NearestHits(0.2, 3);
    none.add({ id: "a", text: "", score: 0.1 });
    expect(none.best()).toEqual([]);
  });
});
