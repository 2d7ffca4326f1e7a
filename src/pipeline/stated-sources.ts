import { importers } from "../importers/detect.ts";
import type { Known } from "../model/known.ts";

/**
 * Ids of the sources that are argument maps: what is a claim in their comments, and what bears on what, is
 * stated by the map and not for an extractor to find.
 */
export async function statedSources(known: Known): Promise<ReadonlySet<string>> {
  const formats = new Set(importers.filter(({ statesClaims }) => statesClaims === true).map(({ id }) => id));
  const sources = await known.sources();
  return new Set(sources.filter(({ format }) => formats.has(format)).map(({ id }) => id));
}
