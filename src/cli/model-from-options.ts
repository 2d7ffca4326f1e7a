import { resolve } from "node:path";
import { AppError } from "../errors.ts";
import {
  type ModelOptions,
  type ModelPrices,
  type ModelReport,
  usualVerifyBelow,
} from "../extraction/llm/model-options.ts";
import { keyFor } from "../extraction/llm/providers/choose-provider.ts";
import type { Store } from "../store/store.ts";
import type { Io } from "./io.ts";
import type { ModelCommandOptions } from "./model-options.ts";
import { besideStore } from "./open.ts";

/**
 * The model that the options describe, with the key from the environment; undefined when none is named.
 *
 * @throws AppError `cli.usage` for a URL that is none, or a cap on cost without prices.
 */
export function modelFrom(io: Io, store: Store, options: ModelCommandOptions): ModelOptions | undefined {
  const {
    model: name,
    llmUrl: url,
    llmProvider: provider,
    llmCache,
    llmTimeout,
    offline,
    parallel,
    verify,
    verifyBelow,
  } = options;
  if (name === undefined) return undefined;
  if (url !== undefined && !isHttp(url))
    throw new AppError("cli.usage", `--llm-url ${url} is no address`, {
      hint: "Give one such as http://localhost:8080/v1.",
    });
  if (url !== undefined && hasCredentials(url))
    throw new AppError("cli.usage", "--llm-url holds a user or a password", {
      hint: "Leave them out of the address, and give the key in ELENCHUS_LLM_KEY.",
    });
  const server = { ...(url === undefined ? {} : { url }), ...(provider === undefined ? {} : { provider }) };
  const key = keyFor(server, io.env);
  const prices = pricesFrom(options);
  return {
    name,
    ...server,
    ...(key === undefined ? {} : { key }),
    cache: llmCache === undefined ? besideStore(io, store, "answers") : resolve(io.cwd, llmCache),
    isOffline: offline === true,
    ...(verify === true || verifyBelow !== undefined
      ? { verify: { below: verifyBelow ?? usualVerifyBelow } }
      : {}),
    ...(parallel === undefined ? {} : { parallel }),
    ...(llmTimeout === undefined ? {} : { timeoutMs: llmTimeout }),
    limits: {
      requests: options.maxRequests ?? null,
      tokens: options.maxTokens ?? null,
      cost: options.maxCost ?? null,
    },
    ...(prices === null ? {} : { prices }),
    signal: io.signal,
  };
}

function pricesFrom({ priceIn, priceOut, maxCost }: ModelCommandOptions): ModelPrices | null {
  if (priceIn !== undefined && priceOut !== undefined) return { input: priceIn, output: priceOut };
  if (priceIn === undefined && priceOut === undefined && maxCost === undefined) return null;
  throw new AppError("cli.usage", "a cost needs both prices", {
    hint: "Give --price-in and --price-out, what a million tokens read and written cost.",
  });
}

function isHttp(url: string): boolean {
  return URL.canParse(url) && /^https?:$/u.test(new URL(url).protocol);
}

function hasCredentials(url: string): boolean {
  const { username, password } = new URL(url);
  return username !== "" || password !== "";
}

/** What asking took, in a line. */
export function reportLine({
  cached,
  asked,
  unanswered,
  inputTokens,
  outputTokens,
  cost,
}: ModelReport): string {
  const price = cost === null ? "" : `, cost ${cost.toFixed(4)}`;
  const spent = `${inputTokens} tokens read, ${outputTokens} written${price}`;
  const parts = [
    `${counted(cached, "answer was", "answers were")} at hand`,
    ...(asked === 0 ? [] : [`the model was asked ${counted(asked, "time", "times")} (${spent})`]),
    ...(unanswered === 0 ? [] : [`${counted(unanswered, "request has", "requests have")} no answer`]),
  ];
  return parts.join("; ");
}

/** What asking would take, in a line. */
export function estimateLine({ cached, missing }: ModelReport): string {
  const { requests, inputTokens, outputTokens, cost } = missing;
  const price = cost === null ? "" : `, cost about ${cost.toFixed(2)}`;
  return `would ask ${counted(requests, "request", "requests")}: about ${inputTokens} tokens read, ${outputTokens} written${price}; ${counted(cached, "answer is", "answers are")} at hand`;
}

function counted(count: number, singular: string, plural: string): string {
  return `${count} ${count === 1 ? singular : plural}`;
}
