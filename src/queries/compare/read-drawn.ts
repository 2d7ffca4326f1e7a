import { z } from "zod";
import type { StoreReader } from "../../store/store.ts";
import { RelationshipType } from "../load/relations.ts";
import { Id, readRows } from "../read-rows.ts";
import type { RelationDifference } from "./shapes.ts";

/** Two stretches of words with what each of two layers draws between them. */
export interface Drawn extends Pick<RelationDifference, "ofA" | "ofB"> {
  /** Orders pairs of one confidence. */
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

const Row = z.object({
  id: Id,
  type: RelationshipType,
  fromLocution: Id,
  toLocution: Id,
  confidence: z.number(),
  extractor: z.string(),
});

/** Claims whose relations are read at once. */
const claimsPerRead = 1000;

/**
 * All pairs between which one of two layers draws something, or both.
 *
 * @param layers.claimIds - all claims, each once: a layer may draw from words that it does not state. A claim that
 *   thousands of words state has its relations read once, not once for each of them.
 */
export async function readDrawn(
  store: StoreReader,
  { a, b, claimIds }: { readonly a: string; readonly b: string; readonly claimIds: readonly string[] },
): Promise<Drawn[]> {
  const pairs = new Map<string, Drawn>();
  for (let at = 0; at < claimIds.length; at += claimsPerRead) {
    const ids = claimIds.slice(at, at + claimsPerRead);
    for (const row of await readRows(store, "compare-relations", { a, b, ids }, Row)) {
      const { id, type: kind, fromLocution: from, toLocution: to, confidence, extractor } = row;
      const key = `${from} ${to}`;
      const before = pairs.get(key) ?? { key, from, to, ofA: null, ofB: null };
      pairs.set(key, { ...before, [extractor === a ? "ofA" : "ofB"]: { id, kind, confidence } });
    }
  }
  return [...pairs.values()];
}
