import { compareStrings } from "../../model/id.ts";

/**
 * One bond between two people: below 0 they disagree, above 0 they agree; the size is how sure that is.
 * Several bonds between two people add up.
 */
export interface Bond {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

/** Someone to place, with how their words lean: above 0 toward the first side, below 0 toward the second. */
export interface Person {
  readonly id: string;
  readonly leaning: number;
}

/** `first` and `second` in the order of `people`; `apart` are those whom nothing places. */
export interface Partition {
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly apart: readonly string[];
}

/** What a lean of many words weighs at most, in disagreements that are sure. */
const leaningWeight = 1;
/** A lean of so many claims counts half. */
const leaningHalf = 1;
/** Up to so many people every partition is tried: 16,384 at most. */
const mostExact = 14;
/** Of more people the search starts once from each of so many, the most connected first. */
const mostStarts = 24;

/** The people of one connected part with their bonds, by position. */
interface Part {
  readonly ids: readonly string[];
  readonly pull: readonly number[];
  readonly bonds: readonly ReadonlyMap<number, number>[];
}

/**
 * Parts people into two sides, so that disagreement runs across and agreement within.
 *
 * Maximises `Σ weight·sᵢ·sⱼ + Σ lean·sᵢ` over `s ∈ {-1, 1}`: correlation clustering with two clusters, which
 * is max-cut where all disagree. Up to 14 people it tries all partitions; of more it moves one person, or two
 * who are bonded, while that helps, from several starts, and keeps the best. Each connected part is placed by
 * itself: by its members' words, and where these do not tell, the largest such part is put with its first
 * member on the first side, the others are `apart`, for nothing says how they stand to the rest.
 * Deterministic: of equal partitions the first one tried stands. The search costs starts × moves × bonds, at
 * most 24 starts from both sides.
 *
 * @see Bansal, Blum, Chawla 2004, "Correlation clustering", doi:10.1023/B:MACH.0000033116.57574.95.
 */
export function partition(people: readonly Person[], bonds: readonly Bond[]): Partition {
  const sides = new Map<string, 1 | -1>();
  const parts = connectedParts(people, bonds);
  const told = parts.filter((part) => part.pull.some((pull) => pull !== 0));
  const untold = parts.filter((part) => part.pull.every((pull) => pull === 0) && part.ids.length > 1);
  const placed = told.length > 0 ? told : untold.slice(0, 1);
  for (const part of placed) {
    const found = bestSides(part);
    // Where no words tell, the two sides could be exchanged: the first member settles it.
    const turn = told.length === 0 && found[0] === -1 ? -1 : 1;
    part.ids.forEach((id, index) => {
      sides.set(id, (found[index] ?? 1) * turn === 1 ? 1 : -1);
    });
  }
  const ids = people.map((person) => person.id);
  return {
    first: ids.filter((id) => sides.get(id) === 1),
    second: ids.filter((id) => sides.get(id) === -1),
    apart: ids.filter((id) => !sides.has(id)),
  };
}

/** The connected parts, the one with the most people first, then by first id; members by id. */
function connectedParts(people: readonly Person[], bonds: readonly Bond[]): readonly Part[] {
  const leanings = new Map(people.map((person) => [person.id, person.leaning]));
  const weights = new Map<string, Map<string, number>>(people.map((person) => [person.id, new Map()]));
  for (const { from, to, weight } of bonds) {
    const there = weights.get(from);
    const back = weights.get(to);
    if (from === to || there === undefined || back === undefined) continue;
    there.set(to, (there.get(to) ?? 0) + weight);
    back.set(from, (back.get(from) ?? 0) + weight);
  }
  const seen = new Set<string>();
  const parts: Part[] = [];
  for (const id of [...leanings.keys()].sort(compareStrings)) {
    if (seen.has(id)) continue;
    const ids = reach(id, weights, seen).sort(compareStrings);
    const position = new Map(ids.map((member, index) => [member, index]));
    parts.push({
      ids,
      pull: ids.map((member) => pullOf(leanings.get(member) ?? 0)),
      bonds: ids.map((member) => bondsWithin(weights.get(member), position)),
    });
  }
  return parts.sort((a, b) => b.ids.length - a.ids.length || compareStrings(a.ids[0] ?? "", b.ids[0] ?? ""));
}

/**
 * The bonds of one member by the positions of the others. A bond that came to nothing may lead out of the
 * part.
 */
function bondsWithin(
  weights: ReadonlyMap<string, number> | undefined,
  position: ReadonlyMap<string, number>,
): ReadonlyMap<number, number> {
  const within = new Map<number, number>();
  for (const [other, weight] of weights ?? []) {
    const at = position.get(other);
    if (at !== undefined && weight !== 0) within.set(at, weight);
  }
  return within;
}

function reach(
  start: string,
  weights: ReadonlyMap<string, ReadonlyMap<string, number>>,
  seen: Set<string>,
): string[] {
  const found: string[] = [];
  const waiting = [start];
  seen.add(start);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    found.push(id);
    for (const [other, weight] of weights.get(id) ?? [])
      if (weight !== 0 && !seen.has(other)) {
        seen.add(other);
        waiting.push(other);
      }
  }
  return found;
}

function pullOf(leaning: number): number {
  return (leaningWeight * leaning) / (Math.abs(leaning) + leaningHalf);
}

function bestSides(part: Part): readonly number[] {
  return part.ids.length <= mostExact ? tryAll(part) : searchFrom(part);
}

/** All partitions in Gray-code order, so that each differs from the one before by one person. */
function tryAll(part: Part): readonly number[] {
  const sides = part.ids.map(() => 1);
  let value = energy(part, sides);
  let best: readonly number[] = [...sides];
  let bestValue = value;
  for (let step = 1; step < 2 ** part.ids.length; step += 1) {
    const person = 31 - Math.clz32(step & -step);
    value += gainOf(part, sides, person);
    sides[person] = -(sides[person] ?? 0);
    if (value > bestValue + 1e-9) {
      best = [...sides];
      bestValue = value;
    }
  }
  return best;
}

function searchFrom(part: Part): readonly number[] {
  const degree = part.bonds.map((bonds) =>
    [...bonds.values()].reduce((sum, weight) => sum + Math.abs(weight), 0),
  );
  const byDegree = part.ids
    .map((_, index) => index)
    .sort((a, b) => (degree[b] ?? 0) - (degree[a] ?? 0) || a - b);
  let best: readonly number[] = [];
  let bestValue = Number.NEGATIVE_INFINITY;
  for (const start of byDegree.slice(0, mostStarts))
    for (const side of [1, -1]) {
      const sides = climb(part, spread(part, start, side));
      const value = energy(part, sides);
      if (value > bestValue + 1e-9) {
        best = sides;
        bestValue = value;
      }
    }
  return best;
}

/** A first guess: from one person outward, each on the side that the bonds to those already placed ask for. */
function spread(part: Part, start: number, side: number): number[] {
  const sides = part.ids.map(() => 0);
  const waiting = [start];
  sides[start] = side;
  for (let at = 0; at < waiting.length; at += 1) {
    const person = waiting[at] ?? 0;
    const bonds = [...(part.bonds[person] ?? [])].sort(
      (a, b) => Math.abs(b[1]) - Math.abs(a[1]) || a[0] - b[0],
    );
    for (const [other, weight] of bonds) {
      if (weight === 0 || sides[other] !== 0) continue;
      const wish = force(part, sides, other);
      sides[other] = wish >= 0 ? 1 : -1;
      waiting.push(other);
    }
  }
  return sides;
}

/** How strongly the others and their own words draw a person to the first side. */
function force(part: Part, sides: readonly number[], person: number): number {
  let sum = part.pull[person] ?? 0;
  for (const [other, weight] of part.bonds[person] ?? []) sum += weight * (sides[other] ?? 0);
  return sum;
}

/** What moving one person to the other side is worth. */
function gainOf(part: Part, sides: readonly number[], person: number): number {
  return -2 * (sides[person] ?? 0) * force(part, sides, person);
}

function climb(part: Part, sides: number[]): readonly number[] {
  for (;;) {
    const movers = bestMove(part, sides);
    if (movers.length === 0) return sides;
    for (const mover of movers) sides[mover] = -(sides[mover] ?? 0);
  }
}

/** The one or two people whose move helps most; none when no move helps. */
function bestMove(part: Part, sides: readonly number[]): readonly number[] {
  const gains = sides.map((_, person) => gainOf(part, sides, person));
  let movers: readonly number[] = [];
  let most = 1e-9;
  for (const [person, gain] of gains.entries()) {
    if (gain > most) {
      movers = [person];
      most = gain;
    }
    for (const [other, weight] of part.bonds[person] ?? []) {
      // Moving both leaves the bond between them as it is, so its part in the two gains is taken back.
      const both = gain + (gains[other] ?? 0) + 4 * weight * (sides[person] ?? 0) * (sides[other] ?? 0);
      if (other > person && both > most) {
        movers = [person, other];
        most = both;
      }
    }
  }
  return movers;
}

function energy(part: Part, sides: readonly number[]): number {
  return sides.reduce((sum, side, person) => {
    const pull = part.pull[person] ?? 0;
    return sum + (side * (force(part, sides, person) + pull)) / 2;
  }, 0);
}
