import { describe, expect, it } from "vitest";
import { isBare } from "../../../src/queries/bare-words.ts";
import { claims } from "../../../src/queries/claims.ts";
import { openWorlds } from "./world.ts";

const open = openWorlds();

describe("isBare", () => {
  it.each([
    "I doubt that.",
    "I disagree.",
    "Exactly.",
    "This.",
    "Good point.",
    "I don’t think that is true.",
    "That makes sense to me.",
    "No, you're wrong.",
  ])("knows words that only take a side: %s", (words) => {
    expect(isBare(words)).toBe(true);
  });

  it.each([
    "I doubt that trams are dear.",
    "Trams are bad.",
    "Nobody rides.",
    "It rains.",
    "...",
    "It is what it is and that is that and that is all of it.",
  ])("lets be what says something: %s", (words) => {
    expect(isBare(words)).toBe(false);
  });
});

describe("a claim that says nothing by itself", () => {
  const answersOf = async (notation: string) => {
    const world = await open(notation);
    const listed = claims.output.parse(await claims.run(world.reader, claims.input.parse({})));
    return new Map(listed.items.map(({ text, answers }) => [text, answers]));
  };

  it("is listed with the words that its surest relation leads to", async () => {
    const answers = await answersOf(`
      harrow 2024-01-01 h1: RL is safe. [rl]
      harrow 2024-01-02 h2: SSL is dull. [ssl]
      tessel 2024-01-03 t1 > h2: I doubt that. []
      t1 -disagrees-with 0.8-> h1
      t1 -responds-to 0.6-> h2
    `);
    expect(answers.get("I doubt that.")).toMatchObject({
      text: "RL is safe.",
      commentId: "f:h1",
      speaker: { id: "harrow" },
    });
    expect(answers.get("RL is safe.")).toBeNull();
  });

  it("is listed with the start of the comment that it answers where nothing is drawn", async () => {
    const answers = await answersOf(`
      harrow 2024-01-01 h1: RL is safe. [rl]
      tessel 2024-01-03 t1 > h1: Exactly. []
      wren 2024-01-04 w1: Nonsense. []
    `);
    expect(answers.get("Exactly.")).toMatchObject({
      claimId: null,
      commentId: "f:h1",
      text: "Well. RL is safe. Yes.",
    });
    expect(answers.get("Nonsense.")).toBeNull();
  });
});
