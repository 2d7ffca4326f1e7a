import type { GraphRecord } from "../model/graph.ts";
import type { Known } from "../model/known.ts";
import { toOrigin } from "../text/offset-map.ts";

/**
 * Says of locutions without an origin where their words stand, as far as their comment's text says it of itself.
 *
 * An importer that yields comments and what they state does not know under which source the comments are stored.
 */
export async function fillOrigins(
  records: readonly GraphRecord[],
  known: Known,
): Promise<readonly GraphRecord[]> {
  const lacking = records.flatMap((record) =>
    record.array === "locutions" && record.element.origin === null ? [record.element.commentId] : [],
  );
  if (lacking.length === 0) return records;
  const versions = new Map(
    (await known.versions([...new Set(lacking)])).map((version) => [
      `${version.commentId} ${version.id}`,
      version,
    ]),
  );
  return records.map((record) => {
    if (record.array !== "locutions" || record.element.origin !== null) return record;
    const { commentId, version, span } = record.element;
    const said = versions.get(`${commentId} ${version}`);
    if (!said || said.origin === null) return record;
    const origin = { ...said.origin, ...toOrigin(said.offsets, span) };
    return { array: "locutions", element: { ...record.element, origin } };
  });
}
