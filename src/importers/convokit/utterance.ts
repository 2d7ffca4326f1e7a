import { z } from "zod";

const id = z.union([z.string().min(1), z.number().transform(String)]);
const nullableId = z.union([z.string(), z.number().transform(String)]).nullish();
const person = z.union([
  z.string(),
  z.number().transform(String),
  z.object({ id }).transform((speaker) => speaker.id),
]);

/**
 * One line of `utterances.jsonl`, under the names of all versions of the format.
 *
 * `speaker` was `user`, `reply_to` was `reply-to`, `conversation_id` was `root`. `meta` is free; what is read
 * of it is what Reddit corpora carry.
 *
 * @see https://convokit.cornell.edu/documentation/data_format.html
 */
export const Utterance = z
  .object({
    id,
    conversation_id: nullableId,
    root: nullableId,
    text: z.string().nullish(),
    speaker: person.nullish(),
    user: person.nullish(),
    reply_to: nullableId,
    "reply-to": nullableId,
    timestamp: z.union([z.number(), z.string()]).nullish(),
    meta: z.record(z.string(), z.unknown()).nullish(),
  })
  .transform((raw) => {
    const told = (value: string | null | undefined) =>
      value === undefined || value === null || /^(?:|none|null)$/iu.test(value) ? null : value;
    return {
      id: raw.id,
      conversation: told(raw.conversation_id) ?? told(raw.root),
      text: raw.text ?? "",
      speaker: told(raw.speaker) ?? told(raw.user),
      replyTo: told(raw.reply_to) ?? told(raw["reply-to"]),
      timestamp: raw.timestamp ?? null,
      meta: raw.meta ?? {},
    };
  });
export type Utterance = z.output<typeof Utterance>;
