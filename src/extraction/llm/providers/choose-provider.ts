import type { ModelOptions, ProviderId } from "../model-options.ts";
import { anthropic } from "./anthropic.ts";
import { ollama } from "./ollama.ts";
import { openai } from "./openai.ts";
import type { Provider } from "./provider.ts";

const providers: Readonly<Record<ProviderId, Provider>> = { anthropic, ollama, openai };
const usualPortOfOllama = "11434";

/**
 * The provider that is named, else the one that the URL looks like, else `openai`, whose way most servers
 * speak.
 */
export function chooseProvider({ provider, url }: Pick<ModelOptions, "provider" | "url">): Provider {
  if (provider !== undefined) return providers[provider];
  const { hostname, port, pathname } = new URL(url ?? openai.url);
  if (hostname === new URL(anthropic.url).hostname) return anthropic;
  // Ollama speaks the way of OpenAI too, under /v1.
  return port === usualPortOfOllama && !pathname.startsWith("/v1") ? ollama : openai;
}

/**
 * The key for a server, from the environment: `ELENCHUS_LLM_KEY`, else the provider's own variable, which
 * holds for the provider's own address alone. A key for one service is never sent to another.
 */
export function keyFor(
  options: Pick<ModelOptions, "provider" | "url">,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (environment.ELENCHUS_LLM_KEY) return environment.ELENCHUS_LLM_KEY;
  const { keyVariable } = chooseProvider(options);
  return (isAtHome(options) && keyVariable !== null ? environment[keyVariable] : undefined) || undefined;
}

/** The variable that should hold a key where a service lets nobody in without one and none is given; else null. */
export function missingKeyOf(options: Pick<ModelOptions, "provider" | "url" | "key">): string | null {
  const isGiven = options.key !== undefined && options.key !== "";
  return isGiven || !isAtHome(options) ? null : chooseProvider(options).keyVariable;
}

/** Whether the provider is spoken to at its own address, which is so where no other is named. */
function isAtHome(options: Pick<ModelOptions, "provider" | "url">): boolean {
  const { url: own } = chooseProvider(options);
  return new URL(options.url ?? own).origin === new URL(own).origin;
}
