import { describe, expect, it } from "vitest";
import { debate } from "../../../src/queries/debate.ts";
import { openWorlds, type World } from "./world.ts";

const open = openWorlds();
const ask = async ({ reader }: World, a = "RL", b = "SSL", limit = 120) =>
  debate.output.parse(await debate.run(reader, { a, b, limit }));

const quarrel = `
  harrow 2024-01-01 h1: RL is more dangerous than SSL. [rl ssl]
  tessel 2024-01-02 t1 > h1: I doubt that RL is dangerous. [rl]
  harrow 2024-01-03 h2 > t1: RL finds the mistakes of its reward. [rl]
  ozmund 2024-01-04 o1 > h2: Prediction does not. []
  wren 2024-01-05 w1: SSL needs much text. [ssl]
  t1 -disagrees-with 0.8-> h1
  h2 -disagrees-with 0.6-> t1
  o1 -disagrees-with 0.7-> h2
`;

describe("debate", () => {
  it("puts the people on sides by whom they attack, and names the sides by what they say", async () => {
    const { sides, apart } = await ask(await open(quarrel));
    expect(sides.map(({ id, label, members }) => [id, label, members.map((member) => member.id)])).toEqual([
      ["first", "for RL", ["ozmund", "tessel"]],
      ["second", "against RL, for SSL", ["harrow"]],
    ]);
    expect(apart.map(({ id, why }) => [id, why])).toEqual([["wren", "no-position"]]);
  });

  it("takes claims about neither subject only where they disagree with one that is", async () => {
    const here = await open(quarrel);
    const { claims, counts } = await ask(here);
    const about = new Map(claims.map((claim) => [claim.id, claim.about]));
    expect(about.get(here.id("o1"))).toEqual([]);
    expect(about.get(here.id("h1"))).toEqual(["a", "b"]);
    expect(about.get(here.id("w1"))).toEqual(["b"]);
    expect(counts.claims).toEqual({ shown: 5, total: 5 });
  });

  it("ranks the clashes by confidence and says which were taken up", async () => {
    const here = await open(quarrel);
    const { clashes, unanswered } = await ask(here);
    expect(
      clashes.map(({ relation, answers, replies }) => [relation.from.claimId, answers.length, replies]),
    ).toEqual([
      [here.id("t1"), 1, ["f:h2"]],
      [here.id("o1"), 0, []],
      [here.id("h2"), 1, ["f:o1"]],
    ]);
    expect(unanswered).toEqual([clashes[1]?.relation.id]);
    expect(clashes[0]?.relation).toMatchObject({
      from: { text: "I doubt that RL is dangerous.", speaker: { id: "tessel" } },
      to: { text: "RL is more dangerous than SSL.", createdAt: "2024-01-01T00:00:00.000Z" },
    });
  });

  it("shows so many claims as asked, those in clashes first, and says of how many", async () => {
    const here = await open(quarrel);
    const { claims, relations, counts } = await ask(here, "RL", "SSL", 2);
    expect(new Set(claims.map(({ id }) => id))).toEqual(new Set([here.id("t1"), here.id("h2")]));
    expect(relations).toHaveLength(1);
    expect(counts).toEqual({
      claims: { shown: 2, total: 5 },
      relations: { shown: 1, total: 3 },
      clashes: { shown: 1, total: 3 },
    });
  });

  it("keeps two unknown people apart who are quoted in two comments", async () => {
    const { sides } = await ask(
      await open(`
        harrow 2024-01-01 q1 quotes: RL is safe. [rl]
        harrow 2024-01-01 h1: RL is dangerous. [rl]
        wren 2024-01-02 q2 quotes: SSL is safe. [ssl]
        h1 -disagrees-with 0.9-> q1
      `),
    );
    expect(
      sides.flatMap(({ members }) => members.map(({ id, name, commentId }) => [id, name, commentId])),
    ).toEqual([
      ["quoted:f:q1", "quoted, speaker unknown", "f:q1"],
      ["harrow", "Name of harrow", null],
      ["quoted:f:q2", "quoted, speaker unknown", "f:q2"],
    ]);
  });

  it("does not expect an unknown person to answer", async () => {
    const { unanswered } = await ask(
      await open(`
        wren 2024-01-01 q1 quotes: RL is safe. [rl]
        harrow 2024-01-02 h1: RL is not safe. [rl]
        tessel 2024-01-03 t1: SSL is. [ssl]
        h1 -disagrees-with 0.9-> q1
      `),
    );
    expect(unanswered).toEqual([]);
  });

  it("counts agreement: who is for a claim stands with its author", async () => {
    const { sides } = await ask(
      await open(`
        harrow 2024-01-01 h1: RL is dangerous. [rl]
        tessel 2024-01-02 t1: I see no danger in RL. [rl]
        wren 2024-01-03 w1: SSL needs much text. [ssl]
        t1 -disagrees-with 0.8-> h1
        wren for h1
      `),
    );
    expect(sides.map(({ members }) => members.map(({ id }) => id))).toEqual([["tessel"], ["harrow", "wren"]]);
  });

  it("puts readers without a word of their own where their buttons and votes put them", async () => {
    const { sides } = await ask(
      await open(`
        harrow 2024-01-01 h1: RL is more dangerous than SSL. [rl ssl]
        tessel 2024-01-02 t1 > h1: I doubt that RL is dangerous. [rl]
        t1 -disagrees-with 0.8-> h1
        moth for h1
        newt against h1
        olm neutral h1
      `),
    );
    const people = sides.map(({ members }) => members.map(({ id, claims }) => [id, claims]));
    expect(people).toContainEqual([
      ["harrow", 1],
      ["moth", 0],
    ]);
    expect(people).toContainEqual([
      ["tessel", 1],
      ["newt", 0],
    ]);
  });

  it("searches the words of claims where no concept has the label, and says so", async () => {
    const { a, note } = await ask(await open(quarrel), "mistakes", "SSL");
    expect(a).toMatchObject({ how: "text", concepts: [] });
    expect(note).toBe('No concept is called "mistakes"; the claims were found by these words.');
  });

  it("knows a concept by any label in any case", async () => {
    const { a, b, note } = await ask(await open(quarrel), "reinforcement LEARNING", "ssl");
    expect([a.label, b.label, note]).toEqual(["reinforcement learning", "SSL", null]);
  });

  it("refuses a subject that nothing is about, and two names of one concept", async () => {
    const here = await open(quarrel);
    await expect(ask(here, "zebras", "SSL")).rejects.toMatchObject({ code: "query.no-match" });
    await expect(ask(here, "RL", "reinforcement learning")).rejects.toMatchObject({ code: "query.invalid" });
  });
});
