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
  "While parking costs money, |the levy covers it.",
  "While in theory bees sting twice, |ours never did.",
  "While I was hoping for more, |this is decent.",
  "While the hall is being painted, |it can still be let.",
  "While I'm no fan of the mayor, |this one is not his fault.",
  "Granted, it is old, |but good luck finding another.",
];

const straight = [
  "Trams are dear, but they are clean.",
  "Yes, trams are dear.",
  "But the heating is expensive.",
  "Sure-footed goats climb that.",
  "Right now trams are dear, but they are clean.",
  "Right-wing papers loved it, but few people read them.",
  "I agree with all but one of them.",
  "I see that they cannot help but bark.",
  "",
  // Openings that say when, or excuse the speaker.
  "While waiting for the tram, I read your comment.",
  "While still typing this, I saw your edit.",
  "While I was typing, Ann said the same.",
  "“While we're at it, the doors squeak too.",
  "While on holiday in Wales, we saw such a weir.",
  "While you were out, the vote was closed.",
  "While I'm no chemist, the dough looks fine.",
  "Although I haven't read the book, the title is a giveaway.",
  "Though I'm rather late to this, the pump is from 1962.",
  // What follows thanks or agrees.
  "Even though I am late, thank you.",
  "Although it hurts, I do agree with you.",
  "While I rarely side with Ann, you're right here.",
  "I get that it took time, but thanks for checking.",
  "Even though nobody likes it, you have a point.",
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
    expect(turnAfterConcession(`while ${"ing in ".repeat(40)}, ${"i was ".repeat(200_000)}`)).toBeNull();
  });
});
