import type { z } from "zod";
import { hashId } from "../../model/id.ts";

/** What is sent to a model: a pure function of what is asked about, the prompt and the model's name. */
export interface ModelRequest {
  /** A hash of all that follows: what is answered once is answered for good. */
  readonly id: string;
  readonly promptVersion: string;
  readonly model: string;
  readonly system: string;
  readonly user: string;
  /** What an answer must fit, as JSON Schema. */
  readonly schema: Readonly<Record<string, unknown>>;
}

/**
 * A kind of answers: how a model gives them, and how they are kept.
 *
 * They differ where a model answers with numbers of a list that may be made otherwise one day.
 */
export interface AnswerKind<Given, Kept> {
  readonly given: z.ZodType<Given>;
  readonly kept: z.ZodType<Kept>;
  /** The hash under which the answer to a request is kept. */
  keyOf(request: ModelRequest): string;
  /** What of a request is needed to keep its answer. */
  offeredBy(request: ModelRequest): string;
  keep(answer: Given, offered: string): Kept;
}

/** A request with what is needed to read its answer. Only the request leaves the machine. */
export interface Question<Given = unknown, Kept = unknown> {
  readonly request: ModelRequest;
  readonly kind: AnswerKind<Given, Kept>;
  /** How many sentences or paragraphs are to be labelled: what the length of an answer is estimated from. */
  readonly sentences: number;
}

/** A request under the hash of its content. */
export function requestOf(body: Omit<ModelRequest, "id">): ModelRequest {
  return { id: hashId(JSON.stringify(body)), ...body };
}
