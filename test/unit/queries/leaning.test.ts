import { describe, expect, it } from "vitest";
import { leaningOf } from "../../../src/queries/leaning.ts";

const subjects = { a: ["RL", "reinforcement learning"], b: ["SSL", "self-supervised learning"] };
const toward = (text: string): readonly [number, number] => {
  const { a, b } = leaningOf(text, subjects);
  return [a, b];
};

describe("leaningOf", () => {
  it.each([
    ["RL is more dangerous than SSL.", [-1, 1]],
    ["RL is more dangerous than self-supervised learning.", [-1, 1]],
    ["RL is less dangerous than SSL.", [1, -1]],
    ["SSL is safer than RL.", [-1, 1]],
    ["SSL is worse than reinforcement learning.", [1, -1]],
    ["RL is more likely to deceive us than SSL is.", [-1, 1]],
    ["RL is more efficient than SSL.", [1, -1]],
    ["I prefer SSL to RL.", [-1, 1]],
    ["I'd rather use SSL than RL.", [-1, 1]],
  ])("reads a comparison: %s", (text, expected) => {
    expect(toward(text)).toEqual(expected);
  });

  it.each([
    ["RL is not more dangerous than SSL.", [1, 0]],
    ["I don't think that RL is more dangerous than SSL.", [1, 0]],
    ["SSL is no safer than RL.", [0, -1]],
  ])("takes a denied comparison as a defence of its left side only: %s", (text, expected) => {
    expect(toward(text)).toEqual(expected);
  });

  it.each([
    ["RL is dangerous.", [-1, 0]],
    ["RL isn't dangerous.", [1, 0]],
    ["I doubt that RL is where the danger enters.", [1, 0]],
    ["It does not follow that RL is the greater risk.", [1, 0]],
    ["SSL is not only dangerous, it is useless.", [0, -1]],
    ["The dangers of RL are well known.", [-1, 0]],
    ["I'm not worried about RL.", [1, 0]],
    ["SSL avoids the dangers of RL.", [-1, 1]],
    ["RL reduces the risk of deception.", [1, 0]],
    ["We should avoid RL.", [-1, 0]],
    ["It is a point in favour of RL.", [1, 0]],
    ["RL optimises the world directly, which makes it dangerous.", [-1, 0]],
    ["RL fails to improve anything.", [-1, 0]],
    ["Unlike RL, SSL is safe.", [0, 1]],
    ["It is dangerous to use RL here.", [-1, 0]],
    ["RL’s failures are dangerous.", [-1, 0]],
  ])("reads praise, blame and their denial: %s", (text, expected) => {
    expect(toward(text)).toEqual(expected);
  });

  it.each([
    ["I was wrong about RL.", [0, 0]],
    ["Update after a month: I was completely wrong about RL.", [0, 0]],
    ["We’ve been mistaken about RL, and SSL is safe.", [0, 1]],
    ["I was wrong to say that RL is dangerous.", [0, 0]],
    ["You were wrong: RL is dangerous.", [-1, 0]],
  ])("takes no side from what its writer was wrong about: %s", (text, expected) => {
    expect(toward(text)).toEqual(expected);
  });

  it.each([
    ["If you deploy it, RL is dangerous.", [-1, 0]],
    ["RL is dangerous unless somebody watches it.", [-1, 0]],
    ["SSL is safe, if slow.", [0, 1]],
  ])("reads what is said under a condition: %s", (text, expected) => {
    expect(toward(text)).toEqual(expected);
  });

  it.each([
    "If RL really had no reward hacking, I'd agree.",
    "If RL were safer than SSL, I would use it.",
    "I’d agree that RL is dangerous if it were used anywhere.",
    "RL would be safe if the reward were right.",
    "Were RL safe, I'd be on your side.",
    "Had RL been dangerous, we could tell.",
    "Even if RL is dangerous, so is a kettle.",
    "Is RL dangerous?",
    "RL learns from one number per episode, while SSL learns from every word.",
    "You are right that RL is common.",
    "Selection is a weak form of RL.",
    "The weather is dangerous.",
    "AI safety people study RL.",
    "",
  ])("does not tell from a question or from words that judge nothing: %s", (text) => {
    expect(toward(text)).toEqual([0, 0]);
  });

  it("finds labels in any case and with a plural, and only as whole words", () => {
    expect(leaningOf("Reward Models are dangerous.", { a: ["reward model"], b: [] }).a).toBe(-1);
    expect(leaningOf("CURL is dangerous.", { a: ["RL"], b: [] }).a).toBe(0);
  });
});
