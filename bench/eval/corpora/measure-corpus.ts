import { basename } from "node:path";
import { measureQuotes } from "../quotes.ts";
import { measureClaims } from "./claims.ts";
import { measureConcepts } from "./concepts.ts";
import type { MeasuredExtractor } from "./extractor-readers.ts";
import { measureRelations } from "./relations.ts";
import type { Report, Section } from "./report.ts";
import { measureSameClaim } from "./same-claim.ts";
import { measureStance } from "./stance.ts";
import { measureUnits } from "./units.ts";

type Measure = (file: string, measured: MeasuredExtractor, limit: number) => Promise<readonly Section[]>;

/** The tasks that public corpora are labelled for, by the command that measures each. */
const tasks = {
  stance: measureStance,
  claims: measureClaims,
  units: measureUnits,
  relations: measureRelations,
  quotes: async (file, _, limit) => measureQuotes(file, limit),
  concepts: measureConcepts,
  "same-claim": async (file, _, limit) => measureSameClaim(file, limit),
} as const satisfies Record<string, Measure>;

export type Task = keyof typeof tasks;
export const taskNames = Object.keys(tasks) as readonly Task[];
export const isTask = (name: string): name is Task => Object.hasOwn(tasks, name);

/**
 * Measures one task on one file.
 *
 * @param limit - how many items, from the start of the file.
 */
export async function measureCorpus(
  task: Task,
  file: string,
  measured: MeasuredExtractor,
  limit: number,
): Promise<Report> {
  const sections = await tasks[task](file, measured, limit);
  return { task, file: basename(file), extractor: measured.extractor.id, sections };
}

/** A report as data for programs: figures, without the texts of the corpus. */
export function withoutMistakes({ sections, ...report }: Report) {
  return { ...report, sections: sections.map(({ mistakes: _, ...section }) => section) };
}
