import { groupBy } from "../read-rows.ts";
import type { Drawn } from "./read-drawn.ts";
import { type Match, pairOff, type SharedWords } from "./same-words.ts";

/**
 * Joins what one layer draws with what the other draws between the same words, one to one, where the ends are
 * not the very same locutions. What is joined keeps the words of the first layer.
 */
export function pairRelations(drawn: readonly Drawn[], shared: SharedWords): Drawn[] {
  const onlyB = drawn.filter(({ ofA }) => ofA === null);
  const fromWords = groupBy(onlyB, ({ from }) => from);
  const candidates = drawn
    .filter(({ ofB }) => ofB === null)
    .flatMap(({ key, from, to, ofA }) => {
      const ends = shared.get(to);
      return [...(shared.get(from) ?? [])].flatMap(([otherFrom, characters]) =>
        (fromWords.get(otherFrom) ?? []).flatMap((other): Match[] => {
          const more = ends?.get(other.to);
          if (more === undefined) return [];
          const isAlike = ofA?.kind === other.ofB?.kind;
          return [{ ofA: key, ofB: other.key, shared: characters + more, isAlike }];
        }),
      );
    });
  const byKey = new Map(onlyB.map((one) => [one.key, one]));
  const pairs = pairOff(candidates);
  const partners = new Map(pairs.map(({ ofA, ofB }) => [ofA, byKey.get(ofB)?.ofB ?? null]));
  const paired = new Set(pairs.map(({ ofB }) => ofB));
  return drawn
    .filter(({ key, ofA }) => ofA !== null || !paired.has(key))
    .map((one) => ({ ...one, ofB: one.ofB ?? partners.get(one.key) ?? null }));
}
