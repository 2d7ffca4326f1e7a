import { compareStrings } from "../../model/id.ts";
import { groupBy } from "../read-rows.ts";
import type { StatedWords } from "./read-words.ts";

/** Two things of different layers, with how many characters of their words they share. */
export interface Match {
  readonly ofA: string;
  readonly ofB: string;
  readonly shared: number;
  /** Whether they are of one kind; such are paired before others. */
  readonly isAlike: boolean;
}

/**
 * Words count as the same where they share at least this much of the shorter ones. Layers cut differently: a
 * clause of one lies in a sentence of the other, and of the longer ones it may be little.
 */
const leastShared = 0.5;

/** How many characters two stretches share, by the id of either; nothing where they are not the same. */
export type SharedWords = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * Which words are the same, though cut differently.
 *
 *     rules  [Dams leak],[ and they break in spring.]
 *     llm    [Dams leak, and they break in spring.]       the same as either, and paired with the second
 *
 * Words that do not overlap are not looked at, so time grows with the words and their overlaps.
 */
export function findSameWords(words: readonly StatedWords[]): SharedWords {
  const shared = new Map<string, Map<string, number>>(
    words.map(({ id, start, end }) => [id, new Map([[id, end - start]])]),
  );
  for (const inText of groupBy(words, ({ text }) => text).values()) {
    const sorted = inText.toSorted(
      (one, other) => one.start - other.start || compareStrings(one.id, other.id),
    );
    for (const [index, one] of sorted.entries())
      for (let next = index + 1; next < sorted.length; next += 1) {
        const other = sorted[next];
        if (other === undefined || other.start >= one.end) break;
        const common = Math.min(one.end, other.end) - other.start;
        if (common < leastShared * Math.min(one.end - one.start, other.end - other.start)) continue;
        shared.get(one.id)?.set(other.id, common);
        shared.get(other.id)?.set(one.id, common);
      }
  }
  return shared;
}

/** Pairs one to one: those of one kind first, then those that share the most, then by id. */
export function pairOff(candidates: readonly Match[]): readonly Match[] {
  const taken = { ofA: new Set<string>(), ofB: new Set<string>() };
  return candidates
    .toSorted(
      (one, other) =>
        Number(other.isAlike) - Number(one.isAlike) ||
        other.shared - one.shared ||
        compareStrings(one.ofA, other.ofA) ||
        compareStrings(one.ofB, other.ofB),
    )
    .filter(({ ofA, ofB }) => {
      if (taken.ofA.has(ofA) || taken.ofB.has(ofB)) return false;
      taken.ofA.add(ofA);
      taken.ofB.add(ofB);
      return true;
    });
}
