import { describe, expect, it } from "vitest";
import { claims } from "../../../src/queries/claims.ts";
import { debate } from "../../../src/queries/debate.ts";
import { search } from "../../../src/queries/search.ts";
import { show } from "../../../src/queries/show.ts";
import { summary } from "../../../src/queries/summary.ts";
import { openWorlds } from "./world.ts";

const open = openWorlds();

type Which = "sure" | "all";
const everything = { concept: null, author: null, kind: null, limit: 100 };

const quarrel = `
  harrow 2024-01-01 h1: RL is more dangerous than SSL. [rl ssl]
  tessel 2024-01-02 t1 > h1: I doubt that RL is dangerous. [rl]
  wren 2024-01-03 w1 > h1: RL learns from rewards. [rl]
  ozmund 2024-01-04 o1 > t1: Prediction is not. []
  t1 -disagrees-with 0.8-> h1
  w1 -disagrees-with 0.3-> h1
  w1 -supports 0.4-> t1
  o1 -disagrees-with 0.3-> t1
`;

/** The same where a view leaves something out: somebody rejected a relation. */
const judged = `
  ${quarrel}
  tessel 2024-01-05 t2: SSL is harmless. [ssl]
  t2 -disagrees-with 0.9-> h1
  reject t2 h1
  accept o1 t1
`;

describe("what is not sure and not drawn", () => {
  it.each([
    ["in a store of one layer", quarrel],
    ["where somebody accepted and rejected relations", judged],
  ])("counts nowhere, and everywhere when suggestions are asked for, %s", async (_name, notation) => {
    const { reader } = await open(notation);
    for (const relations of ["sure", "all"] as const) {
      const { items } = await claims.run(reader, { ...everything, relations });
      expect(items.length).toBeGreaterThan(3);
      for (const { id, attacks, relations: count } of items) {
        const shown = await show.run(reader, { id, relations });
        if (shown.kind !== "claim") throw new Error(`${id} is no claim`);
        expect(attacks).toBe(shown.incoming.filter(({ kind }) => kind === "disagrees-with").length);
        expect(count).toBe(shown.incoming.length + shown.outgoing.length);
      }
    }
  });

  it("ranks no claim, and puts none in the list of a kind", async () => {
    const here = await open(quarrel);
    const ids = async (relations: Which, more: object) =>
      (await claims.run(here.reader, { ...everything, relations, ...more })).items.map(({ id }) => id);
    const [h1, t1, w1] = ["h1", "t1", "w1"].map((name) => here.id(name));
    for (const more of [{}, { concept: "rl" }]) {
      const kind = { ...more, kind: "disagrees-with" };
      expect(new Set(await ids("sure", kind))).toEqual(new Set([h1, t1]));
      expect(await ids("all", kind)).toEqual(expect.arrayContaining([h1, t1, w1]));
    }
    expect(await ids("sure", { author: "wren", kind: "supports" })).toEqual([]);
    expect(await ids("all", { author: "wren", kind: "supports" })).toEqual([w1]);
    expect((await ids("all", {}))[0]).toBe(t1);
    const disputed = async (relations: Which) =>
      (await summary.run(here.reader, { limit: 5, relations })).disputed.map(({ id, attacks }) => [
        id,
        attacks,
      ]);
    expect(await disputed("sure")).toEqual([[h1, 1]]);
    expect(await disputed("all")).toEqual([
      [h1, 2],
      [t1, 1],
    ]);
    const found = async (relations: Which) =>
      (await search.run(here.reader, { text: "dangerous", kind: "claim", limit: 9, relations })).items.map(
        (hit) => (hit.kind === "claim" ? [hit.claim.id, hit.claim.attacks] : []),
      );
    expect(await found("sure")).toContainEqual([h1, 1]);
    expect(await found("all")).toContainEqual([h1, 2]);
  });

  it("takes nobody to a side, makes no clash and brings no claim into a debate", async () => {
    const here = await open(quarrel);
    const ask = (relations: Which) => debate.run(here.reader, { a: "RL", b: "SSL", limit: 120, relations });
    const sure = await ask("sure");
    expect(sure.sides.map(({ members }) => members.map(({ id }) => id).sort())).toEqual([
      ["tessel"],
      ["harrow"],
    ]);
    expect(sure.counts).toEqual({
      claims: { shown: 3, total: 3 },
      relations: { shown: 1, total: 1 },
      clashes: { shown: 1, total: 1 },
    });
    expect(sure.suggestions).toBe(2);
    const all = await ask("all");
    expect(all.sides.flatMap(({ members }) => members.map(({ id }) => id)).sort()).toEqual([
      "harrow",
      "ozmund",
      "tessel",
      "wren",
    ]);
    expect(all.counts).toMatchObject({
      claims: { total: 4 },
      relations: { total: 4 },
      clashes: { total: 3 },
    });
  });

  it("takes nobody to a side by the stance that a suggestion shows", async () => {
    const here = await open(`
      harrow 2024-01-01 h1: RL is more dangerous than SSL. [rl ssl]
      tessel 2024-01-02 t1 > h1: I doubt that RL is dangerous. [rl]
      wren 2024-01-03 w1 > h1: Brains learn. [bio rl]
      t1 -disagrees-with 0.8-> h1
      w1 -responds-to 0.3-> h1
      wren for h1 by w1
    `);
    const ask = async (relations: Which) =>
      (await debate.run(here.reader, { a: "RL", b: "SSL", limit: 120, relations })).apart.map(({ id }) => id);
    expect(await ask("sure")).toEqual(["wren"]);
    expect(await ask("all")).toEqual([]);
  });
});
