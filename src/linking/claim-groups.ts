import type { Locution } from "../model/claim.ts";
import type { Relation } from "../model/relation.ts";
import type { Sameness } from "../model/sameness.ts";
import { isOfMap, keyToMerge } from "./claim-wording.ts";
import { JoinedWords, type Opponents } from "./joined-words.ts";

/** The locutions that a relation joins. */
export type Ends = Pick<Relation, "from" | "to">;

/** What is known of words that may state one claim. */
export interface Groupable {
  /** In the order in which they were said. */
  readonly locutions: readonly Locution[];
  /** The `disagrees-with` that extractors and maps draw between them. */
  readonly drawn: readonly Ends[];
  /** Those that stand by people's last word: without what they rejected, with what they drew. */
  readonly attacks: readonly Ends[];
  readonly said: readonly Sameness[];
}

/**
 * Says which claim each locution states where people have said of some that they are the same, or are not.
 *
 * Words that people set apart never share a claim, nor do words of which one attacks the other. Within that,
 * words of one wording are one claim: each joins the first such that it may, but one that attacks the first
 * founds its own. These claims people join, in the order in which the words were said: what would bring
 * together words that may not be, waits. So the result depends on what is said, and not on when.
 *
 *     a "X is safe."   b "X does no harm."   c "Nobody is hurt by X."
 *     a same b, b same c               one claim:   a b c
 *     a same b, b same c, a apart c    two claims:  a b | c
 *
 * The first words found the claim. Where nobody said anything, what extraction does stands, whatever attacks
 * people drew or rejected. A claim that a map states stays whole, and no two of them become one: what a map
 * takes for one claim is not ours to join or part.
 */
export function claimsOfGroups({ locutions, drawn, attacks, said }: Groupable): ReadonlyMap<string, string> {
  const [byExtractors, byPeople] = [opponentsOf(drawn), opponentsOf(attacks)];
  const ids = new Set(locutions.map(({ id }) => id));
  const claims = new Set<string>();
  const wanted = new Map<string, string>();
  for (const group of groupsOf(locutions, said)) {
    for (const words of joinedIn(group, group.said.length === 0 ? byExtractors : byPeople)) {
      const claim = claimFoundedBy(words, ids, claims);
      claims.add(claim);
      for (const { id } of words) wanted.set(id, claim);
    }
  }
  return wanted;
}

/**
 * The id of the claim that words found: that of the first of them. A claim of a map keeps its own, and so
 * does one whose first words were forgotten.
 */
function claimFoundedBy(
  words: readonly Locution[],
  ids: ReadonlySet<string>,
  claims: ReadonlySet<string>,
): string {
  const first = words.find(isOfMap) ?? words[0];
  if (first === undefined) throw new Error("nothing founds no claim");
  const { id, claimId } = first;
  return isOfMap(first) || !(ids.has(claimId) || claims.has(claimId)) ? claimId : id;
}

function joinedIn(group: Group, attacked: Opponents): readonly (readonly Locution[])[] {
  const apart = group.said.filter(({ isSame }) => !isSame).map(({ a, b }) => ({ from: a, to: b }));
  const joined = new JoinedWords(attacked, opponentsOf(apart));
  for (const words of unitsOf(group.locutions)) joined.add(words);
  for (const { a, b } of sameInOrder(group)) joined.join(a, b);
  return joined.list(group.locutions);
}

/**
 * Words that may belong together by their wording or by people's word, with what people say of any two of
 * them.
 */
interface Group {
  readonly locutions: Locution[];
  readonly said: Sameness[];
}

/** In the order of their first words. */
function groupsOf(locutions: readonly Locution[], said: readonly Sameness[]): readonly Group[] {
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
  const found = said.filter(({ a, b }) => present.has(a) && present.has(b));
  for (const { a, b, isSame } of found) if (isSame) join(a, b);
  const groups = new Map<string, Group>();
  for (const locution of locutions) {
    const name = top(locution.id);
    const group = groups.get(name);
    if (group) group.locutions.push(locution);
    else groups.set(name, { locutions: [locution], said: [] });
  }
  for (const one of found) if (top(one.a) === top(one.b)) groups.get(top(one.a))?.said.push(one);
  return [...groups.values()];
}

/** The locutions of a claim that a map states move as one and come first; all others by themselves. */
function unitsOf(locutions: readonly Locution[]): readonly (readonly Locution[])[] {
  const ofMaps = new Map<string, Locution[]>();
  for (const locution of locutions.filter(isOfMap))
    ofMaps.set(locution.claimId, [...(ofMaps.get(locution.claimId) ?? []), locution]);
  return [...ofMaps.values(), ...locutions.filter((one) => !isOfMap(one)).map((one) => [one])];
}

/** What people call the same, in the order in which the earlier of the words were said, then the later. */
function sameInOrder({ locutions, said }: Group): readonly Sameness[] {
  const place = new Map(locutions.map(({ id }, at) => [id, at]));
  const placesOf = ({ a, b }: Sameness): readonly [number, number] => {
    const [one, other] = [place.get(a) ?? 0, place.get(b) ?? 0];
    return [Math.min(one, other), Math.max(one, other)];
  };
  return said
    .filter(({ isSame }) => isSame)
    .map((one) => ({ one, places: placesOf(one) }))
    .sort(({ places: [a, b] }, { places: [c, d] }) => a - c || b - d)
    .map(({ one }) => one);
}

/** With whom each may not share a claim. */
function opponentsOf(pairs: readonly Ends[]): Opponents {
  const opponents = new Map<string, string[]>();
  for (const [one, other] of pairs.flatMap(({ from, to }) => [[from, to] as const, [to, from] as const])) {
    const some = opponents.get(one);
    if (some) some.push(other);
    else opponents.set(one, [other]);
  }
  return opponents;
}
