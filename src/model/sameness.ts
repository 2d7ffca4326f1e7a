import type { Correction } from "./claim.ts";
import { compareStrings, hashId } from "./id.ts";

/** That two stretches of words state one claim, or do not, by a person's word. Both are ids of locutions. */
export interface Sameness {
  readonly a: string;
  readonly b: string;
  readonly isSame: boolean;
}

const words = { same: true, apart: false } as const;

/**
 * The correction that keeps what a person says of two stretches of words, in either order; it replaces an
 * earlier one.
 */
export function samenessCorrection({ a, b, isSame }: Sameness, by: string): Correction {
  const [first = a, second = b] = [a, b].sort(compareStrings);
  return {
    id: hashId("correction", "sameness", first, second),
    by,
    at: null,
    action: "change",
    target: { kind: "claim", id: first },
    value: `${isSame ? "same" : "apart"} ${second}`,
  };
}

/** What a correction says of two stretches of words; null for all other corrections. */
export function samenessOf({ action, target, value }: Correction): Sameness | null {
  const [word = "", b] = value?.split(" ") ?? [];
  if (action !== "change" || target.kind !== "claim" || !b || !Object.hasOwn(words, word)) return null;
  return { a: target.id, b, isSame: word === "same" };
}
