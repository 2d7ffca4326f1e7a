import { z } from "zod";
import type { Correction } from "./claim.ts";

const label = z.string().trim().min(1);

/**
 * What a person says of a concept, as the `value` of a correction, in JSON.
 *
 * `name` is what the concept was called then, so that it is found again when it is counted under another form.
 *
 *     rename   it is called `label`
 *     join     what is called `label` is this concept too; `id` where that was a concept, which is joined whole
 *     split    what is called `label` is another concept
 *     drop     it is none
 */
export const ConceptSaying = z.discriminatedUnion("verb", [
  z.strictObject({ verb: z.literal("rename"), name: label, label }),
  z.strictObject({ verb: z.literal("join"), name: label, label, id: z.string().nullable() }),
  z.strictObject({ verb: z.literal("split"), name: label, label }),
  z.strictObject({ verb: z.literal("drop"), name: label }),
]);
export type ConceptSaying = Readonly<z.output<typeof ConceptSaying>>;

/** A concept with what a person says of it. */
export interface ConceptCorrection {
  /** The id that the concept had then. */
  readonly conceptId: string;
  readonly saying: ConceptSaying;
}

/**
 * Reads what a correction says of a concept; null where it is of another kind, or says nothing that is known
 * here.
 */
export function conceptCorrectionOf({ target, value }: Correction): ConceptCorrection | null {
  if (target.kind !== "concept" || value === null) return null;
  try {
    const saying = ConceptSaying.safeParse(JSON.parse(value));
    return saying.success ? { conceptId: target.id, saying: saying.data } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
