import type { Claim, Locution, Stance, Statement } from "../model/claim.ts";
import type { Comment } from "../model/comment.ts";
import type { Extraction, ProposedRelation } from "../model/extraction.ts";
import { locutionId, relationId, stanceId } from "../model/id.ts";
import type { Known } from "../model/known.ts";
import type { Offsets } from "../model/origin.ts";
import { type Relation, relationKinds } from "../model/relation.ts";
import type { SegmentedComment } from "../model/segment.ts";
import { type Place, type Span, sliceSpan } from "../model/span.ts";
import { sameClaimKey } from "../text/claim-key.ts";
import { toOrigin } from "../text/offset-map.ts";
import { reportedSource } from "../text/reported-speech.ts";
import { ArgumentSteps } from "./argument-steps.ts";
import type { ChangeBuilder } from "./change-builder.ts";
import { type OtherLayers, withLayer } from "./other-layers.ts";
import { stancesOfReactions } from "./reaction-stances.ts";

/** Fewer words than this ("I agree with that") say too little by themselves to be one claim of several people. */
export const fewestWordsToMerge = 5;

/** What linking must know of a comment beside its segments. */
export interface LinkedComment {
  readonly comment: Comment;
  readonly segmented: SegmentedComment;
  readonly offsets: Offsets;
  readonly extraction: Extraction;
  /** When words of the comment were said that an edit brought; by default with the comment. */
  readonly saidAt?: (span: Span) => string | null;
}

/**
 * Turns what an extractor found into records: statements into locutions and claims, places into ids.
 *
 * A locution states a claim that is stored already when the two have one key (`sameClaimKey`) of at least
 * five words, and neither of the two attacks the other; else it founds a claim, which takes its id. Of
 * several kinds for an ordered pair the strongest stands. An undercut of a premise names the step that it
 * attacks. What only reports somebody is no stance of its speaker. Reactions become stances
 * (reaction-stances.ts).
 *
 * A locution that another layer states too keeps the claim that it states there.
 *
 * @param layer - the id of the extractor.
 * @param others - what other layers found in the comment.
 * @param claims - the claims that this run met or made, by key; added to. What is not here is asked of `known`.
 */
export async function link(
  linked: LinkedComment,
  layer: string,
  others: OtherLayers,
  known: Known,
  claims: ClaimIndex,
  change: ChangeBuilder,
): Promise<void> {
  const { comment, extraction } = linked;
  const relations = strongest(extraction.relations);
  const founded = await foundClaims(linked, relations, { layer, others }, known, claims, change);
  const locutions = new Map(founded.map((locution) => [locution.id, locution]));
  change.add("save-locutions", ...founded);

  const claimOf = await claimsOfEnds(linked, locutions, known, claims);
  const isReported = (id: string): boolean => locutions.get(id)?.reported !== undefined;
  const drawn: Relation[] = [];
  for (const proposed of relations) {
    const from = locutionAt(proposed.from);
    const to = locutionAt(proposed.to);
    const { speaker = null, createdAt: saidAt = null } = locutions.get(from) ?? {};
    const createdAt = speaker !== null && speaker === comment.authorId ? saidAt : null;
    const ends = { from, to, fromClaim: claimOf(from), toClaim: claimOf(to) };
    drawn.push(relationOf(proposed, ends, { extractor: layer, speaker, createdAt }));
    if (proposed.kind === "disagrees-with" && speaker !== null && !isReported(from))
      change.add("save-stances", stance(speaker, claimOf(to), "against", from, layer, comment.createdAt));
  }
  claims.steps.note(comment.id, drawn);
  for (const [at, relation] of drawn.entries()) {
    const commentId = relations[at]?.to.commentId ?? comment.id;
    const isUndercut = relation.kind === "disagrees-with" && relation.attack === "undercut";
    const undercuts = isUndercut ? await claims.steps.from(relation.to, commentId, { layer, known }) : null;
    change.add("save-relations", isUndercut ? { ...relation, undercuts } : relation);
  }
  for (const { toward, stance: side, evidence } of extraction.stances) {
    if (comment.authorId === null || isReported(locutionAt(evidence))) continue;
    const target = claimOf(locutionAt(toward));
    change.add(
      "save-stances",
      stance(comment.authorId, target, side, locutionAt(evidence), layer, comment.createdAt),
    );
  }
  if (comment.reactions.length > 0) {
    const answers = relations
      .filter(({ to }) => to.commentId === comment.parentId)
      .map(({ from, to }) => ({ from: locutionAt(from), toClaim: claimOf(locutionAt(to)) }));
    change.add("save-stances", ...stancesOfReactions({ comment, locutions: founded, answers, layer }));
  }
}

/** The claims that a run met or made: by key, and by the locution that states them. */
export class ClaimIndex {
  readonly byKey = new Map<string, string>();
  readonly byLocution = new Map<string, string>();
  /** Claims of the store that this change has not written yet, by id. */
  readonly stored = new Map<string, Claim>();
  readonly steps = new ArgumentSteps();

  /** Forgets what the store holds by now, so that memory does not grow with the corpus. */
  clear(): void {
    this.byKey.clear();
    this.byLocution.clear();
    this.stored.clear();
    this.steps.clear();
  }
}

async function foundClaims(
  linked: LinkedComment,
  relations: readonly ProposedRelation[],
  { layer, others }: { readonly layer: string; readonly others: OtherLayers },
  known: Known,
  claims: ClaimIndex,
  change: ChangeBuilder,
): Promise<readonly Locution[]> {
  const { comment, segmented, extraction } = linked;
  const drafts = extraction.statements.map((statement) => ({
    statement,
    id: locutionId(comment.id, segmented.version, statement.span.start, statement.span.end),
    text: sliceSpan(segmented.text, statement.span),
  }));
  const keys = new Map(drafts.map(({ id, text }) => [id, sameClaimKey(text)]));
  const mergeable = [...new Set(keys.values())].filter((key) => key.split(" ").length >= fewestWordsToMerge);
  const unknown = mergeable.filter((key) => !claims.byKey.has(key));
  for (const claim of await known.claimsByKey(unknown)) {
    claims.byKey.set(claim.key, claim.id);
    claims.stored.set(claim.id, claim);
  }

  const attacked = new Map<string, Set<string>>();
  for (const { kind, from, to } of relations) {
    if (kind !== "disagrees-with") continue;
    const ends = [locutionAt(from), locutionAt(to)] as const;
    for (const [one, other] of [ends, [ends[1], ends[0]] as const])
      attacked.set(one, (attacked.get(one) ?? new Set()).add(other));
  }
  const locutions: Locution[] = [];
  for (const { statement, id, text } of drafts) {
    const shared = others.locutions.get(id);
    if (shared) {
      claims.byLocution.set(id, shared.claimId);
      const own = { ...locutionOf(statement, id, text, shared.claimId, linked), extractors: [layer] };
      locutions.push(withLayer(shared, own, layer));
      continue;
    }
    const key = keys.get(id) ?? "";
    const candidate = mergeable.includes(key) ? claims.byKey.get(key) : undefined;
    const opposed = [...(attacked.get(id) ?? [])].some(
      (other) => other === candidate || claims.byLocution.get(other) === candidate,
    );
    const claimId = candidate !== undefined && !opposed ? candidate : id;
    if (claimId === id) {
      const claim: Claim = { id, text, key };
      change.add("save-claims", claim);
      if (mergeable.includes(key) && candidate === undefined) claims.byKey.set(key, id);
    }
    // The comment that founded the claim may be extracted anew in this change, which takes the claim away first.
    const stored = claims.stored.get(claimId);
    if (stored) change.add("save-claims", stored);
    claims.stored.delete(claimId);
    claims.byLocution.set(id, claimId);
    locutions.push({ ...locutionOf(statement, id, text, claimId, linked), extractors: [layer] });
  }
  return locutions;
}

function locutionOf(
  statement: Statement,
  id: string,
  text: string,
  claimId: string,
  { comment, segmented, offsets, saidAt = () => comment.createdAt }: LinkedComment,
): Locution {
  const quote = segmented.quotes.find((one) => one.id === statement.quoteId) ?? null;
  const reported = quote ? null : reportedSource(segmented.text, statement.span);
  return {
    id,
    commentId: comment.id,
    version: segmented.version,
    span: statement.span,
    text,
    leadIn: statement.leadIn,
    ...(reported && { reported }),
    quoteId: statement.quoteId,
    speaker: quote ? quote.speaker : comment.authorId,
    // Nobody knows when quoted words were first said.
    createdAt: quote ? null : saidAt(statement.span),
    claimId,
    origin: comment.origin && { ...comment.origin, ...toOrigin(offsets, statement.span) },
  };
}

/** Finds the claim of a relation's end: in this comment, in what this run linked, or in the store. */
async function claimsOfEnds(
  linked: LinkedComment,
  own: ReadonlyMap<string, Locution>,
  known: Known,
  claims: ClaimIndex,
): Promise<(locution: string) => string> {
  const { extraction } = linked;
  const places = [
    ...extraction.relations.map(({ to }) => to),
    ...extraction.stances.map(({ toward }) => toward),
  ];
  const missing = places.filter(
    (place) => !own.has(locutionAt(place)) && !claims.byLocution.has(locutionAt(place)),
  );
  const commentIds = [...new Set(missing.map(({ commentId }) => commentId))];
  for (const locution of commentIds.length > 0 ? await known.locutions(commentIds) : [])
    claims.byLocution.set(locution.id, locution.claimId);
  return (id) => {
    const claimId = own.get(id)?.claimId ?? claims.byLocution.get(id);
    if (claimId === undefined) throw new Error(`a relation ends on ${id}, which nobody said`);
    return claimId;
  };
}

/** One relation for an ordered pair: the strongest kind, then the surest. None from a statement to itself. */
function strongest(relations: readonly ProposedRelation[]): readonly ProposedRelation[] {
  const best = new Map<string, ProposedRelation>();
  for (const relation of relations) {
    if (locutionAt(relation.from) === locutionAt(relation.to)) continue;
    const key = `${locutionAt(relation.from)} ${locutionAt(relation.to)}`;
    const other = best.get(key);
    const rank = relationKinds.indexOf(relation.kind) - (other ? relationKinds.indexOf(other.kind) : 99);
    if (rank < 0 || (rank === 0 && other && relation.confidence > other.confidence)) best.set(key, relation);
  }
  return [...best.values()];
}

/** The record of a proposed relation whose ends are known. */
export function relationOf(
  { kind, attack, confidence, method, evidence }: Omit<ProposedRelation, "from" | "to">,
  ends: Pick<Relation, "from" | "to" | "fromClaim" | "toClaim">,
  said: Pick<Relation, "extractor" | "speaker" | "createdAt">,
): Relation {
  const shared = {
    id: relationId(said.extractor, ends.from, ends.to),
    ...ends,
    confidence: Math.round(confidence * 1000) / 1000,
    method,
    evidence,
    ...said,
  };
  return kind === "disagrees-with"
    ? { ...shared, kind, attack: attack ?? "rebut", undercuts: null }
    : { ...shared, kind };
}

function stance(
  authorId: string,
  claimId: string,
  side: Stance["stance"],
  evidence: string,
  extractor: string,
  createdAt: string | null,
): Stance {
  return {
    id: stanceId(authorId, claimId, "relation", evidence, extractor),
    authorId,
    target: { kind: "claim", id: claimId },
    stance: side,
    method: "relation",
    evidence,
    extractor,
    createdAt,
  };
}

/** The id of the locution at a place. */
export function locutionAt({ commentId, version, span }: Place): string {
  return locutionId(commentId, version, span.start, span.end);
}
