import { z } from "zod";
import type { Provider } from "./provider.ts";
import { withSchema } from "./with-schema.ts";

const Message = z.object({
  content: z.array(
    z.object({ type: z.string(), text: z.string().optional(), input: z.unknown().optional() }),
  ),
  usage: z.object({ input_tokens: z.number().optional(), output_tokens: z.number().optional() }).nullish(),
});

/** What an answer may take, in tokens: the API asks for a bound. */
const mostTokens = 8192;
const tool = "answer";

/**
 * Messages of Anthropic: the answer is the input of a tool that the model must use. Where that is refused it
 * is plain JSON.
 *
 * @see https://docs.anthropic.com/en/api/messages
 */
export const anthropic: Provider = {
  url: "https://api.anthropic.com",
  keyVariable: "ANTHROPIC_API_KEY",
  path: "/v1/messages",
  forms: ["tool", "text"],
  headers: (key) => ({ "anthropic-version": "2023-06-01", ...(key === null ? {} : { "x-api-key": key }) }),
  body: ({ model, system, schema }, turns, form) => ({
    model,
    max_tokens: mostTokens,
    system: form === "tool" ? system : withSchema(system, schema),
    messages: turns.map(({ role, text }) => ({ role, content: text })),
    ...(form === "tool"
      ? {
          tools: [{ name: tool, description: "Takes the labels of the comment.", input_schema: schema }],
          tool_choice: { type: "tool", name: tool },
        }
      : {}),
  }),
  read: (reply) => {
    const { success, data } = Message.safeParse(reply);
    if (!success) return null;
    const used = data.content.find(({ type }) => type === "tool_use");
    return {
      text: used ? JSON.stringify(used.input ?? null) : data.content.map(({ text = "" }) => text).join(""),
      inputTokens: data.usage?.input_tokens ?? null,
      outputTokens: data.usage?.output_tokens ?? null,
    };
  },
};
