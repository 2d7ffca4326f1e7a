import type { z } from "zod";
import { describeIssues, parsePlainly } from "../../parse-input.ts";

/** An answer, or what is wrong with it. */
export type ParsedAnswer<Answer> =
  | { readonly answer: Answer; readonly problem: null }
  | { readonly answer: null; readonly problem: string };

/** Reads the answer in what a model wrote: JSON, alone or with words or a fence around it. */
export function parseAnswerText<Answer>(text: string, schema: z.ZodType<Answer>): ParsedAnswer<Answer> {
  const start = text.indexOf("{");
  const end = text.lastIndexOf("}");
  if (start < 0 || end < start) return { answer: null, problem: "it holds no JSON object" };
  try {
    return parseAnswer(JSON.parse(text.slice(start, end + 1)), schema);
  } catch (error) {
    if (error instanceof SyntaxError) return { answer: null, problem: "it is no valid JSON" };
    throw error;
  }
}

/** Checks a value against the schema of answers. */
export function parseAnswer<Answer>(value: unknown, schema: z.ZodType<Answer>): ParsedAnswer<Answer> {
  const { success, data, error } = parsePlainly(schema, value);
  return success ? { answer: data, problem: null } : { answer: null, problem: describeIssues(error) };
}
