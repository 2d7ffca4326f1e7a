import { z } from "zod";
import { compareStrings } from "../../../src/model/id.ts";
import { type ClassifiedItem, classSection } from "./class-scores.ts";
import type { PairReader } from "./extractor-readers.ts";
import { readItems } from "./items.ts";
import type { Section } from "./report.ts";

const classes = ["support", "attack", "rephrase", "none"] as const;
const Label = z.enum(classes);
type Label = z.output<typeof Label>;

/**
 * Measures how well it is told what a statement is to an earlier one: all sources together, as the published
 * figures have it, and each by itself. In the part from Change My View nothing is labelled a rephrase.
 */
export async function measureRelations(
  file: string,
  { relation }: { readonly relation: PairReader },
  limit: number,
): Promise<readonly Section[]> {
  const judged: (ClassifiedItem<Label> & { readonly source: string })[] = [];
  for (const { id, source, group, label, text, parent } of await readItems(file, Label, limit)) {
    const probabilities = await relation(text, parent);
    judged.push({ id, source, group, label, probabilities, lines: [`> ${parent}`, text] });
  }
  const sources = [...new Set(judged.map(({ source }) => source))].sort(compareStrings);
  const task = { classes, surest: ["support", "attack", "rephrase"] as const };
  return [
    classSection("all sources", judged, task),
    ...sources.map((source) =>
      classSection(
        source,
        judged.filter((one) => one.source === source),
        task,
      ),
    ),
  ];
}
