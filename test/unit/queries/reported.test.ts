import { describe, expect, it } from "vitest";
import { debate } from "../../../src/queries/debate.ts";
import { wordsOfClaims } from "../../../src/queries/load/words.ts";
import { openWorlds } from "./world.ts";

const open = openWorlds();

/** Whom the words of a claim report. */
async function reportedIn(notation: string, name = "x") {
  const world = await open(notation);
  const id = world.id(name);
  const words = (await wordsOfClaims(world.reader, [id])).get(id)?.[0];
  return {
    attribution: words?.attribution,
    source: words?.reported?.text,
    person: words?.reported?.person?.id,
  };
}

const above = `
  harrow 2024-01-01 h1: RL is safe. [rl]
  tessel 2024-01-02 t1 > h1: RL is not safe. [rl]
`;

describe("words that report somebody", () => {
  it("mean by you the person answered", async () => {
    const found = await reportedIn(`${above} wren 2024-01-03 x > t1: {You} say that RL is unsafe. [rl]`);
    expect(found).toEqual({ attribution: "reported", source: "You", person: "tessel" });
  });

  it("mean nobody by you where nobody else is answered", async () => {
    expect((await reportedIn("wren 2024-01-03 x: {You} say that RL is unsafe. [rl]")).person).toBeUndefined();
    const alone =
      "wren 2024-01-03 w: RL is dull. [rl]\nwren 2024-01-04 x > w: {You} say that RL is unsafe. [rl]";
    expect((await reportedIn(alone)).person).toBeUndefined();
  });

  it("mean by a name the person above who has it", async () => {
    const notation = `${above} wren 2024-01-03 x > t1: {Name of harrow} thinks that RL is safe. [rl]`;
    expect((await reportedIn(notation)).person).toBe("harrow");
  });

  it("mean nobody by a name that is nobody's", async () => {
    const notation = `${above} wren 2024-01-03 x > t1: {Name of harrowgate} thinks that RL is safe. [rl]`;
    expect((await reportedIn(notation)).person).toBeUndefined();
    // The first name is one that both have.
    expect((await reportedIn(notation.replace("Name of harrowgate", "Name"))).person).toBeUndefined();
  });

  it("mean by I the writer, at an earlier time", async () => {
    expect((await reportedIn(`${above} wren 2024-01-03 x > t1: {I} used to think so. [rl]`)).person).toBe(
      "wren",
    );
  });

  it("are told apart from own words and from quotations", async () => {
    expect((await reportedIn(`${above} wren 2024-01-03 x > t1: RL is odd. [rl]`)).attribution).toBe("own");
    expect((await reportedIn(`${above} wren 2024-01-03 x quotes: RL is odd. [rl]`)).attribution).toBe(
      "quoted",
    );
  });

  it("put their writer on no side of a debate", async () => {
    const world = await open(`
      harrow 2024-01-01 h1: RL is better than SSL. [rl ssl]
      tessel 2024-01-02 t1 > h1: SSL is better than RL. [rl ssl]
      wren 2024-01-03 w1: {People} say that RL is better than SSL. [rl ssl]
      t1 -disagrees-with 0.8-> h1
      t1 -disagrees-with 0.8-> w1
    `);
    const { sides, apart } = debate.output.parse(
      await debate.run(world.reader, { a: "RL", b: "SSL", limit: 120 }),
    );
    expect(sides.map(({ members }) => members.map(({ id }) => id))).toEqual([["harrow"], ["tessel"]]);
    expect(apart.map(({ id }) => id)).toEqual(["wren"]);
  });
});
