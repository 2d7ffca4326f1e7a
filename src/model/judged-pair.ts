import { type Relation, type RelationKind, relationKinds } from "./relation.ts";

export type Attack = Extract<Relation, { kind: "disagrees-with" }>["attack"];
export const attacks = ["rebut", "undermine", "undercut"] as const satisfies readonly Attack[];

/** Relations that a person draws stand under this name where others have that of their extractor. */
export const peoplesExtractor = "human";
/** The method of a relation that a correction draws; it goes when the correction is taken back. */
export const correctionMethod = "correction";

/**
 * What a person says of an ordered pair of locutions, as the `value` of a correction: what stands between
 * them, or null where that is only said to be right or wrong. `attack` is null for all but `disagrees-with`.
 */
export interface JudgedPair {
  readonly from: string;
  readonly to: string;
  readonly says: { readonly kind: RelationKind; readonly attack: Attack | null } | null;
}

/** A pair as one string: the two ids, then the kind and the attack where there are any, with spaces between. */
export function formatPair({ from, to, says }: JudgedPair): string {
  return [from, to, says?.kind, says?.attack].filter((part) => part != null).join(" ");
}

/** Reads what `formatPair` wrote; null where a value is none of its. */
export function parsePair(value: string | null): JudgedPair | null {
  const [from, to, kindName, attackName] = value?.split(" ") ?? [];
  if (!from || !to) return null;
  const kind = relationKinds.find((one) => one === kindName);
  if (kind === undefined) return { from, to, says: null };
  const attack = attacks.find((one) => one === attackName) ?? "rebut";
  return { from, to, says: { kind, attack: kind === "disagrees-with" ? attack : null } };
}
