import { z } from "zod";
import { describeIssues, parsePlainly } from "../../parse-input.ts";
import { type ParsedAnswer, parseAnswer, parseAnswerText } from "./parse-answer.ts";
import { anthropic } from "./providers/anthropic.ts";
import { openai } from "./providers/openai.ts";

const Plain = z.object({ id: z.string(), answer: z.unknown() });
const OpenAiOutput = z.object({
  custom_id: z.string(),
  response: z.object({ body: z.unknown().optional() }).nullable(),
  error: z.unknown().optional(),
});
const AnthropicOutput = z.object({
  custom_id: z.string(),
  result: z.object({ type: z.string(), message: z.unknown().optional() }),
});
const BatchLine = z.union([Plain, OpenAiOutput, AnthropicOutput], {
  error: "neither {id, answer} nor a line of a batch endpoint's output",
});

/** A line of answers: whose it is (null when it does not say), and the answer or what is wrong with it. */
export type AnswerLine<Answer> = ParsedAnswer<Answer> & { readonly id: string | null };

/**
 * Reads one line of a file of answers: `{id, answer}`, where the answer is an object or the text that a model
 * wrote, or a line of what the batch endpoints of OpenAI and Anthropic give back.
 */
export function parseAnswerLine<Answer>(line: string, schema: z.ZodType<Answer>): AnswerLine<Answer> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return wrong(null, "the line is no JSON");
  }
  const { success, data, error } = parsePlainly(BatchLine, value);
  if (!success) return wrong(null, describeIssues(error));
  if ("answer" in data) {
    const { id, answer } = data;
    return {
      id,
      ...(typeof answer === "string" ? parseAnswerText(answer, schema) : parseAnswer(answer, schema)),
    };
  }
  const id = data.custom_id;
  const reply = "result" in data ? anthropic.read(data.result.message) : openai.read(data.response?.body);
  return reply === null
    ? wrong(id, "the batch gave no answer to it")
    : { id, ...parseAnswerText(reply.text, schema) };
}

function wrong(id: string | null, problem: string): AnswerLine<never> {
  return { id, answer: null, problem };
}
