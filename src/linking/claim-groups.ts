import type { Locution } from "../model/claim.ts";
import type { Relation } from "../model/relation.ts";
import type { Sameness } from "../model/sameness.ts";
import { sameClaimKey } from "../text/claim-key.ts";
import { fewestWordsToMerge } from "./link.ts";

/** What is known of words that may state one claim. */
export interface Groupable {
  /** In the order in which they were said. */
  readonly locutions: readonly Locution[];
  /** The `disagrees-with` between them that nobody rejected. */
  readonly attacks: readonly Pick<Relation, "from" | "to">[];
  readonly said: readonly Sameness[];
}

/** The key of words that say enough to be one claim of several people; null for fewer. */
export function keyToMerge(text: string): string | null {
  const key = sameClaimKey(text);
  return key.split(" ").length >= fewestWordsToMerge ? key : null;
}

/**
 * Says which claim each locution states where people have said of some that they are the same, or are not.
 *
 * Words of one wording belong together, and words that people call the same; what belongs to the same thing belongs to one
 * another. Of such words the first founds the claim. The others join it, but those that attack a locution of it or that people
 * set apart from one: these join a later claim, or found their own.
 *
 *     a "X is safe."   b "X does no harm."   c "x is safe"      a same b
 *     one claim, a:    a   b   c
 *
 * A claim that a map states stays whole, and no two of them become one: what a map takes for one claim is not ours to
 * join or part.
 */
export function claimsOfGroups({ locutions, attacks, said }: Groupable): ReadonlyMap<string, string> {
  const opposed = opponentsOf([
    ...attacks.map(({ from, to }) => ({ a: from, b: to })),
    ...said.filter((one) => !one.isSame),
  ]);
  const claims = new Set<string>();
  const ofMaps = new Set<string>();
  const wanted = new Map<string, string>();
  const isOpposed = (id: string, claim: string): boolean =>
    (opposed.get(id) ?? []).some((other) => wanted.get(other) === claim);
  const ids = new Set(locutions.map(({ id }) => id));
  for (const group of groupsOf(locutions, said)) {
    const founded: string[] = [];
    for (const some of unitsOf(group)) {
      const isFixed = some.some(isOfMap);
      const joined = founded.find(
        (claim) => !(isFixed && ofMaps.has(claim)) && !some.some(({ id }) => isOpposed(id, claim)),
      );
      const claim = joined ?? claimFoundedBy(some, ids, claims);
      if (joined === undefined) founded.push(claim);
      claims.add(claim);
      if (isFixed) ofMaps.add(claim);
      for (const { id } of some) wanted.set(id, claim);
    }
  }
  return wanted;
}

const isOfMap = ({ extractors }: Locution): boolean => extractors === undefined;

/**
 * The id of the claim that words found: that of the first of them. A claim of a map keeps its own, and so does one whose first
 * words were forgotten.
 */
function claimFoundedBy(
  [first]: readonly Locution[],
  ids: ReadonlySet<string>,
  claims: ReadonlySet<string>,
): string {
  if (first === undefined) throw new Error("nothing founds no claim");
  const { id, claimId } = first;
  return isOfMap(first) || !(ids.has(claimId) || claims.has(claimId)) ? claimId : id;
}

/** The locutions of a claim that a map states move as one and come first; all others by themselves. */
function unitsOf(group: readonly Locution[]): readonly (readonly Locution[])[] {
  const ofMaps = new Map<string, Locution[]>();
  for (const locution of group.filter(isOfMap))
    ofMaps.set(locution.claimId, [...(ofMaps.get(locution.claimId) ?? []), locution]);
  return [...ofMaps.values(), ...group.filter((locution) => !isOfMap(locution)).map((one) => [one])];
}

/** Words that belong together, each group in the order in which they were said. */
function groupsOf(
  locutions: readonly Locution[],
  said: readonly Sameness[],
): readonly (readonly Locution[])[] {
  const above = new Map<string, string>();
  const top = (name: string): string => {
    let last = name;
    for (let next = above.get(last); next !== undefined; next = above.get(last)) last = next;
    return last;
  };
  const join = (a: string, b: string): void => {
    const [one, other] = [top(a), top(b)];
    if (one !== other) above.set(other, one);
  };
  const present = new Set(locutions.map(({ id }) => id));
  for (const locution of locutions) {
    const key = keyToMerge(locution.text);
    if (key !== null) join(`key ${key}`, locution.id);
    if (isOfMap(locution)) join(`claim ${locution.claimId}`, locution.id);
  }
  for (const { a, b, isSame } of said) if (isSame && present.has(a) && present.has(b)) join(a, b);
  const groups = new Map<string, Locution[]>();
  for (const locution of locutions) {
    const name = top(locution.id);
    const group = groups.get(name);
    if (group) group.push(locution);
    else groups.set(name, [locution]);
  }
  return [...groups.values()];
}

/** With whom each may not share a claim. */
function opponentsOf(
  pairs: readonly { readonly a: string; readonly b: string }[],
): ReadonlyMap<string, readonly string[]> {
  const opponents = new Map<string, string[]>();
  for (const [one, other] of pairs.flatMap(({ a, b }) => [[a, b] as const, [b, a] as const])) {
    const some = opponents.get(one);
    if (some) some.push(other);
    else opponents.set(one, [other]);
  }
  return opponents;
}
