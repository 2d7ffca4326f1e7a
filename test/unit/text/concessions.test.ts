import { describe, expect, it } from "vitest";
import { turnAfterConcession } from "../../../src/text/concessions.ts";

/** Sentences that grant something, with a bar where they turn. */
const turning = [
  "Sure, trams are dear, |but they pay for themselves.",
  "Granted, few people come; |still, those who come need it.",
  "You're right about the heating – |yet Sunday is the only day I can go.",
  "It's true that hardly anybody comes, |however the archive is heated anyway.",
  "Yes heating is expensive |but so is everything.",
  "The dough may be sour, |but nobody minds.",
  "While the goats are loud, |the dogs are worse.",
  "Even though it rained all week, |the hive gained two kilos.",
  "I get the worry, |but look at the numbers.",
];

const straight = [
  "Trams are dear, but they are clean.",
  "Yes, trams are dear.",
  "But the heating is expensive.",
  "Sure-footed goats climb that.",
  "Right now trams are dear, but they are clean.",
  "Right-wing papers loved it, but few people read them.",
  "I agree with all but one of them.",
  "",
];

describe("where a sentence turns after it granted something", () => {
  it.each(turning)("%s", (marked) => {
    expect(turnAfterConcession(marked.replace("|", ""))).toBe(marked.indexOf("|"));
  });

  it.each(straight)("is nowhere here: %s", (text) => {
    expect(turnAfterConcession(text)).toBeNull();
  });

  it("is read from a long line in a blink", () => {
    expect(turnAfterConcession(`sure ${"a , ".repeat(200_000)}`)).toBeNull();
    expect(turnAfterConcession(`while ${"a ".repeat(200_000)}`)).toBeNull();
  });
});
