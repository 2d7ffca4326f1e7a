import { z } from "zod";
import { strictSchema } from "./strict-schema.ts";

/**
 * What a model says of one request: numbers of sentences and terms, kinds, and a reason in its own words.
 *
 * It can name neither words nor places, so it can invent neither. `why` stands before `kind`, because a model
 * writes in this order. What may be left out has its default.
 */
export const ModelAnswer = z.strictObject({
  claims: z.array(
    z.strictObject({
      s: z.int(),
      attribution: z.enum(["own", "quoted", "reported"]).default("own"),
      leadIn: z.int().nullable().default(null),
    }),
  ),
  concepts: z.array(z.array(z.int())).default([]),
  relations: z.array(
    z.strictObject({
      from: z.int(),
      to: z.int(),
      why: z.string().default(""),
      kind: z.enum(["disagrees-with", "refines", "responds-to", "supports"]),
      attack: z.enum(["rebut", "undermine", "undercut"]).nullable().default(null),
      agrees: z.boolean().default(false),
      confidence: z.number().min(0).max(1),
    }),
  ),
  same: z.array(z.strictObject({ a: z.int(), b: z.int(), why: z.string().default("") })).default([]),
});
export type ModelAnswer = Readonly<z.output<typeof ModelAnswer>>;

/** The same as JSON Schema. */
export const answerSchema = strictSchema(ModelAnswer);
