import type { AppError } from "../../errors.ts";

/** What speaks the language of a server of models. */
export const providerIds = ["anthropic", "ollama", "openai"] as const;
export type ProviderId = (typeof providerIds)[number];

/** In which form requests are written to a file: our own, or as a batch endpoint takes them. */
export const batchFormats = ["plain", "openai", "anthropic"] as const;
export type BatchFormat = (typeof batchFormats)[number];

/** Where a run stops asking. Null is no limit. */
export interface ModelLimits {
  readonly requests: number | null;
  /** Read and written together. */
  readonly tokens: number | null;
  /** In the currency of the prices. */
  readonly cost: number | null;
}

/** What a million tokens cost, read and written. */
export interface ModelPrices {
  readonly input: number;
  readonly output: number;
}

/** What asking a model took, or would take. */
export interface ModelReport {
  /** Requests whose answer was at hand. */
  readonly cached: number;
  /** Turns that a model was asked, repairs included. */
  readonly asked: number;
  /** Requests that stay without an answer. */
  readonly unanswered: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Null without prices. */
  readonly cost: number | null;
  /** What asking for the unanswered would take, where a run did not ask because it was offline; by estimate. */
  readonly missing: {
    readonly requests: number;
    readonly inputTokens: number;
    readonly outputTokens: number;
    readonly cost: number | null;
  };
}

/**
 * Relations less likely than this are asked about a second time: of those below, two in five were wrong
 * (probability.ts).
 */
export const usualVerifyBelow = 0.8;

/** Requests under way at once. */
export const usualParallel = 4;

/** Which language model is asked, how, and with what the world gives. */
export interface ModelOptions {
  /** The name by which its server knows it; part of the fingerprint and of every request's hash. */
  readonly name: string;
  /** Default: by the URL, else `openai`. */
  readonly provider?: ProviderId;
  /** Where its server is. Default: the provider's own. */
  readonly url?: string;
  /** Sent with each request, and nowhere else. Default: none. */
  readonly key?: string;
  /**
   * Whether the model looks a second time at relations that are less likely than `below`. Default: it does
   * not.
   */
  readonly verify?: { readonly below: number };
  /** The folder in which answers are kept. */
  readonly cache: string;
  /** Whether only answers at hand are used. Default false. */
  readonly isOffline?: boolean;
  /** How many requests are under way at once. Default 4. */
  readonly parallel?: number;
  /** How long one answer may take, in milliseconds. Default 5 minutes. */
  readonly timeoutMs?: number;
  readonly limits?: ModelLimits;
  readonly prices?: ModelPrices;
  /** Default: the global one. */
  readonly fetch?: typeof fetch;
  /** Waits so many milliseconds. Default: a timer. */
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Milliseconds since 1970, for a server that says when to come back. Default: `Date.now`. */
  readonly now?: () => number;
  readonly signal?: AbortSignal;
  /** Told what asking took when a run has asked for all that waits. */
  readonly onReport?: (report: ModelReport, problem: AppError | null) => void;
}
