import { AppError } from "../../errors.ts";
import { AnswerCache } from "./answer-cache.ts";
import { Budget } from "./budget.ts";
import { ModelClient, Unanswered } from "./model-client.ts";
import type { ModelOptions, ModelReport } from "./model-options.ts";
import type { Question } from "./model-request.ts";
import { estimateTokens } from "./tokens.ts";

/** Why requests have no answer after a problem, which is told once and not for each of them. */
const stopped = "the run stopped asking";

/** Requests without an answer that are known by name; those beyond may be tried again in the same run. */
const mostReasons = 100_000;

/** Answers to questions: those at hand, and where a run may ask, new ones, which are kept. */
export class Answers {
  readonly #cache: AnswerCache;
  readonly #budget: Budget;
  readonly #client: ModelClient | null;
  readonly #options: ModelOptions;
  /** Requests under way, so that two comments with the same words ask once. */
  readonly #underWay = new Map<string, Promise<unknown>>();
  /** Why requests of this run have no answer, by id. */
  readonly #unanswered = new Map<string, string>();
  #unansweredCount = 0;
  /** What an offline run would have asked. */
  readonly #missing: Budget;
  #cached = 0;
  #problem: AppError | null = null;

  constructor(options: ModelOptions) {
    this.#options = options;
    this.#cache = new AnswerCache(options.cache);
    this.#budget = new Budget(options.limits, options.prices);
    this.#missing = new Budget(undefined, options.prices);
    this.#client = options.isOffline === true ? null : new ModelClient(options, this.#budget);
  }

  /** Why the run stopped asking; null while it goes on. */
  get problem(): AppError | null {
    return this.#problem;
  }

  get report(): ModelReport {
    const { turns, tokens, cost } = this.#budget;
    return {
      cached: this.#cached,
      asked: turns,
      unanswered: this.#unansweredCount,
      inputTokens: tokens.input,
      outputTokens: tokens.output,
      cost,
      missing: {
        requests: this.#missing.turns,
        inputTokens: this.#missing.tokens.input,
        outputTokens: this.#missing.tokens.output,
        cost: this.#missing.cost,
      },
    };
  }

  /** Why a request has no answer, in words. */
  reasonOf(id: string): string {
    return this.#unanswered.get(id) ?? "no answer is at hand";
  }

  /**
   * The answer, or null when there is none. What failed once in this run is not tried again.
   *
   * @throws AppError `extraction.cache-invalid`.
   */
  async of<Given, Kept>(question: Question<Given, Kept>): Promise<Kept | null> {
    const { id } = question.request;
    if (this.#unanswered.has(id)) return null;
    const underWay = this.#underWay.get(id);
    if (underWay) return (await underWay) as Kept | null;
    const answer = this.#find(question).finally(() => this.#underWay.delete(id));
    this.#underWay.set(id, answer);
    return await answer;
  }

  async #find<Given, Kept>(question: Question<Given, Kept>): Promise<Kept | null> {
    const { request, kind } = question;
    const key = kind.keyOf(request);
    const kept = await this.#cache.get(key, kind.kept);
    if (kept) {
      this.#cached++;
      return kept;
    }
    if (this.#client === null) {
      const turn = estimateTokens(question);
      this.#missing.take(turn);
      this.#missing.settle(turn, turn);
      return this.#leave(request.id, "no answer is at hand");
    }
    if (this.#problem) return this.#leave(request.id, stopped);
    if (this.#options.signal?.aborted === true) return this.#leave(request.id, "the run was interrupted");
    try {
      const answer = kind.keep(await this.#client.ask(question), kind.offeredBy(request));
      await this.#cache.put(key, request, answer);
      return answer;
    } catch (error) {
      return this.#leave(request.id, this.#reasonFor(error));
    }
  }

  /** What ends one request, in words, or with `problem` all that follow. Anything else is thrown on. */
  #reasonFor(error: unknown): string {
    if (this.#options.signal?.aborted === true) return "the run was interrupted";
    if (error instanceof Unanswered) return error.message;
    if (!(error instanceof AppError) || error.code === "extraction.cache-invalid") throw error;
    this.#problem ??= error;
    return stopped;
  }

  #leave(id: string, reason: string): null {
    this.#unansweredCount++;
    if (this.#unanswered.size < mostReasons) this.#unanswered.set(id, reason);
    return null;
  }
}
