import { z } from "zod";
import { type ClassifiedItem, classSection } from "./class-scores.ts";
import type { MeasuredExtractor } from "./extractor-readers.ts";
import { readItems } from "./items.ts";
import type { Section } from "./report.ts";

const Label = z.enum(["claim", "non_claim"]);
type Label = z.output<typeof Label>;

/**
 * Measures which sentences are claims as the corpora mean it: a side taken on the topic of the text, which is not given
 * here. That is less than what the product stores, which is anything that another person could deny.
 *
 * The sentences of these corpora were cut into words with blanks between them; they are joined again before they are read.
 */
export async function measureClaims(
  file: string,
  { standpoint }: MeasuredExtractor,
  limit: number,
): Promise<readonly Section[]> {
  const judged: ClassifiedItem<Label>[] = [];
  for (const { id, group, label, text } of await readItems(file, Label, limit)) {
    const claim = await standpoint(joinWords(text));
    judged.push({ id, group, label, probabilities: { claim, non_claim: 1 - claim }, lines: [text] });
  }
  return [classSection("all sources", judged, { classes: ["claim", "non_claim"], surest: ["claim"] })];
}

/** Undoes the blanks before marks and inside contractions. */
function joinWords(text: string): string {
  return text
    .replace(/ ([.,!?;:%)\]])/gu, "$1")
    .replace(/([([]) /gu, "$1")
    .replace(/ (n't|'(?:s|re|ve|ll|d|m))\b/gu, "$1")
    .replace(/(\w) ' (s|t|re|ve|ll|d|m) /gu, "$1'$2 ")
    .replace(/`` ?| ?''/gu, '"');
}
