import { z } from "zod";
import type { AnswerKind } from "./model-request.ts";
import { strictSchema } from "./strict-schema.ts";

/**
 * What a model says when it is shown relations again: by the number of each, on which sentence it ends and of
 * which kind it is, or that there is none. `attack` and `agrees` are as they were where they are null.
 */
export const Verification = z.strictObject({
  relations: z.array(
    z.strictObject({
      r: z.int(),
      why: z.string().default(""),
      to: z.int(),
      kind: z.enum(["disagrees-with", "refines", "responds-to", "supports", "none"]),
      attack: z.enum(["rebut", "undermine", "undercut"]).nullable().default(null),
      agrees: z.boolean().nullable().default(null),
      confidence: z.number().min(0).max(1),
    }),
  ),
});
export type Verification = Readonly<z.output<typeof Verification>>;

/** The same as JSON Schema. */
export const verificationSchema = strictSchema(Verification);

/** Answers about relations, kept as they are given. */
export const verifications: AnswerKind<Verification, Verification> = {
  given: Verification,
  kept: Verification,
  keyOf: ({ id }) => id,
  offeredBy: () => "",
  keep: (answer) => answer,
};
