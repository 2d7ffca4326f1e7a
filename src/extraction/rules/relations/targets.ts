import { topicWeight } from "../../../text/frequent-words.ts";
import type { Resemblance } from "../../../text/resemblance.ts";
import type { Unit } from "./units.ts";

/** So many statements are held against each answer; of more, those with most words in common. */
export const mostCompared = 40;
/**
 * So many statements that share a topic word are looked at to find these, those with the rarest words first.
 */
const mostSearched = 500;
/** From this weight on a word says what a statement is about (text/frequent-words.ts). */
const leastWeight = 0.5;

/** Where in a list of statements each word stands, and which of them are the first of a comment. */
interface Places {
  readonly holders: ReadonlyMap<string, readonly number[]>;
  readonly firsts: readonly number[];
}

const remembered = new WeakMap<readonly Unit[], Places>();

function placesIn(units: readonly Unit[]): Places {
  const known = remembered.get(units);
  if (known !== undefined) return known;
  const holders = new Map<string, number[]>();
  const firsts: number[] = [];
  for (const [at, { index, profile }] of units.entries()) {
    if (index === 0) firsts.push(at);
    for (const word of profile.counts.keys()) {
      if (topicWeight(word) < leastWeight) continue;
      const held = holders.get(word);
      if (held === undefined) holders.set(word, [at]);
      else held.push(at);
    }
  }
  const places = { holders, firsts };
  remembered.set(units, places);
  return places;
}

/**
 * The statements that a passage may answer, of those of a comment or of the quotes before it, in their order.
 *
 * Of many only the first of a comment, which sums up many a comment, and those that share most topic words
 * with the passage, so that a book does not stall a reply. However many there are, a passage looks at a
 * bounded number of them, once the list was asked before.
 *
 * @param without - statements of the list that do not count.
 */
export function targetsNear(
  passage: readonly Unit[],
  all: readonly Unit[],
  resemblance: Resemblance,
  without: ReadonlySet<Unit> = new Set(),
): readonly Unit[] {
  if (all.length <= mostCompared + without.size) {
    const rest = all.filter((unit) => !without.has(unit));
    if (rest.length <= mostCompared) return rest;
  }
  const words = new Set(
    passage
      .flatMap(({ profile }) => [...profile.counts.keys()])
      .filter((word) => topicWeight(word) >= leastWeight),
  );
  const chosen = new Set(mostInCommon(words, all, { resemblance, without }));
  for (let at = 0; chosen.size < mostCompared && at < all.length; at++)
    if (!without.has(all[at] as Unit)) chosen.add(at);
  return [...chosen].sort((a, b) => a - b).flatMap((at) => all[at] ?? []);
}

/**
 * Where the statements stand that share words, at most {@link mostCompared}: those with most weight in
 * common, the earlier of equals.
 */
function mostInCommon(
  words: ReadonlySet<string>,
  all: readonly Unit[],
  { resemblance, without }: { readonly resemblance: Resemblance; readonly without: ReadonlySet<Unit> },
): readonly number[] {
  const { holders, firsts } = placesIn(all);
  const inCommon = ({ index, profile }: Unit): number => {
    if (index === 0) return Number.MAX_VALUE;
    let sum = 0;
    for (const word of profile.counts.keys()) if (words.has(word)) sum += resemblance.weight(word);
    return sum;
  };
  const lists = [...words].map((word) => holders.get(word) ?? []).toSorted((a, b) => a.length - b.length);
  const shared = new Map<number, number>();
  for (const list of [firsts, ...lists])
    for (const at of list) {
      if (shared.size >= mostSearched) break;
      const unit = all[at];
      if (unit !== undefined && !shared.has(at) && !without.has(unit)) shared.set(at, inCommon(unit));
    }
  return [...shared]
    .filter(([, weight]) => weight > 0)
    .sort(([a, weightOfA], [b, weightOfB]) => weightOfB - weightOfA || a - b)
    .slice(0, mostCompared)
    .map(([at]) => at);
}
