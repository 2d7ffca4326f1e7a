import { shippedGlossary } from "./extraction/rules/glossary.ts";
import type { GlossaryEntry } from "./model/glossary.ts";
import type { Known } from "./model/known.ts";
import { glossaryOf } from "./model/layer.ts";

/** The user's entries, by default those that the store was last read with, then the shipped ones. */
export async function termsFor(
  known: Known,
  own?: readonly GlossaryEntry[],
): Promise<readonly GlossaryEntry[]> {
  return [...(own ?? glossaryOf(await known.layers())), ...shippedGlossary];
}
