/** Start and factor of FNV-1a in 32 bits (Fowler, Noll and Vo). */
export const [fnvStart, fnvFactor] = [0x811c9dc5, 0x01000193];

/** FNV-1a over the UTF-16 units of a text, 0 to 2^32 - 1. */
export function fnv1a(text: string): number {
  let hash = fnvStart;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), fnvFactor);
  return hash >>> 0;
}
