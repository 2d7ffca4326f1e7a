import type { BatchFormat } from "./model-options.ts";
import type { ModelRequest } from "./model-request.ts";
import { anthropic } from "./providers/anthropic.ts";
import { openai } from "./providers/openai.ts";

/**
 * A request as one line of JSON.
 *
 *     plain       {id, promptVersion, model, system, user, schema}
 *     openai      {custom_id, method, url, body}
 *     anthropic   {custom_id, params}
 */
export function requestLine(request: ModelRequest, format: BatchFormat): string {
  return `${JSON.stringify(requestOf(request, format))}\n`;
}

function requestOf(request: ModelRequest, format: BatchFormat): object {
  const { id } = request;
  const turns = [{ role: "user", text: request.user }] as const;
  switch (format) {
    case "plain":
      return request;
    case "openai":
      return {
        custom_id: id,
        method: "POST",
        url: `/v1${openai.path}`,
        body: openai.body(request, turns, openai.forms[0] ?? ""),
      };
    case "anthropic":
      return { custom_id: id, params: anthropic.body(request, turns, anthropic.forms[0] ?? "") };
  }
}
