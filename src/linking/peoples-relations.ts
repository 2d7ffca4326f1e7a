import { isDeepStrictEqual } from "node:util";
import type { Correction, Locution, Stance } from "../model/claim.ts";
import { relationId, stanceId } from "../model/id.ts";
import { correctionMethod, type JudgedPair, parsePair, peoplesExtractor } from "../model/judged-pair.ts";
import type { Known } from "../model/known.ts";
import type { Relation } from "../model/relation.ts";
import type { ChangeBuilder } from "./change-builder.ts";
import { relationOf } from "./link.ts";

/** The pair for which a person says what stands between its words; null for all other corrections. */
function pairDrawn({ action, target, value }: Correction): JudgedPair | null {
  const pair = target.kind === "relation" && action === "change" ? parsePair(value) : null;
  return pair?.says ? pair : null;
}

/**
 * Draws what people say stands between two stretches of words, as relations beside those of the extractors,
 * with the stance that a disagreement shows. Where words are gone nothing is drawn: the correction waits for
 * them.
 *
 * Only what differs from the store is written, so that drawing again plans no change.
 *
 * @param options.isErased - whether the change takes away first what is drawn in the store. Default false.
 * @param options.others - corrections that stand beside these and are drawn already. Default none.
 * @param options.claims - the claims that the change lets locutions state, by their ids. Default none: those
 *   stored.
 */
export async function drawPeoplesRelations(
  known: Known,
  corrections: readonly Correction[],
  change: ChangeBuilder,
  {
    isErased = false,
    others = [],
    claims = new Map(),
  }: {
    readonly isErased?: boolean;
    readonly others?: readonly Correction[];
    readonly claims?: ReadonlyMap<string, string>;
  } = {},
): Promise<void> {
  const pairs = corrections.flatMap((correction) => pairDrawn(correction) ?? []);
  if (pairs.length === 0) return;
  const said = await endsOf(known, pairs, claims);
  const ends = [...said.values()];
  const relations = new Map(
    (await known.relations([...new Set(ends.map(({ commentId }) => commentId))])).map((one) => [one.id, one]),
  );
  const stances = new Map(
    (await known.stancesOn([...new Set(ends.map(({ claimId }) => claimId))])).map((one) => [one.id, one]),
  );
  const shown = await stancesOf(known, [...corrections, ...others], claims);
  const isStored = (stored: unknown, wanted: unknown) => !isErased && isDeepStrictEqual(stored, wanted);
  for (const pair of pairs) {
    const [from, to] = [said.get(pair.from), said.get(pair.to)];
    if (!from || !to) continue;
    const relation = peoplesRelation(pair, from, to);
    if (!isStored(relations.get(relation.id), relation)) change.add("save-relations", relation);
    const stance = peoplesStance(pair, from, to);
    if (stance && !isStored(stances.get(stance.id), stance)) change.add("save-stances", stance);
    // Who said the words may be known better by now.
    const stale = [...stances.values()].filter((one) => isShownBy(one, relation) && !shown.has(one.id));
    change.add("remove-stances", ...stale.map(removalOf));
  }
}

/**
 * Takes away what a correction draws: the relation, and the stance that it shows and none of the others does.
 *
 * @returns the ids of what is taken away.
 */
export async function eraseDrawn(
  known: Known,
  correction: Correction,
  { others, change }: { readonly others: readonly Correction[]; readonly change: ChangeBuilder },
): Promise<ReadonlySet<string>> {
  const pair = pairDrawn(correction);
  if (pair === null) return new Set();
  const ends = await known.locutionsById([pair.from, pair.to]);
  const id = relationId(peoplesExtractor, pair.from, pair.to);
  const [relation] = (await known.relations(ends.map(({ commentId }) => commentId))).filter(
    (one) => one.id === id,
  );
  if (!relation) return new Set();
  change.add("remove-relations", { id, fromClaim: relation.fromClaim });
  const stances = await known.stancesOn(ends.map(({ claimId }) => claimId));
  const kept = await stancesOf(known, others);
  const gone = stances.filter((stance) => isShownBy(stance, relation) && !kept.has(stance.id));
  change.add("remove-stances", ...gone.map(removalOf));
  return new Set([id, ...gone.map((stance) => stance.id)]);
}

/** The ids of the stances that corrections show: words that attack one claim in several places show one. */
async function stancesOf(
  known: Known,
  corrections: readonly Correction[],
  claims: ReadonlyMap<string, string> = new Map(),
): Promise<ReadonlySet<string>> {
  const pairs = corrections.flatMap((correction) => pairDrawn(correction) ?? []);
  const said = await endsOf(known, pairs, claims);
  return new Set(
    pairs.flatMap((pair) => {
      const [from, to] = [said.get(pair.from), said.get(pair.to)];
      return (from && to && peoplesStance(pair, from, to)?.id) ?? [];
    }),
  );
}

/** The words of pairs by their ids, each with the claim that it is to state. */
async function endsOf(
  known: Known,
  pairs: readonly JudgedPair[],
  claims: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, Locution>> {
  const ends = await known.locutionsById(pairs.flatMap(({ from, to }) => [from, to]));
  return new Map(
    ends.map((locution) => [
      locution.id,
      { ...locution, claimId: claims.get(locution.id) ?? locution.claimId },
    ]),
  );
}

function isShownBy({ method, evidence, target }: Stance, { from, toClaim }: Relation): boolean {
  return method === "human" && evidence === from && target.id === toClaim;
}

const removalOf = ({ id, target }: Stance) => ({ id, targetKind: target.kind, targetId: target.id });

function peoplesRelation({ says }: JudgedPair, from: Locution, to: Locution): Relation {
  const kind = says?.kind ?? "responds-to";
  const drawn = { kind, attack: says?.attack ?? null, confidence: 1, method: correctionMethod, evidence: [] };
  return relationOf(
    drawn,
    { from: from.id, to: to.id, fromClaim: from.claimId, toClaim: to.claimId },
    { extractor: peoplesExtractor, speaker: from.speaker, createdAt: from.createdAt },
  );
}

/** Who disagrees with a claim is against it. */
function peoplesStance({ says }: JudgedPair, from: Locution, to: Locution): Stance | null {
  const { speaker, createdAt } = from;
  if (says?.kind !== "disagrees-with" || speaker === null) return null;
  return {
    id: stanceId(speaker, to.claimId, "human", from.id),
    authorId: speaker,
    target: { kind: "claim", id: to.claimId },
    stance: "against",
    method: "human",
    evidence: from.id,
    createdAt,
  };
}
