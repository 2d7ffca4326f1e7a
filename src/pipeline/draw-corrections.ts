import { ChangeBuilder } from "../linking/change-builder.ts";
import { drawPeoplesRelations } from "../linking/peoples-relations.ts";
import { type Run, type Step, stepOf } from "./run.ts";

/**
 * Draws again what people say stands between words, as a new extraction takes away what ends on the words
 * that it reads.
 *
 * All corrections are held in memory: people made them one by one.
 */
export async function* drawCorrections(run: Run): AsyncGenerator<Step> {
  const change = new ChangeBuilder();
  await drawPeoplesRelations(run.known, await run.known.allCorrections(), change);
  if (!change.isEmpty) yield stepOf(run, change, { stage: "corrections", done: 0 });
}
