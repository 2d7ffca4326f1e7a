import { z } from "zod";
import type { StoreReader } from "../../store/store.ts";
import { RelationshipType } from "../load/relations.ts";
import { Id, readStretches } from "../read-rows.ts";
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

/** All pairs between which one of two layers draws something, or both. */
export async function readDrawn(store: StoreReader, a: string, b: string): Promise<Drawn[]> {
  const pairs = new Map<string, Drawn>();
  for await (const row of readStretches(store, "compare-relations", { a, b }, Row)) {
    const { id, type: kind, fromLocution: from, toLocution: to, confidence, extractor } = row;
    const key = `${from} ${to}`;
    const before = pairs.get(key) ?? { key, from, to, ofA: null, ofB: null };
    pairs.set(key, { ...before, [extractor === a ? "ofA" : "ofB"]: { id, kind, confidence } });
  }
  return [...pairs.values()];
}
