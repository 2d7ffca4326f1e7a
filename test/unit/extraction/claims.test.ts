import { beforeAll, describe, expect, it } from "vitest";
import { findClaims } from "../../../src/extraction/rules/claims/find-claims.ts";
import { loadTagger, type Tagger } from "../../../src/extraction/rules/terms/tagger.ts";
import { type QuotedWords, segmented } from "../../support/segmented.ts";

let tag: Tagger;
beforeAll(async () => {
  tag = await loadTagger();
});

const claimsOf = (text: string, quoted: readonly QuotedWords[] = []) =>
  findClaims(segmented(text, { quoted }), tag).map(({ span }) => text.slice(span.start, span.end));
const isClaim = (text: string) => claimsOf(text).length > 0;

describe("a claim", () => {
  it.each([
    ["a plain statement", "The reward function is learned from human ratings."],
    ["a hedged opinion", "Maybe we could get away with sparse rewards, I guess."],
    ["an evaluation", "That would be a terrible idea."],
    ["a recommendation", "We should wait until somebody understands it."],
    ["agreement with content", "Exactly, the planner is the dangerous part."],
    ["one word that takes a side", "Nonsense."],
    ["a concession", "OK, fair enough."],
    ["a tag question", "It still needs someone to write the reward, right?"],
    ["a rhetorical question", "Why would anyone trust a system like that?"],
    ["a rhetorical question with a negation", "Isn't that exactly what went wrong last time?"],
    ["a report with a stance", "You say that rewards are harmless, but I doubt it."],
    ["what somebody is said to hold", "According to my aunt the dough needs two days."],
    ["what somebody believed", "My grandmother believed that frost sweetens cabbage."],
    ["words of a writer who uses no capitals or apostrophes", "its a bad law and it doesnt work"],
  ])("is %s", (_, text) => {
    expect(isClaim(text)).toBe(true);
  });

  it.each([
    ["thanks", "Thanks for the detailed reply!"],
    ["thanks behind praise", "That was helpful, thanks!"],
    ["the words that name whose a quote behind them is", "As Ilse said in January,"],
    ["an apology", "Sorry for the late answer."],
    ["a greeting", "Hi Ann,"],
    ["a genuine question", "How did you measure the loss?"],
    ["a question for confirmation", "Is that right?"],
    ["an announcement", "Let me explain what I have in mind."],
    ["a set-up", "Suppose the agent is asked to write a plan."],
    ["a pointer", "(See the appendix.)"],
    ["an address", "https://example.org/a-terrible-idea?is=wrong"],
    ["a request", "Could you say more about the second part?"],
    ["not understanding", "I'm not sure what you mean by that."],
    ["an offer", "If you like, I'll post the numbers."],
    ["a short fragment", "For example:"],
    ["a smiley", ":-)"],
  ])("is not %s", (_, text) => {
    expect(isClaim(text)).toBe(false);
  });
});

describe("items of a list", () => {
  it("are claims where the lead-in argues", () => {
    const text = "There are two reasons why I doubt it:\n- The ratings are noisy\n- Nobody checks the raters";
    expect(claimsOf(text)).toEqual(
      expect.arrayContaining(["The ratings are noisy", "Nobody checks the raters"]),
    );
  });

  it("are no claims where the lead-in sets a scene", () => {
    const text = "Imagine the following scenario:\n- The agent reads the mail\n- The agent writes an answer";
    expect(claimsOf(text)).toEqual([]);
  });

  it("carry their lead-in, apart from the words", () => {
    const text = "I see a problem:\n- The ratings are too noisy";
    const [claim] = findClaims(segmented(text), tag);
    expect(claim?.leadIn).toEqual({ start: 0, end: 16 });
    expect(claim?.span.start).toBe(19);
  });
});

describe("a fragment", () => {
  it("carries the sentence with a colon that it completes", () => {
    const text = "There is one thing that the council forgot:\n\nNo money for the winter, not even for salt.";
    const [claim] = findClaims(segmented(text), tag).filter(({ span }) => span.start > 40);
    expect(claim?.leadIn).toEqual({ start: 0, end: 43 });
  });

  it("carries nothing when it is a sentence of its own", () => {
    const text = "There is one thing that the council forgot:\n\nWinter is expensive, and salt is not free.";
    expect(findClaims(segmented(text), tag).map(({ leadIn }) => leadIn)).not.toContainEqual({
      start: 0,
      end: 43,
    });
  });
});

describe("quoted words", () => {
  const text = "Rewards are harmless.\n\nNo, they are not.";

  it("are a claim of whoever is quoted while nobody found their source", () => {
    const comment = segmented(text, { quoted: [{ words: "Rewards are harmless." }] });
    expect(findClaims(comment, tag).map(({ quoteId }) => quoteId)).toEqual([comment.quotes[0]?.id, null]);
  });

  it("make no second claim once they stand in another comment", () => {
    const source = { commentId: "forum:0", version: "v", span: { start: 0, end: 21 } };
    expect(claimsOf(text, [{ words: "Rewards are harmless.", source }])).toEqual(["No, they are not."]);
  });
});
