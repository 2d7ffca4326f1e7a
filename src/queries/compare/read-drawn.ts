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

/** Relations that are read at once. */
const relationsPerPage = 20_000;

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
  for (let after = ""; ; ) {
    const page = { a, b, after, limit: relationsPerPage };
    const rows = await readRows(store, "compare-relations", page, Row);
    for (const { id, type: kind, fromLocution: from, toLocution: to, confidence, extractor } of rows) {
      const key = `${from} ${to}`;
      const before = pairs.get(key) ?? { key, from, to, ofA: null, ofB: null };
      pairs.set(key, { ...before, [extractor === a ? "ofA" : "ofB"]: { id, kind, confidence } });
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < relationsPerPage) return [...pairs.values()];
    after = last.id;
  }
}
