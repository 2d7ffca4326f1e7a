import { topicWeight } from "../../../text/frequent-words.ts";
import type { Resemblance } from "../../../text/resemblance.ts";
import { cues, cueText } from "./cues.ts";
import type { Unit } from "./units.ts";

/** The sentence that an answer most likely answers. `bonus` raises or lowers the confidence of the answer. */
export interface Choice {
  readonly unit: Unit;
  readonly resemblance: number;
  readonly bonus: number;
}

/** Resemblance that a later sentence of a quote needs beyond the first one's: the first is meant 14 times of 16. */
const laterInQuote = 0.3;

/** Chooses in a quoted passage: its first sentence, unless a later one resembles the answer much more. */
export function chooseInQuote(from: Unit, targets: readonly Unit[], resemblance: Resemblance): Choice | null {
  let best: Choice | null = null;
  for (const [position, unit] of targets.entries()) {
    const near = resemblance.between(from.profile, unit.profile);
    if (best === null || near > best.resemblance + (position > 0 ? laterInQuote : 0))
      best = { unit, resemblance: near, bonus: 0 };
  }
  if (best === null) return null;
  return { ...best, bonus: sizeBonus(targets.length) + 0.2 * Math.min(best.resemblance, 0.5) };
}

/** How much of a comparison goes to the rest of the reply when a short sentence says little by itself. */
const restShare = 0.35;

/** With fewer topic words than this the rest of the reply helps to tell what it is about. */
const fewestTopicWords = 4;

/**
 * Chooses in an unquoted parent by resemblance and salience, which found 19 of 23 answered sentences where
 * resemblance alone found 15.
 */
export function chooseInParent(
  from: Unit,
  reply: readonly Unit[],
  targets: Targets,
  resemblance: Resemblance,
): Choice | null {
  let best: Choice | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  const rest = isBrief(from)
    ? reply.filter((unit) => unit.index > from.index && unit.index <= from.index + 2)
    : [];
  for (const unit of targets.near(from)) {
    const own = resemblance.between(from.profile, unit.profile);
    const others = rest.map((it) => resemblance.between(it.profile, unit.profile));
    const near = own + restShare * Math.max(0, ...others);
    const score = near + salience(unit);
    if (score > bestScore) {
      bestScore = score;
      best = { unit, resemblance: near, bonus: 0 };
    }
  }
  if (best === null) return null;
  return { ...best, bonus: sizeBonus(targets.units.length) + 0.3 * (Math.min(best.resemblance, 0.5) - 0.15) };
}

/** Whether a sentence has too few topic words to be recognised by them. */
function isBrief({ profile }: Unit): boolean {
  let topical = 0;
  for (const word of profile.counts.keys()) if (topicWeight(word) >= 0.5) topical++;
  return topical < fewestTopicWords;
}

/** The fewer sentences there are to choose from, the surer the choice. */
function sizeBonus(count: number): number {
  return count === 1 ? 0.12 : count <= 3 ? 0.04 : count > 8 ? -0.08 : 0;
}

/** How likely a sentence is answered whatever the answer says: opinions and first claims more, asides less. */
function salience(unit: Unit): number {
  const words = cueText(unit.text);
  let score = 0;
  if (cues.opinion.test(words)) score += 0.04;
  if (unit.index === 0) score += 0.06;
  if (cues.negation.test(words)) score += 0.03;
  if (cues.example.test(words) || cues.exampleStart.test(words)) score -= 0.05;
  if (unit.isAside) score -= 0.05;
  if (unit.isItem) score -= 0.03;
  return score;
}

/** So many sentences of a parent are compared one by one; of a longer one those with most topic words in common. */
const mostCompared = 40;

/** The sentences of a comment that may be answered, indexed by their stems so that a book does not stall a reply. */
export class Targets {
  readonly units: readonly Unit[];
  readonly #resemblance: Resemblance;
  readonly #postings = new Map<string, Unit[]>();

  constructor(units: readonly Unit[], resemblance: Resemblance) {
    this.units = units;
    this.#resemblance = resemblance;
    if (units.length <= mostCompared) return;
    for (const unit of units)
      for (const word of unit.profile.counts.keys()) {
        if (topicWeight(word) < 0.5) continue;
        const known = this.#postings.get(word);
        if (known === undefined) this.#postings.set(word, [unit]);
        else known.push(unit);
      }
  }

  /** The units to compare with, in reading order; the first, which sums up many a comment, is always one. */
  near(from: Unit): readonly Unit[] {
    if (this.units.length <= mostCompared) return this.units;
    const shared = new Map<Unit, number>(this.units.slice(0, 1).map((unit) => [unit, Number.MAX_VALUE]));
    for (const word of from.profile.counts.keys())
      for (const unit of this.#postings.get(word) ?? [])
        shared.set(unit, (shared.get(unit) ?? 0) + this.#resemblance.weight(word));
    return [...shared]
      .toSorted(([a, x], [b, y]) => y - x || a.index - b.index)
      .slice(0, mostCompared)
      .map(([unit]) => unit)
      .toSorted((a, b) => a.index - b.index);
  }
}
