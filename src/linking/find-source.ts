import type { QuoteMatch, QuoteSource } from "./quote-source.ts";
import { type Word, wordsWithSpans } from "./word-match.ts";

/** Least length of a shard of a quote that was cut with an ellipsis, in code units. */
const leastShard = 20;
/** Share of a quote's words that a passage must hold to be its source. */
const leastContainment = 0.9;
/**
 * Share of a quote's words that must stand in stretches in the comment that the format names. Formulas,
 * titles of links and names of emoji stand in a quote other than in its source, and whoever quotes leaves out
 * and puts in.
 */
const leastCopiedOfNamed = 0.4;
/** Fewer words than this are not looked for by containment: any comment holds them. */
const fewestContained = 6;
/** Fewer words than this are looked for only in the comment named or answered. */
const fewestAnywhere = 3;

/**
 * Looks for the whole quote, then for its shards, then for a passage that holds its words: in the comment that the
 * format names, where stretches of it are enough, then in all sources.
 */
export function findSource(text: string, sources: readonly QuoteSource[]): QuoteMatch | null {
  const words = wordsWithSpans(text);
  if (words.length === 0) return null;
  const search = (among: readonly QuoteSource[]): QuoteMatch | null =>
    firstOwnWords(among, (source) => wholeMatches(source, words)) ??
    firstOwnWords(among, (source) => shardMatches(source, text)) ??
    firstOwnWords(among, (source) => passageMatches(source, words));
  const named = sources.filter(({ candidate: { relation } }) => relation === "named");
  const match = search(named) ?? firstOwnWords(named, (source) => stretchMatches(source, words));
  if (match !== null && !match.isQuoted) return match;
  const open = sources.filter(
    ({ candidate: { relation } }) =>
      words.length >= fewestAnywhere || relation === "named" || relation === "parent",
  );
  return search(open) ?? match;
}

/** The first match in words of a source's own author; else the first in words that a source quotes. */
function firstOwnWords(
  sources: readonly QuoteSource[],
  matchesOf: (source: QuoteSource) => readonly (readonly [from: number, to: number])[],
): QuoteMatch | null {
  let quoted: QuoteMatch | null = null;
  for (const source of sources)
    for (const [from, to] of matchesOf(source)) {
      const match = source.matchAt(from, to);
      if (!match.isQuoted) return match;
      quoted ??= match;
    }
  return quoted;
}

type Range = readonly [from: number, to: number];

function wholeMatches({ index }: QuoteSource, words: readonly Word[]): readonly Range[] {
  return index.exact(words).map((from) => [from, from + words.length] as const);
}

/** The hull of the shards that stand in the source in their order, if it is not much longer than they are. */
function shardMatches({ index }: QuoteSource, text: string): readonly Range[] {
  const shards = text
    .split(/…|\.{3}|\[\s*(?:…|\.{3})\s*\]|\n+/u)
    .filter((shard) => shard.trim().length >= leastShard)
    .map(wordsWithSpans)
    .filter((words) => words.length > 0);
  let hull: Range | null = null;
  let length = 0;
  for (const shard of shards) {
    const from = index.exact(shard).find((at) => hull === null || at >= hull[1]);
    if (from === undefined) return [];
    hull = [hull?.[0] ?? from, from + shard.length];
    length += shard.length;
  }
  if (hull === null) return [];
  const [from, to] = hull;
  const first = shards[0]?.length ?? 0;
  return [to - from <= 3 * length + 20 ? hull : [from, from + first]];
}

function passageMatches({ index }: QuoteSource, words: readonly Word[]): readonly Range[] {
  if (words.length < fewestContained) return [];
  const passage = index.passage(words, leastContainment);
  return passage === null ? [] : [[passage.from, passage.to]];
}

/** The hull of the stretches that stand in the source, if they are most of the quote. */
function stretchMatches({ index }: QuoteSource, words: readonly Word[]): readonly Range[] {
  const runs = index.copies(words);
  const copied = runs.reduce((sum, { length }) => sum + length, 0);
  if (runs.length === 0 || copied < leastCopiedOfNamed * words.length) return [];
  const from = Math.min(...runs.map((run) => run.from));
  const to = Math.max(...runs.map((run) => run.from + run.length));
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best));
  return [to - from <= 2 * words.length + 20 ? [from, to] : [longest.from, longest.from + longest.length]];
}
