import type { StatedWords } from "./read-words.ts";
import { type Match, pairOff, type SharedWords } from "./same-words.ts";

/** The claims of two layers: how many both state, and the ids of those that only one does. */
export interface ComparedClaims {
  readonly both: number;
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
}

/**
 * Compares what two layers state. A claim of one and a claim of the other count as one where their words are
 * the same, one to one: of two clauses in a sentence that the other layer leaves whole, one has a partner.
 */
export function compareClaims(words: readonly StatedWords[], shared: SharedWords): ComparedClaims {
  const inA = new Set(words.filter((it) => it.isInA).map((it) => it.claimId));
  const inB = new Set(words.filter((it) => it.isInB).map((it) => it.claimId));
  const byId = new Map(words.map((it) => [it.id, it]));
  const candidates = words
    .filter((it) => it.isInA && !inB.has(it.claimId))
    .flatMap((it) =>
      [...(shared.get(it.id) ?? [])].flatMap(([id, characters]): Match[] => {
        const other = byId.get(id);
        if (other === undefined || !other.isInB || inA.has(other.claimId)) return [];
        return [{ ofA: it.claimId, ofB: other.claimId, shared: characters, isAlike: true }];
      }),
    );
  const pairs = pairOff(candidates);
  const pairedA = new Set(pairs.map(({ ofA }) => ofA));
  const pairedB = new Set(pairs.map(({ ofB }) => ofB));
  return {
    both: [...inA].filter((id) => inB.has(id)).length + pairs.length,
    onlyA: [...inA].filter((id) => !inB.has(id) && !pairedA.has(id)),
    onlyB: [...inB].filter((id) => !inA.has(id) && !pairedB.has(id)),
  };
}
