import { detached } from "./detached.ts";

/** Most results kept: more different words than a corpus uses often. */
const usualMost = 20_000;
/** The longest text, in UTF-16 units, whose result is kept: hardly a word is longer. */
const longest = 24;

/**
 * A pure function of short texts that remembers its results, for words, which come again and again.
 *
 * Memory is bounded: longer texts are computed each time, and all is forgotten when `most` results are kept.
 *
 * @param options.most - results kept at a time. Default 20,000.
 */
export function remember<Result>(
  compute: (text: string) => Result,
  { most = usualMost } = {},
): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    if (text.length > longest) return compute(text);
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const own = detached(text);
    const result = compute(own);
    if (known.size >= most) known.clear();
    known.set(own, result);
    return result;
  };
}
