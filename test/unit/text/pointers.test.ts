import { describe, expect, it } from "vitest";
import { pointerIn } from "../../../src/text/pointers.ts";

describe("what a sentence points to", () => {
  it.each([
    ["That claim is false.", "claim"],
    ["This argument proves too much.", "claim"],
    ["Sorry, but your whole point still fails once you count the winter.", "claim"],
    ["Your conclusion doesn't work for a class of thirty.", "conclusion"],
    ["That premise was never shown.", "reason"],
    ["The former is what everybody says.", "former"],
    ["And the latter point is true of sheep only.", "latter"],
    ["That does not follow.", "step"],
    ["It simply doesn't follow that bees would leave.", "step"],
    ["A non sequitur if ever I saw one.", "step"],
  ])("%s", (text, expected) => {
    expect(pointerIn(text)).toBe(expected);
  });

  it.each([
    "At that point I left.",
    "At this point is there any hope?",
    "People that claim the moss is old have not looked.",
    "Your point is that buses are slower.",
    "Your point about the buses is fair.",
    "I do not follow the league.",
    "It does not follow the rules.",
    "The fox does it too, but it doesn't follow him home.",
    "The former mayor was at the opening.",
    "These claims are false.",
    "You realise that your argument is up.",
    "If it is the latter, we leave.",
    "Nobody could argue that point.",
  ])("is nothing sure here: %s", (text) => {
    expect(pointerIn(text)).toBeNull();
  });

  it("is read from a long line in a blink", () => {
    expect(
      pointerIn(`${"that claim ".repeat(60_000)}${"your ".repeat(60_000)}${"does not ".repeat(30_000)}`),
    ).toBe(null);
  });
});
