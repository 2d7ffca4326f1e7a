import { describe, expect, it } from "vitest";
import { ModelAnswer } from "../../../../src/extraction/llm/answer.ts";
import { parseAnswerLine } from "../../../../src/extraction/llm/batch-answers.ts";
import { requestLine } from "../../../../src/extraction/llm/batch-requests.ts";
import { questionsOf } from "../../../../src/extraction/llm/comment-question.ts";
import { noContext } from "../../../../src/model/extraction.ts";
import { worded } from "../../../support/fake-model.ts";
import { segmented } from "../../../support/segmented.ts";

const [question] = questionsOf(segmented("Dikes last."), noContext, [], "some-model");
const answer = {
  claims: [{ s: 1, attribution: "own", leadIn: null }],
  concepts: [],
  relations: [],
  same: [],
};

describe("batch files", () => {
  it("write a request in our own form and in those of batch endpoints", () => {
    if (!question) throw new Error("there is no question");
    const { request } = question;
    const { id } = request;
    expect(JSON.parse(requestLine(request, "plain"))).toEqual(request);
    expect(JSON.parse(requestLine(request, "openai"))).toMatchObject({
      custom_id: id,
      method: "POST",
      url: "/v1/chat/completions",
      body: { model: "some-model", messages: [{ role: "system" }, { role: "user", content: request.user }] },
    });
    expect(JSON.parse(requestLine(request, "anthropic"))).toMatchObject({
      custom_id: id,
      params: { model: "some-model", messages: [{ role: "user", content: request.user }] },
    });
  });

  it.each([
    ["an object", { id: "x", answer }],
    ["the text of a model", { id: "x", answer: `Sure: ${JSON.stringify(answer)}` }],
    ["an answer without what may be left out", { id: "x", answer: { claims: [{ s: 1 }], relations: [] } }],
    [
      "a line of OpenAI's output",
      { custom_id: "x", response: { status_code: 200, body: worded.openai(answer).value }, error: null },
    ],
    [
      "a line of Anthropic's output",
      { custom_id: "x", result: { type: "succeeded", message: worded.anthropic(answer).value } },
    ],
  ])("read %s", (_, line) => {
    expect(parseAnswerLine(JSON.stringify(line), ModelAnswer)).toEqual({ id: "x", answer, problem: null });
  });

  it.each([
    ["a line that is no JSON", "{", null, "the line is no JSON"],
    ["a line of another kind", '{"x": 1}', null, "neither {id, answer}"],
    [
      "an answer of another shape",
      '{"id": "x", "answer": {"claims": [{"s": "1"}]}}',
      "x",
      "claims.0.s: must be a number; relations: is missing",
    ],
    [
      "a failed request",
      '{"custom_id": "x", "result": {"type": "errored", "error": {}}}',
      "x",
      "the batch gave no answer",
    ],
    [
      "another failed request",
      '{"custom_id": "x", "response": null, "error": {"message": "no"}}',
      "x",
      "the batch gave no answer",
    ],
  ])("say what is wrong with %s", (_, line, id, problem) => {
    expect(parseAnswerLine(line, ModelAnswer)).toEqual({
      id,
      answer: null,
      problem: expect.stringContaining(problem),
    });
  });
});
