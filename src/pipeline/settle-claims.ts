import { ChangeBuilder } from "../linking/change-builder.ts";
import { fewestWordsToMerge } from "../linking/link.ts";
import { settleClaims } from "../linking/settle-claims.ts";
import type { Claim, Locution } from "../model/claim.ts";
import { byId } from "../model/id.ts";
import type { Known } from "../model/known.ts";
import { samenessOf } from "../model/sameness.ts";
import { sameClaimKey } from "../text/claim-key.ts";
import { batches } from "./batches.ts";
import { layersOf } from "./layers.ts";
import { type Run, type Step, stepOf } from "./run.ts";

/** How many claims one change looks at. */
const claimsPerChange = 500;

/**
 * Settles which locutions of one wording state one claim.
 *
 * Extraction joins what it meets to what is there, so the result would depend on what came first: a layer, an
 * answer or what it answers. All claims are read, wording by wording, and only what differs is written.
 */
export async function* settleAllClaims(run: Run): AsyncGenerator<Step> {
  const { known } = run;
  const keepsIds = (await layersOf(run)).length < 2;
  const judged = await judgedKeys(known);
  // What very many claims state is read once, and not with each page that holds one of them.
  const settled = new Set<string>();
  let done = 0;
  for await (const page of batches(known.claims(), claimsPerChange)) {
    const change = new ChangeBuilder();
    const keys = [...new Set(page.map(({ key }) => key))].filter(
      (key) => key.split(" ").length >= fewestWordsToMerge && !judged.has(key) && !settled.has(key),
    );
    const ids = new Set(page.map(({ id }) => id));
    const groups = groupBy(await known.claimsByKey(keys), ({ key }) => key);
    // Each wording is settled with the first of its claims.
    const begun = [...groups].filter(([, claims]) => ids.has(claims[0]?.id ?? ""));
    await settle(known, new Map(begun), { keepsIds, change });
    for (const [key, claims] of begun) if (claims.length > claimsPerChange) settled.add(key);
    done += page.length;
    if (!change.isEmpty) yield stepOf(run, change, { stage: "claims", done });
  }
}

/** The wordings of which people say what is one claim: these are settled by themselves (settle-sameness.ts). */
async function judgedKeys(known: Known): Promise<ReadonlySet<string>> {
  const said = (await known.allCorrections()).flatMap((correction) => samenessOf(correction) ?? []);
  const locutions = await known.locutionsById(said.flatMap(({ a, b }) => [a, b]));
  return new Set(locutions.map(({ text }) => sameClaimKey(text)));
}

async function settle(
  known: Known,
  groups: ReadonlyMap<string, readonly Claim[]>,
  { keepsIds, change }: { readonly keepsIds: boolean; readonly change: ChangeBuilder },
): Promise<void> {
  const all = [...groups.values()].flat();
  const stating = groupBy(await known.stating(all.map(({ id }) => id)), ({ claimId }) => claimId);
  const several = [...groups].filter(
    ([, claims]) => claims.flatMap(({ id }) => stating.get(id) ?? []).length > 1,
  );
  const locutions = several.flatMap(([, claims]) => claims.flatMap(({ id }) => stating.get(id) ?? []));
  const commentIds = [...new Set(locutions.map(({ commentId }) => commentId))];
  const seqs = new Map((await known.comments(commentIds)).map(({ id, seq }) => [id, seq]));
  const relations = await known.relations(commentIds);
  const relationsFrom = groupBy(relations, ({ from }) => from);
  const relationsTo = groupBy(relations, ({ to }) => to);
  const stances = groupBy(
    await known.stancesOn(several.flatMap(([, claims]) => claims.map(({ id }) => id))),
    ({ target }) => target.id,
  );
  const inOrder = (a: Locution, b: Locution): number =>
    (seqs.get(a.commentId) ?? 0) - (seqs.get(b.commentId) ?? 0) || a.span.start - b.span.start || byId(a, b);
  for (const [key, claims] of several) {
    const own = claims.flatMap(({ id }) => stating.get(id) ?? []).sort(inOrder);
    const bearing = own.flatMap(({ id }) => [
      ...(relationsFrom.get(id) ?? []),
      ...(relationsTo.get(id) ?? []),
    ]);
    settleClaims(
      {
        key,
        claims,
        locutions: own,
        relations: [...new Set(bearing)],
        stances: claims.flatMap(({ id }) => stances.get(id) ?? []),
        keepsIds,
      },
      change,
    );
  }
}

function groupBy<Type>(values: readonly Type[], keyOf: (value: Type) => string): Map<string, Type[]> {
  const groups = new Map<string, Type[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}
