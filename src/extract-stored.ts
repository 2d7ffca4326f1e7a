import { AnswerCache } from "./extraction/llm/answer-cache.ts";
import { parseAnswerLine } from "./extraction/llm/batch-answers.ts";
import { requestLine } from "./extraction/llm/batch-requests.ts";
import { ModelExtractor } from "./extraction/llm/model-extractor.ts";
import type { BatchFormat, ModelOptions, ModelReport } from "./extraction/llm/model-options.ts";
import type { ModelRequest } from "./extraction/llm/model-request.ts";
import type { Diagnostic } from "./model/diagnostic.ts";
import type { GlossaryEntry } from "./model/glossary.ts";
import type { Known } from "./model/known.ts";
import { listForExtraction } from "./pipeline.ts";

/** A graph and the model that is to read it. */
export interface ModelReading {
  readonly known: Known;
  readonly model: ModelOptions;
  /** The user's entries, then the shipped ones. */
  readonly glossary: readonly GlossaryEntry[];
}

/** Every request that a model is to answer about what is stored, once each, in the order in which comments came. */
async function* requestsOfStore({ known, model, glossary }: ModelReading): AsyncGenerator<ModelRequest> {
  const extractor = await ModelExtractor.load(glossary, model);
  const seen = new Set<string>();
  const all = listForExtraction(known, { extractor, glossary }, { isWaitingOnly: false });
  for await (const { comment, context } of all)
    for (const { request } of extractor.questionsOf(comment, context)) {
      if (seen.has(request.id)) continue;
      seen.add(request.id);
      yield request;
    }
}

/**
 * The requests about what is stored as lines of a batch file.
 *
 * @param options.isUnansweredOnly - leaves out those whose answer is at hand.
 */
export async function* requestLines(
  reading: ModelReading,
  { format, isUnansweredOnly }: { readonly format: BatchFormat; readonly isUnansweredOnly: boolean },
): AsyncGenerator<string> {
  const cache = new AnswerCache(reading.model.cache);
  for await (const request of requestsOfStore(reading))
    if (!isUnansweredOnly || (await cache.get(request.id)) === null) yield requestLine(request, format);
}

/** What became of a file of answers. */
export interface TakenAnswers {
  readonly taken: number;
  /** The lines that cannot be used, each with its place. */
  readonly diagnostics: readonly Diagnostic[];
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
  reading: ModelReading,
): Promise<TakenAnswers> {
  const requests = new Map<string, Pick<ModelRequest, "id" | "model" | "promptVersion">>();
  for await (const { id, model, promptVersion } of requestsOfStore(reading))
    requests.set(id, { id, model, promptVersion });
  const cache = new AnswerCache(reading.model.cache);
  const taken = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() === "") continue;
    const { id, answer, problem } = parseAnswerLine(line);
    const request = id === null ? undefined : requests.get(id);
    if (answer && request) {
      await cache.put(request, answer);
      taken.add(request.id);
    } else
      diagnostics.push(
        faulty(
          `${file}:${number}`,
          problem ?? `no request about what is stored has the id ${id} (with this model and prompt)`,
        ),
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

/** What asking for all that waits would take. Nothing is sent and nothing is changed. */
export async function estimateAsking({ known, model, glossary }: ModelReading): Promise<ModelReport> {
  let report: ModelReport | null = null;
  const extractor = await ModelExtractor.load(glossary, {
    ...model,
    isOffline: true,
    onReport: (asked) => {
      report = asked;
    },
  });
  const waiting = listForExtraction(known, { extractor, glossary }, { isWaitingOnly: true });
  for await (const _ of extractor.prepare(waiting));
  if (report === null) throw new Error("an estimate ended without a report");
  return report;
}
