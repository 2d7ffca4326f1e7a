import { z } from "zod";
import { type ClassifiedItem, classSection } from "./class-scores.ts";
import { commentOf, type MeasuredExtractor } from "./extractor-readers.ts";
import { readItems } from "./items.ts";
import type { Section } from "./report.ts";

const Label = z.enum(["claim", "non_claim"]);
type Label = z.output<typeof Label>;

/**
 * Measures which sentences state a claim: a sentence does where the extractor finds a statement in it.
 *
 * The corpora call a sentence a claim where it takes a side on the topic of its text, which is not given here; the
 * product does where another person could deny it.
 */
export async function measureClaims(
  file: string,
  { extractor }: MeasuredExtractor,
  limit: number,
): Promise<readonly Section[]> {
  const judged: ClassifiedItem<Label>[] = [];
  for (const { id, group, label, text } of await readItems(file, Label, limit)) {
    const comment = commentOf("text", text, null);
    const { statements } = await extractor.extract(comment, { ancestors: [], quoted: [] });
    const probabilities = statements.length > 0 ? { claim: 1, non_claim: 0 } : { claim: 0, non_claim: 1 };
    judged.push({ id, group, label, probabilities, lines: [text] });
  }
  return [classSection("all sources", judged, { classes: ["claim", "non_claim"], surest: [] })];
}
