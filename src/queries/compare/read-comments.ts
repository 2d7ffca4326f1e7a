import { z } from "zod";
import { isCurrent, layerOf } from "../../model/layer.ts";
import type { StoreReader } from "../../store/store.ts";
import { Id, maybe, readStretches } from "../read-rows.ts";
import type { CompareOutput } from "./shapes.ts";

const Row = z.object({
  id: Id,
  fingerprints: maybe(z.array(z.string())),
  isStatedByA: z.boolean(),
  isStatedByB: z.boolean(),
});

/** How many comments two layers have read, and which ones both have. */
export interface ReadComments {
  readonly counts: CompareOutput["comments"];
  readonly both: ReadonlySet<string>;
}

/** Finds what two layers have read: a layer has read a comment that it left its mark on, or states words of. */
export async function readComments(store: StoreReader, a: string, b: string): Promise<ReadComments> {
  const both = new Set<string>();
  const counts = { both: 0, onlyA: 0, onlyB: 0, neither: 0 };
  for await (const row of readStretches(store, "compare-comments", { a, b }, Row)) {
    const marks = new Set((row.fingerprints ?? []).filter(isCurrent).map(layerOf));
    const isReadByA = row.isStatedByA || marks.has(a);
    const isReadByB = row.isStatedByB || marks.has(b);
    if (isReadByA && isReadByB) both.add(row.id);
    counts[isReadByA ? (isReadByB ? "both" : "onlyA") : isReadByB ? "onlyB" : "neither"] += 1;
  }
  return { counts, both };
}
