import type { Claim, Locution, Stance } from "../model/claim.ts";
import { stanceId } from "../model/id.ts";
import { correctionMethod } from "../model/judged-pair.ts";
import type { Relation } from "../model/relation.ts";
import { sameClaimKey } from "../text/claim-key.ts";
import type { ChangeBuilder } from "./change-builder.ts";
import { isOfMap } from "./claim-wording.ts";

/** Everything that is stored of the claims with one key. */
export interface ClaimsOfKey {
  readonly key: string;
  readonly claims: readonly Claim[];
  /** The locutions that state these claims, in the order in which they were said: as they were imported. */
  readonly locutions: readonly Locution[];
  /** Relations that start or end on one of the locutions. */
  readonly relations: readonly Relation[];
  /** Stances on these claims. */
  readonly stances: readonly Stance[];
  /**
   * Whether a claim keeps its id when the words that founded it are gone. With several layers it does not: the
   * ids would tell what a layer found before it read anew.
   */
  readonly keepsIds: boolean;
}

type StatedClaims = Omit<ClaimsOfKey, "key" | "keepsIds">;

/**
 * Says again which locutions of one wording state one claim, so that it does not matter which was met first.
 *
 * The first founds the claim and gives it its id; the others state it too but for those that attack a
 * locution of it in any layer, each of which founds its own. A claim that a map states stays as it is, and is
 * joined before others. Relations move along with their locutions, and stances with what shows them.
 */
export function settleClaims(found: ClaimsOfKey, change: ChangeBuilder): void {
  moveToClaims(found, claimsWanted(found), () => found.key, change);
}

/**
 * Lets locutions state the claims that are wanted for them: saves claims whose wording differs, moves what
 * states another, with its stances, and takes away claims that nobody states any more. Relations move along
 * with their locutions.
 *
 * @param wanted - a claim for each locution; where it is the locution's own id, the locution founds it.
 */
export function moveToClaims(
  found: StatedClaims,
  wanted: ReadonlyMap<string, string>,
  keyOf: (text: string) => string,
  change: ChangeBuilder,
): void {
  const moved = found.locutions.filter(({ id, claimId }) => wanted.get(id) !== claimId);
  const claims = new Map(found.claims.map((claim) => [claim.id, claim]));
  for (const { id, text } of found.locutions)
    if (wanted.get(id) === id && claims.get(id)?.text !== text)
      change.add("save-claims", { id, text, key: keyOf(text) });
  if (moved.length === 0) return;
  change.add(
    "save-locutions",
    ...moved.map((locution) => ({ ...locution, claimId: wanted.get(locution.id) ?? locution.claimId })),
  );
  moveStances(found, wanted, change);
  const stated = new Set(found.locutions.map(({ id, claimId }) => wanted.get(id) ?? claimId));
  const left = found.claims.filter(({ id }) => !stated.has(id));
  change.add("remove-claims", ...left.map(({ id }) => ({ id })));
}

/** The claim that each locution states in the end. Linear in what is found. */
function claimsWanted({ key, locutions, relations, keepsIds }: ClaimsOfKey): ReadonlyMap<string, string> {
  const fixed = new Set(locutions.filter(isOfMap).map(({ claimId }) => claimId));
  const wanted = new Map<string, string>();
  const members = new Map<string, Set<string>>();
  const state = (locution: string, claim: string): void => {
    wanted.set(locution, claim);
    members.set(claim, (members.get(claim) ?? new Set()).add(locution));
  };
  for (const { id, claimId, text } of locutions)
    if (fixed.has(claimId) || sameClaimKey(text) !== key) state(id, claimId);
  let [first] = [...wanted.values()].filter((claim) => fixed.has(claim));
  // What people draw comes and goes with their corrections, and leaves claims as they are.
  const attacks = relations.filter(
    ({ kind, method }) => kind === "disagrees-with" && method !== correctionMethod,
  );
  const opponents = new Map<string, string[]>();
  for (const { from, to } of attacks) {
    pushTo(opponents, from, to);
    pushTo(opponents, to, from);
  }
  const present = new Set(locutions.map(({ id }) => id));
  for (const { id, claimId } of locutions) {
    if (wanted.has(id)) continue;
    const own = keepsIds && !present.has(claimId) && !members.has(claimId) ? claimId : id;
    first ??= own;
    const joined = members.get(first) ?? new Set();
    const isOpposed = opponents.get(id)?.some((opponent) => joined.has(opponent));
    state(id, isOpposed ? own : first);
  }
  return wanted;
}

function pushTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}

/**
 * Stances follow the locution that they are about: the one reacted to, or the end of the relation that shows them.
 *
 * Linear in what is found, but for words that relate to one claim in several places.
 */
function moveStances(
  { locutions, relations, stances }: StatedClaims,
  wanted: ReadonlyMap<string, string>,
  change: ChangeBuilder,
): void {
  const before = new Map(locutions.map(({ id, claimId }) => [id, claimId]));
  const firsts = new Map(locutions.toReversed().map(({ id, claimId }) => [claimId, id]));
  const relationsFrom = new Map<string, Relation[]>();
  for (const relation of relations)
    pushTo(relationsFrom, `${relation.from} ${before.get(relation.to)}`, relation);
  for (const stance of stances) {
    const { target, method, evidence } = stance;
    const isReaction = method === "reaction" || method === "vote";
    const related = relationsFrom.get(`${evidence} ${target.id}`) ?? [];
    const about = isReaction ? [evidence ?? ""] : relationsShowing(stance, related).map(({ to }) => to);
    const ends = about.filter((id) => wanted.has(id));
    const targets = new Set(
      (ends.length > 0 ? ends : [firsts.get(target.id) ?? ""]).map((id) => wanted.get(id)),
    );
    if (targets.size === 1 && targets.has(target.id)) continue;
    change.add("remove-stances", { id: stance.id, targetKind: target.kind, targetId: target.id });
    for (const id of targets) if (id !== undefined) change.add("save-stances", movedTo(stance, id));
  }
}

/**
 * The relations that show a stance, among those that lead from its words to its claim: of its layer, attacks
 * where it is against the claim, and others where it is not. Of a changed mind only the words that answer are
 * known.
 */
function relationsShowing(
  { method, stance, extractor }: Stance,
  related: readonly Relation[],
): readonly Relation[] {
  if (method === "human") return related.filter(isDrawnAttack);
  const own = related.filter((one) => extractor === undefined || one.extractor === extractor);
  if (method !== "relation") return own;
  const showing = own.filter(({ kind }) => (kind === "disagrees-with") === (stance === "against"));
  // An extractor may tell a side beside a relation that does not show it.
  return showing.length > 0 ? showing : own;
}

/** Whether a person's correction draws an attack, which shows a stance by itself. */
function isDrawnAttack({ kind, method }: Relation): boolean {
  return kind === "disagrees-with" && method === correctionMethod;
}

function movedTo(stance: Stance, claimId: string): Stance {
  const { authorId, method, evidence, extractor } = stance;
  return {
    ...stance,
    id: stanceId(authorId, claimId, method, evidence ?? "", extractor),
    target: { kind: "claim", id: claimId },
  };
}
