import type { Known } from "../model/known.ts";

/**
 * Comments with those whose relations end on their words, and so on: extracting a comment anew takes away
 * what ends on it, and only the extraction of the other comments draws it again.
 */
export async function withRelating(ids: readonly string[], known: Known): Promise<ReadonlySet<string>> {
  const all = new Set(ids);
  for (let fresh: readonly string[] = [...all]; fresh.length > 0; ) {
    fresh = (await known.relating(fresh)).filter((id) => !all.has(id));
    for (const id of fresh) all.add(id);
  }
  return all;
}
