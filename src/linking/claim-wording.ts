import type { Locution } from "../model/claim.ts";
import { sameClaimKey } from "../text/claim-key.ts";
import { fewestWordsToMerge } from "./link.ts";

/** The key of words that say enough to be one claim of several people; null for fewer. */
export function keyToMerge(text: string): string | null {
  const key = sameClaimKey(text);
  return key.split(" ").length >= fewestWordsToMerge ? key : null;
}

/** Whether a map states the words: what it takes for one claim is not ours to part. */
export function isOfMap({ extractors }: Pick<Locution, "extractors">): boolean {
  return extractors === undefined;
}
