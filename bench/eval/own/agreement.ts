import { type RelationKind, relationKinds } from "../../../src/model/relation.ts";
import { agreedKind, isAgreedPair, type MergedLabels } from "./merge-labels.ts";

/**
 * How far two readers agree, as F1 of one against the other: twice what both gave over the sum of what each gave.
 *
 * It is the same whichever reader comes first. `null` where neither gave any.
 */
export interface Agreement {
  readonly claims: number | null;
  readonly pairs: number | null;
  readonly pairsAndKinds: number | null;
  readonly kinds: Readonly<Record<RelationKind, number | null>>;
  readonly concepts: number | null;
}

export function agreementOf(topics: readonly MergedLabels[]): Agreement {
  const relations = topics.flatMap((topic) => [...topic.relations.values()]);
  const givenPairs = relations.flatMap(({ kinds }) => kinds.filter((kind) => kind !== null));
  const claims = topics.reduce((sum, topic) => sum + topic.claims.size, 0);
  const disputed = topics.reduce((sum, topic) => sum + topic.disputedClaims.size, 0);
  const concepts = topics.flatMap((topic) => topic.concepts);
  const agreedConcepts = concepts.filter(({ isAgreed }) => isAgreed).length;
  const agreed = relations.flatMap((one) => agreedKind(one) ?? []);
  const kinds = relationKinds.map((kind) => {
    const is = (one: RelationKind): boolean => one === kind;
    return [kind, f1(agreed.filter(is).length, givenPairs.filter(is).length)] as const;
  });
  return {
    claims: f1(claims, 2 * claims + disputed),
    pairs: f1(relations.filter(isAgreedPair).length, givenPairs.length),
    pairsAndKinds: f1(agreed.length, givenPairs.length),
    kinds: Object.fromEntries(kinds) as Record<RelationKind, number | null>,
    concepts: f1(agreedConcepts, concepts.length + agreedConcepts),
  };
}

function f1(both: number, given: number): number | null {
  return given === 0 ? null : (2 * both) / given;
}
