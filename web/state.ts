import type { SummaryOutput } from "#queries/summary.ts";
import type { Refusal } from "./api.ts";
import type { PageData, PanelData } from "./load.ts";
import type { SimilarClaims } from "./panels/similar.ts";
import type { Route } from "./route.ts";

/**
 * All that the page shows; every view is a function of it.
 *
 * `page` and `panel` keep what was shown until newer data has come; `refusal` then stands in the page's place.
 * `revision` is the publication that the data came from, null before the first.
 */
export interface State {
  readonly route: Route;
  readonly page: PageData | null;
  readonly refusal: Refusal | null;
  readonly panel: PanelData | null;
  readonly panelRefusal: Refusal | null;
  /** What says nearly the same as the claims that are shown, by their ids: found after the rest. */
  readonly similar: ReadonlyMap<string, SimilarClaims>;
  readonly counts: SummaryOutput["counts"] | null;
  readonly layers: SummaryOutput["layers"];
  readonly revision: number | null;
  readonly isConnected: boolean;
  readonly news: string | null;
}

/** What a publication added, in words: `12 new claims and 3 new relations`; null when it added nothing counted. */
export function describeNews(
  before: SummaryOutput["counts"] | null,
  after: SummaryOutput["counts"],
): string | null {
  const relations = (counts: SummaryOutput["counts"] | null) =>
    counts === null ? 0 : Object.values(counts.relations).reduce((sum, value) => sum + value, 0);
  const parts = [
    { more: after.comments - (before?.comments ?? 0), noun: "comment" },
    { more: after.claims - (before?.claims ?? 0), noun: "claim" },
    { more: relations(after) - relations(before), noun: "relation" },
  ]
    .filter(({ more }) => more > 0)
    .map(({ more, noun }) => `${more} new ${noun}${more === 1 ? "" : "s"}`);
  if (parts.length === 0) return null;
  return parts.length === 1 ? (parts[0] ?? null) : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
