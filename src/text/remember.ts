/** Most results kept: more different words than a corpus uses often. */
const usualMost = 20_000;
/**
 * The longest text, in UTF-16 units, whose result is kept. Few words are longer, and a slice of 13 units and more would
 * hold the whole text that it was cut from in memory (V8's sliced strings).
 */
const longest = 12;

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
    const result = compute(text);
    if (known.size >= most) known.clear();
    known.set(text, result);
    return result;
  };
}
