import { z } from "zod";
import { type Exchange, mannersOf } from "../../../src/extraction/rules/stance/forum-manners.ts";
import { type ClassifiedItem, classSection } from "./class-scores.ts";
import type { StanceReader } from "./extractor-readers.ts";
import { readItems } from "./items.ts";
import type { Section } from "./report.ts";

const Label = z.enum(["agree", "disagree", "neutral"]);
type Label = z.output<typeof Label>;

/** The parts of the corpus, each with its own classes: the names of their sources begin so. */
const parts = [
  { name: "debagreement", classes: ["disagree", "agree", "neutral"] },
  { name: "iac/4forums", classes: ["disagree", "agree"] },
] as const;

/**
 * Measures how well the stance of a whole reply to a whole comment is told.
 *
 * DEBAGREEMENT (Reddit) has three classes. The part from 4forums has two, since its readers kept no neutral
 * replies: there a reply is said to disagree where that is more probable than that it agrees.
 */
export async function measureStance(
  file: string,
  { stance }: { readonly stance: StanceReader },
  limit: number,
): Promise<readonly Section[]> {
  const items = await readItems(file, Label, limit);
  const forums = mannersBySource(items);
  const sections: Section[] = [];
  for (const { name, classes } of parts) {
    const judged: ClassifiedItem<Label>[] = [];
    for (const { id, source, group, label, text, parent } of items) {
      if (!source.startsWith(name)) continue;
      const found = await stance(text, parent, forums.get(source) ?? 0);
      const probabilities = among(classes, {
        disagree: found.against,
        agree: found.for,
        neutral: found.neutral,
      });
      judged.push({ id, group, label, probabilities, lines: [`> ${parent}`, text] });
    }
    if (judged.length > 0)
      sections.push(classSection(name, judged, { classes, surest: ["disagree", "agree"] }));
  }
  return sections;
}

/** How people answer each other in each source, told from its replies as a run tells it from what it imports. */
function mannersBySource(
  items: readonly { readonly source: string; readonly text: string; readonly parent: string }[],
): ReadonlyMap<string, number> {
  const exchanges = new Map<string, Exchange[]>();
  for (const { source, text, parent } of items) {
    const exchange = { reply: text, answered: parent, isConvinced: false, isOpposed: false };
    const known = exchanges.get(source);
    if (known) known.push(exchange);
    else exchanges.set(source, [exchange]);
  }
  return new Map([...exchanges].map(([source, list]) => [source, mannersOf(list, { grain: "comment" })]));
}

/** Probabilities given that one of some classes is meant: the others are out of the question. */
function among(classes: readonly Label[], probabilities: Record<Label, number>): Record<Label, number> {
  const whole = classes.reduce((sum, label) => sum + probabilities[label], 0);
  const share = (label: Label): number => {
    if (!classes.includes(label)) return 0;
    return whole === 0 ? 1 / classes.length : probabilities[label] / whole;
  };
  return { disagree: share("disagree"), agree: share("agree"), neutral: share("neutral") };
}
