import type { z } from "zod";
import { AnswerCache } from "./extraction/llm/answer-cache.ts";
import { parseAnswerLine } from "./extraction/llm/batch-answers.ts";
import type { ModelRequest } from "./extraction/llm/model-request.ts";
import type { Diagnostic } from "./model/diagnostic.ts";

/** What became of a file of answers. */
export interface TakenAnswers {
  readonly taken: number;
  /** The lines that cannot be used, each with its place. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What answers are held against, and where they are kept. */
export interface Expected {
  readonly requests: AsyncIterable<ModelRequest> | Iterable<ModelRequest>;
  readonly schema: z.ZodType;
  /** The folder of answers. */
  readonly cache: string;
}

/**
 * Keeps the answers of a file, so that a run finds them at hand. Later lines with the same id stand over earlier ones.
 *
 * @param lines - of the file, without line ends.
 * @param file - its name, for the places of diagnostics.
 * @throws AppError `extraction.cache-invalid` when answers cannot be kept.
 */
export async function takeAnswers(
  lines: AsyncIterable<string>,
  file: string,
  { requests, schema, cache: folder }: Expected,
): Promise<TakenAnswers> {
  const expected = new Map<string, Pick<ModelRequest, "id" | "model" | "promptVersion">>();
  for await (const { id, model, promptVersion } of requests) expected.set(id, { id, model, promptVersion });
  const cache = new AnswerCache(folder);
  const taken = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() === "") continue;
    const { id, answer, problem } = parseAnswerLine(line, schema);
    const request = id === null ? undefined : expected.get(id);
    if (problem === null && request) {
      await cache.put(request, answer);
      taken.add(request.id);
    } else
      diagnostics.push(
        faulty(`${file}:${number}`, problem ?? `no request with this model and prompt has the id ${id}`),
      );
  }
  return { taken: taken.size, diagnostics };
}

function faulty(place: string, problem: string): Diagnostic {
  return {
    severity: "error",
    code: "extraction.answers-invalid",
    message: `${place}: ${problem}`,
    place,
    commentId: null,
    span: null,
  };
}
