import { ModelAnswer } from "./extraction/llm/answer.ts";
import { AnswerCache } from "./extraction/llm/answer-cache.ts";
import { requestLine } from "./extraction/llm/batch-requests.ts";
import { ModelExtractor } from "./extraction/llm/model-extractor.ts";
import type { BatchFormat, ModelOptions, ModelReport } from "./extraction/llm/model-options.ts";
import type { ModelRequest } from "./extraction/llm/model-request.ts";
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
export async function* requestsOfStore({
  known,
  model,
  glossary,
}: ModelReading): AsyncGenerator<ModelRequest> {
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
    if (!isUnansweredOnly || (await cache.get(request.id, ModelAnswer)) === null)
      yield requestLine(request, format);
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
