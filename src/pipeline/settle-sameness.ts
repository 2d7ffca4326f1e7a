import { ChangeBuilder } from "../linking/change-builder.ts";
import { settleSameness } from "../linking/settle-sameness.ts";
import type { Correction } from "../model/claim.ts";
import { samenessOf } from "../model/sameness.ts";
import { type Run, type Step, stepOf } from "./run.ts";

/**
 * Joins and parts claims again as people say, as extraction knows nothing of it.
 *
 * What people say of one wording is settled at once; all corrections are held in memory, as people made them
 * one by one. What they say of words that were taken out goes in the end: until then it leads to what it
 * joined.
 */
export async function* settlePeoplesClaims(run: Run): AsyncGenerator<Step> {
  const corrections = await run.known.allCorrections();
  const looked = new Set<string>();
  for (const correction of corrections) {
    const said = samenessOf(correction);
    if (said === null || (looked.has(said.a) && looked.has(said.b))) continue;
    const change = new ChangeBuilder();
    const claims = await settleSameness(run.known, [said.a, said.b], corrections, change);
    for (const id of claims.keys()) looked.add(id);
    if (!change.isEmpty) yield stepOf(run, change, { stage: "corrections", done: 0 });
  }
  const change = new ChangeBuilder();
  change.add("remove-corrections", ...(await withoutWords(run, corrections)).map((id) => ({ id })));
  if (!change.isEmpty) yield stepOf(run, change, { stage: "corrections", done: 0 });
}

/** Those of the unsettled corrections of which words are not there. */
async function withoutWords(
  { known, unsettled }: Run,
  corrections: readonly Correction[],
): Promise<readonly string[]> {
  const said = corrections.flatMap((correction) => {
    const same = unsettled.has(correction.id) ? samenessOf(correction) : null;
    return same ? [{ id: correction.id, words: [same.a, same.b] }] : [];
  });
  const existing = await known.existing(
    "locutions",
    said.flatMap(({ words }) => words),
  );
  return said.filter(({ words }) => !words.every((id) => existing.has(id))).map(({ id }) => id);
}
