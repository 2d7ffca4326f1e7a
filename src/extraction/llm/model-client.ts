import { setTimeout } from "node:timers/promises";
import { AppError } from "../../errors.ts";
import { hashId } from "../../model/id.ts";
import type { Budget, Tokens } from "./budget.ts";
import type { ModelOptions } from "./model-options.ts";
import type { ModelRequest, Question } from "./model-request.ts";
import { parseAnswerText } from "./parse-answer.ts";
import { type Endpoint, postJson } from "./post-json.ts";
import { repairPrompt } from "./prompt.ts";
import { chooseProvider, missingKeyOf } from "./providers/choose-provider.ts";
import type { Provider, Reply, Turn } from "./providers/provider.ts";
import { estimateTokens, tokensOf } from "./tokens.ts";

/** A request that this server cannot answer; the next one may go well. */
export class Unanswered extends Error {}

/** Attempts for a request; fewer while the server was never reached. */
const attemptsMost = 6;
const attemptsAtFirst = 3;
/** The first wait, which doubles with each attempt, and the longest, in milliseconds. */
const firstWaitMs = 1000;
const longestWaitMs = 60_000;
/** A server that asks for more patience than this is given up. */
const longestAskedMs = 10 * 60_000;
const usualTimeoutMs = 5 * 60_000;
/** How much of an answer that does not fit is shown to the model again, in code units. */
const shownAgain = 8000;
/** How much is shown of what a server says of a failure, in code units. */
const shownOfMessage = 300;

/**
 * Asks a model over HTTP, with patience and within a budget.
 *
 * A server that is busy or out of reach is asked again, at the time it names or after waits that double. One
 * that refuses structured output is asked for less of it. An answer that does not fit the schema is sent back
 * once.
 */
export class ModelClient {
  readonly #options: ModelOptions;
  readonly #provider: Provider;
  readonly #budget: Budget;
  readonly #endpoint: Endpoint;
  #form = 0;
  #isReached = false;

  constructor(options: ModelOptions, budget: Budget) {
    const { url, key = null, timeoutMs = usualTimeoutMs } = options;
    this.#options = options;
    this.#provider = chooseProvider(options);
    this.#budget = budget;
    this.#endpoint = {
      url: `${(url ?? this.#provider.url).replace(/\/+$/u, "")}${this.#provider.path}`,
      headers: this.#provider.headers(key),
      timeoutMs,
      fetch: options.fetch ?? fetch,
      now: options.now ?? Date.now,
      signal: options.signal ?? null,
    };
  }

  /**
   * The answer to a question, in the schema.
   *
   * @throws Unanswered when this request has none.
   * @throws AppError `extraction.model-limit`, `extraction.model-unauthorized`, `extraction.model-refused` or
   *   `extraction.model-unreachable` when no further one will have any. A service is not asked without the
   *   key it needs.
   */
  async ask<Given, Kept>(question: Question<Given, Kept>): Promise<Given> {
    this.#refuseWithoutKey();
    const { request, kind } = question;
    const turns: readonly Turn[] = [{ role: "user", text: request.user }];
    const cost = estimateTokens(question);
    const first = await this.#turn(request, turns, cost);
    const parsed = parseAnswerText(first.text, kind.given);
    if (parsed.problem === null) return parsed.answer;
    const repair = repairPrompt(parsed.problem);
    const again = await this.#turn(
      request,
      [
        ...turns,
        { role: "assistant", text: first.text.slice(0, shownAgain) || "{}" },
        { role: "user", text: repair },
      ],
      { ...cost, input: cost.input + tokensOf(first.text) + tokensOf(repair) },
    );
    const mended = parseAnswerText(again.text, kind.given);
    if (mended.problem === null) return mended.answer;
    throw new Unanswered(`the answer does not fit the schema: ${mended.problem}`);
  }

  #refuseWithoutKey(): void {
    const variable = missingKeyOf(this.#options);
    if (variable !== null)
      throw new AppError("extraction.model-unauthorized", `${this.#place} needs a key, and none is set`, {
        hint: `Set ELENCHUS_LLM_KEY or ${variable}, or name another server, such as one of your own, with --llm-url.`,
      });
  }

  async #turn(request: ModelRequest, turns: readonly Turn[], cost: Tokens): Promise<Reply> {
    this.#budget.take(cost);
    let took: Tokens | null = null;
    try {
      const reply = await this.#send(request, turns);
      took = {
        input: reply.inputTokens ?? cost.input,
        output: reply.outputTokens ?? tokensOf(reply.text),
      };
      return reply;
    } finally {
      this.#budget.settle(cost, took);
    }
  }

  /** Sends one turn, in a form that the server takes. */
  async #send(request: ModelRequest, turns: readonly Turn[]): Promise<Reply> {
    for (let attempt = 0; ; ) {
      const form = this.#form;
      const body = this.#provider.body(request, turns, this.#provider.forms[form] ?? "");
      const came = await postJson(this.#endpoint, body);
      this.#options.signal?.throwIfAborted();
      switch (came.kind) {
        case "reply": {
          const reply = this.#provider.read(came.value);
          if (reply === null) throw new Unanswered("the reply has another shape than this provider's");
          this.#isReached = true;
          return reply;
        }
        case "refused":
          this.#giveUp(came.status, came.message, form);
          break;
        case "again":
          attempt++;
          if (attempt >= (this.#isReached ? attemptsMost : attemptsAtFirst))
            throw this.#unreachable(came.message);
          await this.#wait(came.afterMs ?? waitMs(request.id, attempt), came.message);
      }
    }
  }

  /** Moves to the next form where the refusal may come from it; else ends the request or the run. */
  #giveUp(status: number, message: string, form: number): void {
    const said = this.#hideKey(message);
    if (status === 401 || status === 403)
      throw new AppError("extraction.model-unauthorized", `${this.#place} lets nobody in (${said})`, {
        hint: `Set ELENCHUS_LLM_KEY${this.#provider.keyVariable === null ? "" : ` or ${this.#provider.keyVariable}`} to a key for it.`,
      });
    if (status !== 400 && status !== 413 && status !== 422 && status !== 501)
      throw new AppError("extraction.model-refused", `${this.#place} refuses (${said})`, {
        hint: "Check --llm-url, --llm-provider and --model.",
      });
    if (this.#isReached || form !== this.#form) {
      if (form === this.#form) throw new Unanswered(said);
      return;
    }
    if (form + 1 < this.#provider.forms.length) this.#form = form + 1;
    else {
      this.#form = 0;
      throw new Unanswered(said);
    }
  }

  async #wait(ms: number, message: string): Promise<void> {
    if (ms > longestAskedMs) throw this.#unreachable(message);
    const { sleep = async (time, signal) => setTimeout(time, undefined, { signal }), signal } = this.#options;
    await sleep(ms, signal);
  }

  #unreachable(message: string): AppError {
    return new AppError(
      "extraction.model-unreachable",
      `${this.#place} gives no answer (${this.#hideKey(message)})`,
      {
        hint: this.#isReached
          ? "What was answered is kept: the same command goes on from there when the server answers again."
          : "Start it, or check --llm-url. What was answered before is kept: the same command goes on from there.",
      },
    );
  }

  get #place(): string {
    return this.#endpoint.url;
  }

  /**
   * Servers repeat a wrong key in their message. It goes before the message is cut, or a part of it would
   * stay.
   */
  #hideKey(message: string): string {
    const { key } = this.#options;
    const hidden = key === undefined || key === "" ? message : message.replaceAll(key, "…");
    return hidden.replace(/\b(?:sk|key)-[\w*.-]{4,}/giu, "…").slice(0, shownOfMessage);
  }
}

/** The wait before an attempt: twice the last one, less up to a half that the request's hash decides. */
function waitMs(id: string, attempt: number): number {
  const share = Number.parseInt(hashId(id, attempt).slice(0, 8), 16) / 2 ** 32;
  return Math.round(Math.min(longestWaitMs, firstWaitMs * 2 ** (attempt - 1)) * (1 - share / 2));
}
