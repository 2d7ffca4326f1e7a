import { AppError } from "../../errors.ts";
import type { ModelLimits, ModelPrices } from "./model-options.ts";

/** Tokens read and written. */
export interface Tokens {
  readonly input: number;
  readonly output: number;
}

const noLimits: ModelLimits = { requests: null, tokens: null, cost: null };
const million = 1_000_000;

/** What a run has spent, and whether it may spend more. What is under way counts by its estimate. */
export class Budget {
  readonly #limits: ModelLimits;
  readonly #prices: ModelPrices | null;
  #turns = 0;
  #spent: Tokens = { input: 0, output: 0 };
  #underWay: Tokens = { input: 0, output: 0 };

  constructor(limits: ModelLimits = noLimits, prices: ModelPrices | null = null) {
    this.#limits = limits;
    this.#prices = prices;
  }

  get turns(): number {
    return this.#turns;
  }

  get tokens(): Tokens {
    return this.#spent;
  }

  /** Null without prices. */
  get cost(): number | null {
    return this.#costOf(this.#spent);
  }

  /**
   * Takes room for one turn.
   *
   * @throws AppError `extraction.model-limit` when it might pass a limit.
   */
  take(turn: Tokens): void {
    const { requests, tokens, cost } = this.#limits;
    const then = sum(sum(this.#spent, this.#underWay), turn);
    if (requests !== null && this.#turns + 1 > requests) throw reached(`--max-requests ${requests}`);
    if (tokens !== null && then.input + then.output > tokens) throw reached(`--max-tokens ${tokens}`);
    if (cost !== null && (this.#costOf(then) ?? 0) > cost) throw reached(`--max-cost ${cost}`);
    this.#turns++;
    this.#underWay = sum(this.#underWay, turn);
  }

  /** Puts what a turn took in the place of its estimate; null when nothing was answered. */
  settle(turn: Tokens, took: Tokens | null): void {
    this.#underWay = sum(this.#underWay, { input: -turn.input, output: -turn.output });
    if (took !== null) this.#spent = sum(this.#spent, took);
  }

  #costOf({ input, output }: Tokens): number | null {
    if (this.#prices === null) return null;
    return (input * this.#prices.input + output * this.#prices.output) / million;
  }
}

function sum(a: Tokens, b: Tokens): Tokens {
  return { input: a.input + b.input, output: a.output + b.output };
}

function reached(limit: string): AppError {
  return new AppError("extraction.model-limit", `${limit} is reached before everything was asked`, {
    hint: "What was answered is kept: the same command with a higher limit goes on from there.",
  });
}
