import { AnswerCache } from "./extraction/llm/answer-cache.ts";
import { requestLine } from "./extraction/llm/batch-requests.ts";
import type { CommentQuestion } from "./extraction/llm/comment-question.ts";
import { commentAnswers, KeptAnswer } from "./extraction/llm/kept-answer.ts";
import { ModelExtractor } from "./extraction/llm/model-extractor.ts";
import {
  type BatchFormat,
  type ModelOptions,
  type ModelReport,
  usualVerifyBelow,
} from "./extraction/llm/model-options.ts";
import type { AnswerKind, ModelRequest } from "./extraction/llm/model-request.ts";
import { readAnswer } from "./extraction/llm/read-answer.ts";
import { type Answering, lookTwice } from "./extraction/llm/second-pass.ts";
import { verifications } from "./extraction/llm/verification.ts";
import { verificationsOf } from "./extraction/llm/verify-question.ts";
import type { GlossaryEntry } from "./model/glossary.ts";
import type { Known } from "./model/known.ts";
import type { RelationKind } from "./model/relation.ts";
import type { Place } from "./model/span.ts";
import { listForExtraction } from "./pipeline.ts";
import { termsFor } from "./terms-for.ts";

/** A graph and the model that is to read it. */
export interface ModelReading {
  readonly known: Known;
  readonly model: ModelOptions;
  /** The user's entries. By default those that the store was last read with. */
  readonly glossary?: readonly GlossaryEntry[];
}

/**
 * Every question that a model is to answer about what is stored, once each, in the order in which comments
 * came.
 *
 * @throws the reason of the model's signal when it is aborted meanwhile.
 */
async function* questionsOfStore({
  known,
  model,
  glossary: own,
}: ModelReading): AsyncGenerator<CommentQuestion> {
  const glossary = await termsFor(known, own);
  const extractor = await ModelExtractor.load(glossary, model);
  const seen = new Set<string>();
  const all = listForExtraction(known, { extractor, glossary }, { isWaitingOnly: false });
  for await (const { comment, context } of all) {
    model.signal?.throwIfAborted();
    for (const question of extractor.questionsOf(comment, context)) {
      const { id } = question.request;
      if (seen.has(id)) continue;
      seen.add(id);
      yield question;
    }
  }
}

/** The requests of all questions about what is stored. */
export async function* requestsOfStore(reading: ModelReading): AsyncGenerator<ModelRequest> {
  for await (const { request } of questionsOfStore(reading)) yield request;
}

/**
 * The requests of all second questions about what is stored, once each; of a question without an answer there
 * are none yet.
 *
 * @param onUnanswered - told of each such question.
 */
export async function* secondRequestsOfStore(
  reading: ModelReading,
  onUnanswered = () => {},
): AsyncGenerator<ModelRequest> {
  const { cache: folder, verify: { below } = { below: usualVerifyBelow } } = reading.model;
  const cache = new AnswerCache(folder);
  const seen = new Set<string>();
  for await (const question of questionsOfStore(reading)) {
    const answer = await cache.get(commentAnswers.keyOf(question.request), KeptAnswer);
    if (answer === null) onUnanswered();
    else
      for (const { request } of verificationsOf(question, answer, below)) {
        if (seen.has(request.id)) continue;
        seen.add(request.id);
        yield request;
      }
  }
}

/**
 * The requests about what is stored as lines of a batch file: the first ones, or where a model is to look
 * twice the second.
 *
 * @param options.isUnansweredOnly - leaves out those whose answer is at hand.
 * @param options.onUnanswered - told of each question without an answer, about which there is no second one yet.
 */
export async function* requestLines(
  reading: ModelReading,
  {
    format,
    isUnansweredOnly,
    onUnanswered,
  }: {
    readonly format: BatchFormat;
    readonly isUnansweredOnly: boolean;
    readonly onUnanswered?: () => void;
  },
): AsyncGenerator<string> {
  const { cache: folder, verify } = reading.model;
  const cache = new AnswerCache(folder);
  const isSecond = verify !== undefined;
  const requests = isSecond ? secondRequestsOfStore(reading, onUnanswered) : requestsOfStore(reading);
  const { kept, keyOf }: AnswerKind<unknown, unknown> = isSecond ? verifications : commentAnswers;
  for await (const request of requests)
    if (!isUnansweredOnly || (await cache.get(keyOf(request), kept)) === null)
      yield requestLine(request, format);
}

/** What asking for all that waits would take. Nothing is sent and nothing is changed. */
export async function estimateAsking({ known, model, glossary: own }: ModelReading): Promise<ModelReport> {
  const glossary = await termsFor(known, own);
  let report: ModelReport | null = null;
  const extractor = await ModelExtractor.load(glossary, {
    ...model,
    isOffline: true,
    onReport: (asked) => {
      report = asked;
    },
  });
  const waiting = listForExtraction(known, { extractor, glossary }, { isWaitingOnly: true });
  for await (const _ of extractor.prepare(waiting)) model.signal?.throwIfAborted();
  if (report === null) throw new Error("an estimate ended without a report");
  return report;
}

/** Why a model relates two sentences, as far as its answers are at hand. */
export interface Reason {
  readonly kind: RelationKind;
  readonly confidence: number;
  readonly from: { readonly commentId: string; readonly text: string };
  readonly to: { readonly commentId: string; readonly text: string };
  readonly why: string;
}

/** The reasons that a model gave for the relations in what is stored, in the order in which comments came. */
export async function* reasonsOfStore(reading: ModelReading): AsyncGenerator<Reason> {
  const { cache: folder, verify } = reading.model;
  const cache = new AnswerCache(folder);
  const ofCache: Answering = ({ request, kind }) => cache.get(kind.keyOf(request), kind.kept);
  for await (const question of questionsOfStore(reading)) {
    const { answer } = await lookTwice(question, ofCache, verify?.below ?? null);
    if (answer === null) continue;
    const { own, groups } = question.numbered;
    const shown = new Map(
      [...own, ...groups.flatMap(({ sentences }) => sentences)].map((one) => [placeKey(one.place), one.text]),
    );
    const endOf = (place: Place) => ({ commentId: place.commentId, text: shown.get(placeKey(place)) ?? "" });
    const { relations, reasons } = readAnswer(question, answer);
    for (const [index, { kind, confidence, from, to }] of relations.entries())
      yield { kind, confidence, from: endOf(from), to: endOf(to), why: reasons[index] ?? "" };
  }
}

function placeKey({ commentId, version, span }: Place): string {
  return `${commentId} ${version} ${span.start} ${span.end}`;
}
