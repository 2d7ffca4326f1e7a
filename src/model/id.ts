import { createHash } from "node:crypto";

/**
 * An id made from content: the first 16 hexadecimal digits of a SHA-256 over the parts.
 *
 * The parts are joined with U+001F, which no part of ours holds, so `["ab", "c"]` and `["a", "bc"]` differ. With
 * 64 bits a million ids collide with a chance of about 3 in 10⁸.
 */
export function hashId(...parts: readonly (string | number)[]): string {
  return createHash("sha256").update(parts.join("\u001f")).digest("hex").slice(0, 16);
}

/** The id of one version of a comment's text: 12 hexadecimal digits of the text's hash. */
export function versionId(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

/** The id of a locution, and of the claim whose first locution it is. */
export function locutionId(commentId: string, version: string, start: number, end: number): string {
  return hashId("locution", commentId, version, start, end);
}

/** The id of a quote: where the quoted words stand in the comment that quotes them. */
export function quoteId(commentId: string, version: string, start: number, end: number): string {
  return hashId("quote", commentId, version, start, end);
}

/** The id of a relation. One extractor gives one relation for an ordered pair of locutions. */
export function relationId(extractor: string, from: string, to: string): string {
  return hashId("relation", extractor, from, to);
}

/** The id of a concept: its key, which is the normal form of its preferred label. */
export function conceptId(key: string): string {
  return hashId("concept", key);
}

/** The id of a person's stance toward a claim or concept; of one that a layer found, with that layer. */
export function stanceId(
  authorId: string,
  targetId: string,
  method: string,
  evidence: string,
  extractor?: string,
): string {
  const layer = extractor === undefined ? [] : [extractor];
  return hashId("stance", authorId, targetId, method, evidence, ...layer);
}

/** Orders strings by code unit. Never by locale: the order would then depend on the machine. */
export function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Orders records by their id. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareStrings(a.id, b.id);
}
