import type { Claim, Correction, Locution, Stance } from "../model/claim.ts";
import { byId } from "../model/id.ts";
import { correctionMethod, parsePair } from "../model/judged-pair.ts";
import type { Known } from "../model/known.ts";
import type { Relation } from "../model/relation.ts";
import { type Sameness, samenessOf } from "../model/sameness.ts";
import { sameClaimKey } from "../text/claim-key.ts";
import type { ChangeBuilder } from "./change-builder.ts";
import { claimsOfGroups, type Ends } from "./claim-groups.ts";
import { keyToMerge } from "./claim-wording.ts";
import { conceptsIn } from "./merge-concepts.ts";
import { moveToClaims } from "./settle-claims.ts";

/** What is stored of words that may state one claim. */
interface Found {
  readonly claims: readonly Claim[];
  readonly locutions: readonly Locution[];
  readonly relations: readonly Relation[];
  readonly stances: readonly Stance[];
}

/**
 * Joins and parts claims as people say (claim-groups.ts), around some locutions: all that has their wording,
 * states a claim with them, or is called the same as what does.
 *
 * Only what differs from the store is written. What a new extraction joined or parted otherwise is set right
 * again, and without the corrections everything is as extraction leaves it.
 *
 * @param corrections - all that people say, as it is to stand.
 * @param erased - relations and stances, by their ids, that the change takes away. Default none.
 * @returns the claim that each locution states which was looked at.
 */
export async function settleSameness(
  known: Known,
  around: readonly string[],
  corrections: readonly Correction[],
  change: ChangeBuilder,
  erased: ReadonlySet<string> = new Set(),
): Promise<ReadonlyMap<string, string>> {
  const said = corrections.flatMap((correction) => samenessOf(correction) ?? []);
  const read = await readAround(known, around, said);
  const isLeft = ({ id }: { readonly id: string }): boolean => !erased.has(id);
  const found = { ...read, relations: read.relations.filter(isLeft), stances: read.stances.filter(isLeft) };
  const drawn = found.relations.filter(
    ({ kind, method }) => kind === "disagrees-with" && method !== correctionMethod,
  );
  const attacks = attacksByLastWord(drawn, corrections);
  const wanted = claimsOfGroups({ locutions: found.locutions, drawn, attacks, said });
  moveToClaims(found, wanted, sameClaimKey, change);
  const stored = new Set(found.claims.map(({ id }) => id));
  const founders = new Map<string, Locution>();
  for (const locution of found.locutions) {
    const claimId = wanted.get(locution.id);
    if (claimId !== undefined && (!founders.has(claimId) || claimId === locution.id))
      founders.set(claimId, locution);
  }
  await addConcepts(
    known,
    new Map([...founders].filter(([claimId, { id }]) => id !== claimId || !stored.has(claimId))),
    change,
  );
  return wanted;
}

/** Follows wordings, claims and people's word from some locutions until nothing more is reached. */
async function readAround(
  known: Known,
  around: readonly string[],
  said: readonly Sameness[],
): Promise<Found> {
  const claims = new Map<string, Claim>();
  const locutions = new Map<string, Locution>();
  let reached = await known.locutionsById(around);
  while (reached.length > 0) {
    const keys = new Set(reached.flatMap(({ text }) => keyToMerge(text) ?? []));
    const worded = (await known.claimsByKey([...keys])).map(({ id }) => id);
    const ids = [...reached.map(({ claimId }) => claimId), ...worded].filter((id) => !claims.has(id));
    if (ids.length === 0) break;
    for (const claim of await known.claimsById(ids)) claims.set(claim.id, claim);
    const stating = await known.stating(ids);
    for (const locution of stating) locutions.set(locution.id, locution);
    const others = said.filter(({ a, b }) => locutions.has(a) !== locutions.has(b));
    const called = await known.locutionsById(others.map(({ a, b }) => (locutions.has(a) ? b : a)));
    reached = [...stating, ...called];
  }
  return withRelations(known, [...claims.values()], [...locutions.values()]);
}

/** Adds what ends on the locutions, and puts them into the order in which they were said. */
async function withRelations(
  known: Known,
  claims: readonly Claim[],
  locutions: readonly Locution[],
): Promise<Found> {
  const ids = new Set(locutions.map(({ id }) => id));
  const commentIds = [...new Set(locutions.map(({ commentId }) => commentId))];
  const seqs = new Map((await known.comments(commentIds)).map(({ id, seq }) => [id, seq]));
  const seqOf = ({ commentId }: Locution): number => seqs.get(commentId) ?? 0;
  const relations = await known.relations(commentIds);
  return {
    claims,
    locutions: locutions.toSorted((a, b) => seqOf(a) - seqOf(b) || a.span.start - b.span.start || byId(a, b)),
    relations: relations.filter(({ from, to }) => ids.has(from) || ids.has(to)),
    stances: await known.stancesOn(claims.map(({ id }) => id)),
  };
}

/**
 * What attacks what by the last word on each pair: people may have rejected an attack, made it another kind,
 * or drawn one.
 */
function attacksByLastWord(drawn: readonly Ends[], corrections: readonly Correction[]): readonly Ends[] {
  const judged = corrections.flatMap(({ action, target, value }) => {
    const pair = target.kind === "relation" ? parsePair(value) : null;
    return pair !== null && (action === "reject" || pair.says !== null) ? [pair] : [];
  });
  const overruled = new Set(judged.map(({ from, to }) => `${from} ${to}`));
  return [
    ...drawn.filter(({ from, to }) => !overruled.has(`${from} ${to}`)),
    ...judged.filter(({ says }) => says?.kind === "disagrees-with"),
  ];
}

/**
 * Says what claims are about of which these words are the founders, or the first that are left: what they
 * mention.
 */
async function addConcepts(
  known: Known,
  founders: ReadonlyMap<string, Locution>,
  change: ChangeBuilder,
): Promise<void> {
  const commentIds = new Set([...founders.values()].map(({ commentId }) => commentId));
  const mentions = await known.mentions([...commentIds]);
  const before = new Map(
    (await known.abouts([...founders.keys()])).map((one) => [one.claimId, one.conceptIds]),
  );
  for (const [claimId, founder] of founders) {
    const conceptIds = conceptsIn(
      founder,
      mentions.filter(({ commentId }) => commentId === founder.commentId),
    );
    if ((before.get(claimId) ?? []).join(" ") !== conceptIds.join(" "))
      change.add("save-abouts", { claimId, conceptIds });
  }
}
