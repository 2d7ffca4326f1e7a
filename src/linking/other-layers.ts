import type { CommentTerms } from "../model/change.ts";
import { formatTerm, type Locution, parseTerm, type Term } from "../model/claim.ts";
import { compareStrings } from "../model/id.ts";
import type { Known } from "../model/known.ts";
import { layerOf } from "../model/layer.ts";
import type { Span } from "../model/span.ts";

/** What a store holds of a comment beside the layer that reads it at the moment. */
export interface OtherLayers {
  /** Ids of the other layers that read the comment, sorted. */
  readonly ids: readonly string[];
  /** The locutions that other layers, or a map, state in the comment, by id. */
  readonly locutions: ReadonlyMap<string, Locution>;
  /** The terms that were found in the comment, those of the reading layer among them. */
  readonly terms: CommentTerms | null;
}

const none: OtherLayers = { ids: [], locutions: new Map(), terms: null };

/** Reads what other layers found in a comment; asks for nothing where there are none. */
export async function otherLayers(
  commentId: string,
  fingerprints: readonly string[],
  layer: string,
  known: Known,
): Promise<OtherLayers> {
  const ids = [...new Set(fingerprints.map(layerOf))].filter((id) => id !== layer).sort(compareStrings);
  if (ids.length === 0) return none;
  const stored = await known.locutions([commentId]);
  const others = stored.filter(({ extractors }) => extractors?.join(" ") !== layer);
  const [terms = null] = await known.termsOf([commentId]);
  return { ids, locutions: new Map(others.map((locution) => [locution.id, locution])), terms };
}

/**
 * A locution that a layer states and that is stored already: one record for both.
 *
 * Where layers differ in what leads the words in, or when an edit brought them, the result is the same in
 * whatever order they read: a lead-in wins over none and of two the one that begins first, then the longer;
 * the later time wins.
 */
export function withLayer(stored: Locution, fresh: Locution, layer: string): Locution {
  const leadIn = firstSpan(stored.leadIn, fresh.leadIn);
  const createdAt = (fresh.createdAt ?? "") > (stored.createdAt ?? "") ? fresh.createdAt : stored.createdAt;
  const { extractors, ...locution } = { ...fresh, claimId: stored.claimId, leadIn, createdAt };
  // What a map states belongs to every layer, whoever finds it too.
  if (stored.extractors === undefined) return locution;
  return { ...locution, extractors: [...new Set([...stored.extractors, layer])].sort(compareStrings) };
}

function firstSpan(a: Span | null, b: Span | null): Span | null {
  if (a === null || b === null) return a ?? b;
  return b.start < a.start || (b.start === a.start && b.end > a.end) ? b : a;
}

/**
 * The terms of all layers that read a comment, each once with the layers that found it, in the order of the text.
 *
 * @param others - what was stored before; the terms of `layer` in it are replaced.
 */
export function unitedTerms(
  commentId: string,
  own: readonly Term[],
  layer: string,
  { ids, terms }: OtherLayers,
): CommentTerms {
  if (ids.length === 0) return { commentId, terms: own };
  const found = new Map<string, string[]>();
  for (const [index, term] of (terms?.terms ?? []).entries()) {
    const layers = (terms?.layers?.[index]?.split(" ") ?? ids).filter((id) => id !== layer);
    if (layers.length > 0) found.set(formatTerm(term), layers);
  }
  for (const term of own) found.set(formatTerm(term), [...(found.get(formatTerm(term)) ?? []), layer]);
  const united = [...found].map(([text, layers]) => ({ term: parseTerm(text), layers }));
  united.sort(
    ({ term: a }, { term: b }) =>
      a.span.start - b.span.start || a.span.end - b.span.end || compareStrings(a.key, b.key),
  );
  return {
    commentId,
    terms: united.map(({ term }) => term),
    layers: united.map(({ layers }) => [...new Set(layers)].sort(compareStrings).join(" ")),
  };
}

/** The fingerprints of a comment when a layer has read it. */
export function withFingerprint(fingerprints: readonly string[], fingerprint: string): readonly string[] {
  const others = fingerprints.filter((one) => layerOf(one) !== layerOf(fingerprint));
  return [...others, fingerprint].sort(compareStrings);
}

/**
 * The language of a comment that several layers read. Where they differ it is the first by code unit, so that
 * it does not depend on who read last.
 */
export function commonLanguage(stored: string | null, found: string | null): string | null {
  if (stored === null || found === null) return stored ?? found;
  return compareStrings(stored, found) < 0 ? stored : found;
}
