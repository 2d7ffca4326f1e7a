import { z } from "zod";
import { tokensOf } from "../tokens.ts";
import type { Provider } from "./provider.ts";
import { withSchema } from "./with-schema.ts";

const Chat = z.object({
  message: z.object({ content: z.string() }),
  prompt_eval_count: z.number().optional(),
  eval_count: z.number().optional(),
});

/** Room for the answer, and the step in which the window of a model grows, in tokens. */
const roomForAnswer = 4096;
const windowStep = 4096;
/** Room for words that are longer than those the estimate was made from. */
const roomFactor = 1.5;

/**
 * The chat of Ollama. It cuts what does not fit into its window, so each request asks for one that is wide enough.
 *
 * @see https://github.com/ollama/ollama/blob/main/docs/api.md
 */
export const ollama: Provider = {
  url: "http://localhost:11434",
  keyVariable: null,
  path: "/api/chat",
  forms: ["schema", "json", "text"],
  headers: (key) => (key === null ? {} : { authorization: `Bearer ${key}` }),
  body: ({ model, system, schema }, turns, form) => {
    const words = [withSchema(system, schema), ...turns.map(({ text }) => text)];
    const needed = words.reduce((sum, text) => sum + tokensOf(text), 0) * roomFactor + roomForAnswer;
    return {
      model,
      stream: false,
      messages: [
        { role: "system", content: form === "schema" ? system : withSchema(system, schema) },
        ...turns.map(({ role, text }) => ({ role, content: text })),
      ],
      options: { temperature: 0, num_ctx: Math.ceil(needed / windowStep) * windowStep },
      ...(form === "schema" ? { format: schema } : {}),
      ...(form === "json" ? { format: "json" } : {}),
    };
  },
  read: (reply) => {
    const { success, data } = Chat.safeParse(reply);
    if (!success) return null;
    return {
      text: data.message.content,
      inputTokens: data.prompt_eval_count ?? null,
      outputTokens: data.eval_count ?? null,
    };
  },
};
