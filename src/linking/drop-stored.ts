import { isDeepStrictEqual } from "node:util";
import type { GraphRecord } from "../model/graph.ts";
import type { Known } from "../model/known.ts";

/**
 * Leaves out what the store holds already, so that a map that is imported again plans no change.
 *
 * Looked at are locutions, relations, claims that say nothing of concepts, and stances that are shown by a
 * relation which was left out; all else is kept.
 */
export async function dropStored(
  records: readonly GraphRecord[],
  known: Known,
): Promise<readonly GraphRecord[]> {
  const commentIds = new Set<string>();
  const claimIds: string[] = [];
  for (const { array, element } of records) {
    if (array === "locutions") commentIds.add(element.commentId);
    if (array === "relations") for (const { commentId } of element.evidence) commentIds.add(commentId);
    if (array === "claims" && element.conceptIds.length === 0) claimIds.push(element.id);
  }
  if (commentIds.size === 0 && claimIds.length === 0) return records;
  const [claims, locutions, relations] = await Promise.all([
    known.existing("claims", claimIds),
    known.locutions([...commentIds]),
    known.relations([...commentIds]),
  ]);
  const stored = new Map([...locutions, ...relations].map((one) => [one.id, one]));
  const shown = new Set<string>();
  const kept = records.filter((record) => {
    if (record.array === "claims")
      return !claims.has(record.element.id) || record.element.conceptIds.length > 0;
    if (record.array !== "locutions" && record.array !== "relations") return true;
    const isStored = isDeepStrictEqual(stored.get(record.element.id), record.element);
    if (isStored && record.array === "relations")
      shown.add(`${record.element.from} ${record.element.toClaim}`);
    return !isStored;
  });
  return kept.filter(
    (record) =>
      record.array !== "stances" || !shown.has(`${record.element.evidence} ${record.element.target.id}`),
  );
}
