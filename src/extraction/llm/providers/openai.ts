import { z } from "zod";
import type { Provider } from "./provider.ts";
import { withSchema } from "./with-schema.ts";

const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullable() }) })).min(1),
  usage: z
    .object({ prompt_tokens: z.number().optional(), completion_tokens: z.number().optional() })
    .nullish(),
});

/**
 * Chat completions, as OpenAI and most servers of open models offer them.
 *
 * Some models take no temperature and some servers no schema, so each form leaves out a little more.
 *
 * @see https://platform.openai.com/docs/api-reference/chat
 */
export const openai: Provider = {
  url: "https://api.openai.com/v1",
  keyVariable: "OPENAI_API_KEY",
  path: "/chat/completions",
  forms: ["schema, temperature", "schema", "json", "text"],
  headers: (key) => (key === null ? {} : { authorization: `Bearer ${key}` }),
  body: ({ model, system, schema }, turns, form) => ({
    model,
    messages: [
      { role: "system", content: form.startsWith("schema") ? system : withSchema(system, schema) },
      ...turns.map(({ role, text }) => ({ role, content: text })),
    ],
    ...(form === "schema, temperature" ? { temperature: 0 } : {}),
    ...(form.startsWith("schema")
      ? { response_format: { type: "json_schema", json_schema: { name: "answer", strict: true, schema } } }
      : {}),
    ...(form === "json" ? { response_format: { type: "json_object" } } : {}),
  }),
  read: (reply) => {
    const { success, data } = Completion.safeParse(reply);
    if (!success) return null;
    return {
      text: data.choices[0]?.message.content ?? "",
      inputTokens: data.usage?.prompt_tokens ?? null,
      outputTokens: data.usage?.completion_tokens ?? null,
    };
  },
};
