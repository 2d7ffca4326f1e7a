import { basename } from "node:path";
import type { EmbeddingFiles } from "../../support/meanings.ts";
import { measureQuotes } from "../quotes.ts";
import { measureClaims } from "./claims.ts";
import { measureConcepts } from "./concepts.ts";
import type { MeasuredExtractor } from "./extractor-readers.ts";
import { measureRelations } from "./relations.ts";
import type { Report, Section } from "./report.ts";
import { measureSameClaim } from "./same-claim.ts";
import { measureStance } from "./stance.ts";
import { measureUnits } from "./units.ts";

type Measure = (
  file: string,
  measured: MeasuredExtractor,
  limit: number,
  embeddings: EmbeddingFiles | null,
) => Promise<readonly Section[]>;

/** The tasks that public corpora are labelled for, by the command that measures each. */
const tasks = {
  stance: measureStance,
  claims: measureClaims,
  units: measureUnits,
  relations: measureRelations,
  quotes: async (file, _, limit) => measureQuotes(file, limit),
  concepts: measureConcepts,
  "same-claim": async (file, _, limit, embeddings) => measureSameClaim(file, limit, embeddings),
} as const satisfies Record<string, Measure>;

export type Task = keyof typeof tasks;
export const taskNames = Object.keys(tasks) as readonly Task[];
export const isTask = (name: string): name is Task => Object.hasOwn(tasks, name);

/**
 * Measures one task on one file.
 *
 * @param limit - how many items, from the start of the file.
 * @param embeddings - a sentence model that `same-claim` asks too; null, as by default, for none.
 */
export async function measureCorpus(
  task: Task,
  file: string,
  measured: MeasuredExtractor,
  limit: number,
  embeddings: EmbeddingFiles | null = null,
): Promise<Report> {
  const sections = await tasks[task](file, measured, limit, embeddings);
  return { task, file: basename(file), extractor: measured.extractor.id, sections };
}

/** A report as data for programs: figures, without the texts of the corpus. */
export function withoutMistakes({ sections, ...report }: Report) {
  return { ...report, sections: sections.map(({ mistakes: _, ...section }) => section) };
}
