import { ChangeBuilder } from "../linking/change-builder.ts";
import { settleSameness } from "../linking/settle-sameness.ts";
import { samenessOf } from "../model/sameness.ts";
import { type Run, type Step, stepOf } from "./run.ts";

/**
 * Joins and parts claims again as people say, as extraction knows nothing of it.
 *
 * What people say of one wording is settled at once; all corrections are held in memory, as people made them one by one.
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
}
