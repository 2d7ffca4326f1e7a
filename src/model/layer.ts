import type { GlossaryEntry } from "./glossary.ts";

/**
 * What one extractor found, as it stands in a store beside what others found. Its id is the extractor's.
 *
 * The layer with the greatest `rank` was used last; of equal ranks the first by code unit counts as the last used.
 * `glossary` holds the user's terms, without the shipped ones; absent where there are none.
 */
export interface Layer {
  readonly id: string;
  readonly rank: number;
  readonly glossary?: readonly GlossaryEntry[];
}

/** The user's terms that a store was read with: concepts are of all layers together, and so are these. */
export function glossaryOf(layers: readonly Layer[]): readonly GlossaryEntry[] {
  return lastUsed(layers)?.glossary ?? [];
}

/**
 * The layer that a fingerprint is of: `rules` of `rules@2:6f1c…`. The fingerprint `rules@` says that the
 * layer read the comment once and must read it again.
 */
export function layerOf(fingerprint: string): string {
  return fingerprint.split("@", 1)[0] ?? fingerprint;
}

/** Whether a fingerprint says what a layer found; else the comment waits to be read again. */
export function isCurrent(fingerprint: string): boolean {
  return !fingerprint.endsWith("@");
}

/**
 * Whether a layer states a locution. One without `extractors` is stated by a map, or was stored before there
 * were several layers, and belongs to every layer.
 */
export function isStatedBy(extractors: readonly string[] | undefined, layer: string): boolean {
  return extractors === undefined || extractors.length === 0 || extractors.includes(layer);
}

/** The layer used last; null where no layer is stored. */
export function lastUsed(layers: readonly Layer[]): Layer | null {
  let last: Layer | null = null;
  for (const layer of layers)
    if (last === null || layer.rank > last.rank || (layer.rank === last.rank && layer.id < last.id))
      last = layer;
  return last;
}
