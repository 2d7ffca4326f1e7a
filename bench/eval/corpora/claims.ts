import { z } from "zod";
import { noContext } from "../../../src/model/extraction.ts";
import { type ClassifiedItem, classSection } from "./class-scores.ts";
import { commentOf, type MeasuredExtractor } from "./extractor-readers.ts";
import { readItems } from "./items.ts";
import type { Section } from "./report.ts";

const Label = z.enum(["claim", "non_claim"]);
type Label = z.output<typeof Label>;

const classes = ["claim", "non_claim"] as const;

/**
 * Measures which sentences are claims as the corpora mean it: a side taken on the topic of the text, which is
 * not given here. That is less than what the product stores as a claim, which is anything that another person
 * could deny.
 *
 * Two answers are held against the labels: whether the extractor finds a statement, as the product stores it,
 * and how probable it finds that the sentence takes a side. Nothing of the product shows the second yet.
 *
 * The sentences of these corpora were cut into words with blanks between them; they are joined again before
 * they are read.
 */
export async function measureClaims(
  file: string,
  { extractor, standpoint }: MeasuredExtractor,
  limit: number,
): Promise<readonly Section[]> {
  const stated: ClassifiedItem<Label>[] = [];
  const sided: ClassifiedItem<Label>[] = [];
  for (const { id, group, label, text } of await readItems(file, Label, limit)) {
    const joined = joinWords(text);
    const { statements } = await extractor.extract(commentOf("text", joined, null), noContext);
    const item = (claim: number) => ({
      id,
      group,
      label,
      probabilities: { claim, non_claim: 1 - claim },
      lines: [text],
    });
    stated.push(item(statements.length > 0 ? 1 : 0));
    sided.push(item(await standpoint(joined)));
  }
  return [
    classSection("statements", stated, { classes, surest: [] }),
    classSection("standpoints", sided, { classes, surest: ["claim"] }),
  ];
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
