import { describe, expect, it } from "vitest";
import { trace } from "../../../src/queries/trace.ts";
import { openWorlds, type World } from "./world.ts";

const open = openWorlds();
const follow = async ({ reader }: World, claim: string, author: string | null = null, limit = 20) =>
  trace.output.parse(await trace.run(reader, { claim, author, limit }));

const line = `
  harrow 2024-01-01 h1: RL is dangerous. [rl]
  harrow 2024-03-01 h3: RL is dangerous when episodes are long. [rl]
  harrow 2024-02-01 h2: RL is dangerous when it plans. [rl]
  harrow 2024-04-01 h4 = h1: RL is dangerous. [rl]
  tessel 2024-01-15 t1 > h1: RL is safe. [rl]
  tessel 2024-05-01 t2 = h1: RL is dangerous. [rl]
  harrow 2024-05-01 h5: Brains use RL. [bio rl]
  h2 -refines 0.9-> h1
  h3 -refines 0.8-> h2
  t1 -disagrees-with 0.7-> h1
  h2 -responds-to 0.6-> t1
`;

describe("trace", () => {
  it("follows refinements in both directions and restatements, oldest first", async () => {
    const here = await open(line);
    const { steps, total, isAlone, near } = await follow(here, "RL plans", "harrow");
    expect(steps.map(({ words }) => words.commentId)).toEqual(["f:h1", "f:h2", "f:h3", "f:h4"]);
    expect({ total, isAlone, near }).toEqual({ total: 4, isAlone: false, near: [] });
  });

  it("leaves out what others say, though it states the same claim", async () => {
    const here = await open(line);
    const { steps } = await follow(here, here.id("h1"), "Name of Harrow");
    expect(steps.every(({ words }) => words.speaker?.id === "harrow")).toBe(true);
  });

  it("says what changed against the wording that is refined", async () => {
    const here = await open(line);
    const { steps } = await follow(here, "RL is dangerous", "harrow");
    const texts = new Map(steps.map(({ words }) => [words.locutionId, words.text]));
    const changes = steps.map(({ words, change }) =>
      change === null
        ? null
        : [
            change.removed.map((span) => texts.get(change.from)?.slice(span.start, span.end)),
            change.added.map((span) => words.text.slice(span.start, span.end)),
          ],
    );
    expect(changes).toEqual([
      null,
      [[], ["when it plans"]],
      [["it plans"], ["episodes are long"]],
      [["when episodes are long"], []],
    ]);
  });

  it("compares with the wording that is refined, though another was said since, or none of the two is dated", async () => {
    const here = await open(`
      harrow 2024-01-01 h1: RL is dangerous. [rl]
      harrow 2024-02-01 h2: Episodes are long enough. [rl]
      harrow 2024-03-01 h3: RL is very dangerous. [rl]
      harrow - h5: Whatever selects on outcomes is very dangerous. [rl]
      harrow - h6: Whatever selects is very dangerous. [rl]
      h2 -refines 0.9-> h1
      h3 -refines 0.9-> h1
      h3 -refines 0.9-> h2
      h5 -refines 0.9-> h6
      h6 -refines 0.9-> h3
    `);
    const { steps } = await follow(here, "RL is dangerous", "harrow");
    const names = new Map(steps.map(({ words }) => [words.locutionId, words.commentId.slice(2)]));
    expect(
      steps.map(({ words, change }) => [words.commentId.slice(2), names.get(change?.from ?? "") ?? null]),
    ).toEqual([
      ["h1", null],
      ["h2", "h1"],
      ["h3", "h1"],
      ["h5", "h6"],
      ["h6", "h3"],
    ]);
  });

  it("shows what attacked a wording and what the author answered", async () => {
    const here = await open(line);
    const [first] = (await follow(here, "RL is dangerous", "harrow")).steps;
    expect(
      first?.attacks.map(({ attack, answers }) => [attack.from.text, answers.map((it) => it.from.text)]),
    ).toEqual([["RL is safe.", ["RL is dangerous when it plans."]]]);
  });

  it("lists near claims of a line that holds one claim, as near", async () => {
    const here = await open(line);
    const { isAlone, steps, near, others } = await follow(here, "Brains use RL");
    expect(isAlone).toBe(true);
    expect(steps).toHaveLength(1);
    expect(near.map(({ claim, shared }) => [claim.id, shared.map(({ id }) => id)])).toEqual([
      [here.id("h1"), ["rl"]],
      [here.id("h2"), ["rl"]],
      [here.id("h3"), ["rl"]],
    ]);
    expect(others.map(({ id }) => near.some(({ claim }) => claim.id === id))).not.toContain(true);
  });

  it("takes the claim that has the most of the asked words, and names the others", async () => {
    const here = await open(line);
    const { claim, others } = await follow(here, "rl safe");
    expect(claim.id).toBe(here.id("t1"));
    expect(others.length).toBeGreaterThan(0);
    expect(others.map(({ id }) => id)).not.toContain(claim.id);
  });

  it("takes three signs for the start of an id, but a word that claims have for that word", async () => {
    const claims = Array.from({ length: 80 }, (_, at) => `harrow - h${at}: Rewards ${at} mislead. [rl]`).join(
      "\n",
    );
    const here = await open(claims);
    const ids = Array.from({ length: 80 }, (_, at) => here.id(`h${at}`));
    const starting = (start: RegExp) => {
      const found = ids.find(
        (id) => start.test(id) && ids.filter((one) => one.startsWith(id.slice(0, 3))).length === 1,
      );
      if (found === undefined) throw new Error(`no id starts with ${start}`);
      return found;
    };
    const [mixed, letters] = [starting(/^[0-9][a-f][0-9]/), starting(/^[a-f]{3}/)];
    for (const id of [mixed, letters]) expect((await follow(here, id.slice(0, 3))).claim.id).toBe(id);
    await expect(follow(here, "decade")).rejects.toMatchObject({ code: "query.no-match" });
    await here.close();
    const word = letters.slice(0, 3);
    const there = await open(`${claims}\nharrow - w: A ${word} idea is a ${word} idea. [rl]`);
    expect((await follow(there, word)).claim.id).toBe(there.id("w"));
  });

  it("takes the start of an id, and any id of a locution, for its claim", async () => {
    const here = await open(line);
    const { claim } = await follow(here, here.id("h3").slice(0, 8));
    expect(claim.id).toBe(here.id("h3"));
  });

  it("says where nothing fits: the words, the author, or the author's claims", async () => {
    const here = await open(line);
    await expect(follow(here, "zebras")).rejects.toMatchObject({ code: "query.no-match" });
    await expect(follow(here, "RL", "nobody")).rejects.toMatchObject({ code: "query.no-match" });
    await expect(follow(here, "brains", "tessel")).rejects.toMatchObject({
      code: "query.no-match",
      hint: expect.stringContaining("leave out the author"),
    });
  });
});
