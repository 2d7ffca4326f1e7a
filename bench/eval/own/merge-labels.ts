import type { RelationKind } from "../../../src/model/relation.ts";
import { normalForm } from "../../../src/text/tokens.ts";
import type { Labelling } from "./labels.ts";

/** A pair that at least one reader related, with the kind that each gave. */
export interface MergedRelation {
  readonly from: string;
  readonly to: string;
  readonly kinds: readonly [a: RelationKind | null, b: RelationKind | null];
}

/** A concept that at least one reader named: the normal forms of its names, and whether both named it. */
interface MergedConcept {
  readonly forms: ReadonlySet<string>;
  readonly isAgreed: boolean;
}

/**
 * Two labellings of one topic as one.
 *
 * What both gave is agreed and counts. What only one gave is disputed: to find it is neither right nor wrong.
 */
export interface MergedLabels {
  readonly claims: ReadonlySet<string>;
  readonly disputedClaims: ReadonlySet<string>;
  /** By `from to`. The pair is agreed when both kinds are there, the kind when they are equal. */
  readonly relations: ReadonlyMap<string, MergedRelation>;
  readonly concepts: readonly MergedConcept[];
}

export function mergeLabels(a: Labelling, b: Labelling): MergedLabels {
  const [first, second] = [new Set(a.claims), new Set(b.claims)];
  const relations = new Map<string, MergedRelation>();
  for (const { from, to, type } of a.relations)
    relations.set(`${from} ${to}`, { from, to, kinds: [type, null] });
  for (const { from, to, type } of b.relations) {
    const kind = relations.get(`${from} ${to}`)?.kinds[0] ?? null;
    relations.set(`${from} ${to}`, { from, to, kinds: [kind, type] });
  }
  return {
    claims: new Set(a.claims.filter((id) => second.has(id))),
    disputedClaims: new Set([
      ...a.claims.filter((id) => !second.has(id)),
      ...b.claims.filter((id) => !first.has(id)),
    ]),
    relations,
    concepts: mergeConcepts(a.concepts, b.concepts),
  };
}

export const isAgreedPair = ({ kinds }: MergedRelation): boolean => kinds[0] !== null && kinds[1] !== null;

/** The kind that both readers gave a pair; null where they differ. */
export const agreedKind = ({ kinds }: MergedRelation): RelationKind | null =>
  kinds[0] === kinds[1] ? kinds[0] : null;

/** Two concepts are one when they share a name or an alias, whatever its case, number or hyphens. */
function mergeConcepts(a: Labelling["concepts"], b: Labelling["concepts"]): readonly MergedConcept[] {
  const left = b.map(({ name, aliases }) => formsOf([name, ...aliases]));
  const merged: MergedConcept[] = [];
  for (const { name, aliases } of a) {
    const forms = formsOf([name, ...aliases]);
    const match = left.findIndex((other) => isShared(forms, other));
    const [other] = match === -1 ? [] : left.splice(match, 1);
    merged.push({ forms: new Set([...forms, ...(other ?? [])]), isAgreed: other !== undefined });
  }
  return [...merged, ...left.map((forms) => ({ forms, isAgreed: false }))];
}

export function formsOf(labels: readonly string[]): ReadonlySet<string> {
  return new Set(labels.map(normalForm).filter((form) => form !== ""));
}

export function isShared(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((form) => other.has(form));
}
