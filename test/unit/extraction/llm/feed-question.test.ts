import { describe, expect, it } from "vitest";
import { feedAnswerSchema } from "../../../../src/extraction/llm/feed-answer.ts";
import { feedPrompt, feedPromptVersion } from "../../../../src/extraction/llm/feed-prompt.ts";
import { feedQuestionsOf, withAnswers } from "../../../../src/extraction/llm/feed-question.ts";
import { hashId } from "../../../../src/model/id.ts";
import { feed } from "../../../support/drafts.ts";

const dump = feed(["|The dam is low.", ">It must be raised.", "No.", "- a list", "It held in 2013."]);
const shown = (user: string) => JSON.parse(/^<data>\n([\s\S]*)\n<\/data>$/u.exec(user)?.[1] ?? "null");

describe("what a model is asked about a dump", () => {
  it("numbers its paragraphs", () => {
    const [question] = feedQuestionsOf(dump, "any");
    expect(shown(question?.request.user ?? "")).toEqual({
      paragraphs: [
        { n: 1, text: "The dam is low." },
        { n: 2, text: "It must be raised." },
        { n: 3, text: "No." },
        { n: 4, list: true, text: " a list" },
        { n: 5, text: "It held in 2013." },
      ],
    });
  });

  it("reads a long dump in windows that see a little of each other, and shortens long paragraphs", () => {
    const long = feed(Array.from({ length: 130 }, (_, index) => (index === 0 ? "x".repeat(5000) : "Words.")));
    const windows = feedQuestionsOf(long, "any").map(({ request }) => shown(request.user));
    expect(
      windows.map(({ before = [], paragraphs, after = [] }) =>
        [before, paragraphs, after].map((list) => list.length),
      ),
    ).toEqual([
      [0, 120, 5],
      [15, 10, 0],
    ]);
    expect(windows[0].paragraphs[0].text).toHaveLength(1505);
  });

  it("puts borders and quotes where the answer says, and leaves out numbers that were not asked about", () => {
    const [question] = feedQuestionsOf(dump, "any");
    if (!question) throw new Error("there is no question");
    const answer = {
      comments: [
        { p: 2, why: "", confidence: 0.87 },
        { p: 5, why: "", confidence: 0.3 },
        { p: 9, why: "", confidence: 1 },
      ],
      quotes: [
        { p: 2, why: "", of: "interlocutor" as const },
        { p: 4, why: "", of: "self" as const },
        { p: 0, why: "", of: "third" as const },
      ],
    };
    const { feed: labelled, strays } = withAnswers(dump, [[question, answer]]);
    expect(labelled.starts).toEqual([0, 1]);
    expect(labelled.blocks.map(({ boundaryScore }) => boundaryScore)).toEqual([0, 0.9, 0, 0, 0]);
    expect(
      labelled.blocks.map(({ quoteScore, quotedFrom }) => (quoteScore === 1 ? (quotedFrom ?? "?") : "")),
    ).toEqual(["", "?", "", "Ann", ""]);
    expect(strays).toEqual([9, 0]);
  });

  it("changes its version with its words: raise feedPromptVersion and write down the new hash", () => {
    const words = [feedPrompt, JSON.stringify(feedAnswerSchema)];
    expect([feedPromptVersion, hashId(...words)]).toEqual(["dump 1", "e6c608321b2480b1"]);
  });
});
