import { z } from "zod";

/**
 * A term of a field with the forms in which people write it.
 *
 * `prefLabel` names the concept; `altLabels` are abbreviations, long forms and spellings; `broader` holds the
 * preferred labels of more general terms.
 */
export const GlossaryEntry = z
  .strictObject({
    prefLabel: z.string().min(1),
    altLabels: z.array(z.string().min(1)).readonly().default([]),
    broader: z.array(z.string().min(1)).readonly().default([]),
  })
  .readonly();
export type GlossaryEntry = z.output<typeof GlossaryEntry>;
