import { describe, expect, it } from "vitest";
import { AnswerCache } from "../../../../src/extraction/llm/answer-cache.ts";
import { requestLine } from "../../../../src/extraction/llm/batch-requests.ts";
import { questionsOf } from "../../../../src/extraction/llm/comment-question.ts";
import { findPhrase } from "../../../../src/extraction/llm/find-phrase.ts";
import { commentAnswers, KeptAnswer } from "../../../../src/extraction/llm/kept-answer.ts";
import { readAnswer } from "../../../../src/extraction/llm/read-answer.ts";
import { noContext } from "../../../../src/model/extraction.ts";
import { takeAnswers } from "../../../../src/take-answers.ts";
import { normalForm } from "../../../../src/text/tokens.ts";
import { answerFolder } from "../../../support/fake-model.ts";
import { segmented } from "../../../support/segmented.ts";

const comment = segmented("Clay dikes crack in a drought. A clay dike is cheap.");
const dikes = [
  { key: "clay dike", span: { start: 0, end: 10 } },
  { key: "clay dike", span: { start: 33, end: 42 } },
];
const drought = { key: "drought", span: { start: 22, end: 29 } };
const asked = (...terms: (typeof drought)[]) => {
  const [question] = questionsOf(comment, noContext, terms, "any");
  if (!question) throw new Error("there is no question");
  return question;
};
const before = asked(...dikes, drought);
const now = asked(drought, ...dikes.slice(0, 1));
const answer = { claims: [], concepts: [[1]], relations: [], same: [] };

async function* lines(...given: readonly string[]) {
  yield* given;
}
async function keptOf(folder: string) {
  return await new AnswerCache(folder).get(commentAnswers.keyOf(now.request), KeptAnswer);
}

describe("an answer that is kept", () => {
  it("has the key of what was asked, whatever phrases were offered, and another where a word differs", () => {
    expect(commentAnswers.keyOf(now.request)).toBe(commentAnswers.keyOf(before.request));
    expect(now.request.id).not.toBe(before.request.id);
    const [other] = questionsOf(segmented(`${comment.text} No.`), noContext, dikes, "any");
    expect(other && commentAnswers.keyOf(other.request)).not.toBe(commentAnswers.keyOf(now.request));
  });

  it("means the words that were offered when it was given, in every spelling of theirs", () => {
    const kept = commentAnswers.keep(answer, commentAnswers.offeredBy(before.request));
    expect(kept.concepts).toEqual([[{ text: "Clay dikes", in: [1, 2] }]]);
    expect(readAnswer(now, kept).terms).toEqual(dikes);
  });

  it("is taken from a file by the requests of an earlier version, which offered other phrases", async () => {
    const line = JSON.stringify({ id: before.request.id, answer });
    const cache = answerFolder();
    const expected = { kind: commentAnswers, requests: [now.request] };
    const refused = await takeAnswers(lines(line), "in.jsonl", { kinds: [expected], cache });
    expect([refused.taken, refused.diagnostics.length]).toEqual([0, 1]);
    const old = lines(requestLine(before.request, "plain"));
    const { taken, diagnostics } = await takeAnswers(lines(line), "in.jsonl", {
      kinds: [{ ...expected, asked: old }],
      cache,
    });
    expect([taken, diagnostics]).toEqual([1, []]);
    expect((await keptOf(cache))?.concepts).toEqual([[{ text: "Clay dikes", in: [1, 2] }]]);
  });

  it("is taken from a copy of the folder of answers", async () => {
    const kept = commentAnswers.keep(answer, commentAnswers.offeredBy(before.request));
    const line = JSON.stringify({ id: commentAnswers.keyOf(now.request), model: "any", answer: kept });
    const cache = answerFolder();
    await takeAnswers(lines(line), "in.jsonl", {
      kinds: [{ kind: commentAnswers, requests: [now.request] }],
      cache,
    });
    expect(await keptOf(cache)).toEqual(kept);
  });
});

describe("a phrase in a sentence", () => {
  it.each([
    ["Clay dikes crack; a clay-dike does too.", "clay dike", ["Clay dikes", "clay-dike"]],
    ["RL is not rl-based.", "RL", ["RL", "rl"]],
    ["Nothing of the kind.", "clay dike", []],
  ])("is found in %s", (sentence, phrase, found) => {
    const spans = findPhrase(sentence, 0, normalForm(phrase));
    expect(spans.map(({ start, end }) => sentence.slice(start, end))).toEqual(found);
  });
});
