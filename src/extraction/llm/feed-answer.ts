import { z } from "zod";
import { strictSchema } from "./strict-schema.ts";

/** What a model says of the paragraphs of a dump, by their numbers. */
export const FeedAnswer = z.strictObject({
  comments: z.array(
    z.strictObject({ p: z.int(), why: z.string().default(""), confidence: z.number().min(0).max(1) }),
  ),
  quotes: z
    .array(
      z.strictObject({
        p: z.int(),
        why: z.string().default(""),
        of: z.enum(["interlocutor", "self", "third"]).default("interlocutor"),
      }),
    )
    .default([]),
});
export type FeedAnswer = Readonly<z.output<typeof FeedAnswer>>;

/** The same as JSON Schema. */
export const feedAnswerSchema = strictSchema(FeedAnswer);
