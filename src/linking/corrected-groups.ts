import type { ConceptCorrection } from "../model/concept-correction.ts";
import { compareStrings, conceptId } from "../model/id.ts";
import { normalForm } from "../text/tokens.ts";
import type { TermCount, TermGroup } from "./count-terms.ts";

/** A group of terms as people corrected it. */
export interface CorrectedGroup extends TermGroup {
  /** What people call it; null where they say nothing. */
  readonly called: string | null;
  /** Labels that people gave it. */
  readonly alsoCalled: readonly string[];
  /** Keys of labels that people took from it. */
  readonly notCalled: ReadonlySet<string>;
  /** Whether people named it, so that it is a concept however rare. */
  readonly isHeld: boolean;
}

/** Groups by the key that stands for them, with the groups that were joined to another. */
export interface CorrectedGroups {
  readonly groups: readonly CorrectedGroup[];
  /** The key of the group that each joined one became part of. */
  readonly joined: ReadonlyMap<string, string>;
}

interface Group extends CorrectedGroup {
  counts: readonly TermCount[];
  entry: TermGroup["entry"];
  called: string | null;
  isHeld: boolean;
  readonly alsoCalled: string[];
  readonly notCalled: Set<string>;
}

/**
 * Applies what people say of concepts to the groups of terms that make them.
 *
 * First what they split off, then what they join, then names, last what they say is none; within each by the
 * concept and the words, so that it does not matter who said what first. What is about no term that is there
 * waits. A concept that was joined to another has no name and no end of its own: what it was called is a
 * label of the other.
 */
export function correctGroups(
  groups: readonly TermGroup[],
  corrections: readonly ConceptCorrection[],
): CorrectedGroups {
  const shelf = new GroupShelf(groups);
  const ordered = corrections
    .map((one) => ({ ...one, order: `${one.conceptId} ${JSON.stringify(one.saying)}` }))
    .sort((a, b) => compareStrings(a.order, b.order));
  for (const verb of ["split", "join", "rename", "drop"] as const)
    for (const { conceptId: id, saying } of ordered) {
      if (saying.verb !== verb) continue;
      const found = shelf.find(id, saying.name);
      if (saying.verb === "split") shelf.split(saying.label, found);
      else if (!found) continue;
      else if (saying.verb === "join") shelf.join(found, saying.label, saying.id);
      else if (saying.verb === "rename") shelf.rename(found, saying.label, { isJoined: shelf.isJoined(id) });
      else if (!shelf.isJoined(id)) shelf.drop(found);
    }
  return { groups: shelf.groups, joined: shelf.joined };
}

/** The keys of all labels that corrections name, to be counted however rare. */
export function keysNamed(corrections: readonly ConceptCorrection[]): readonly string[] {
  return corrections.flatMap(({ saying }) =>
    [saying.name, ...("label" in saying ? [saying.label] : [])].map(normalForm),
  );
}

class GroupShelf {
  readonly #byId = new Map<string, Group>();
  /** The id of the group that each joined one became part of, by id. */
  readonly #into = new Map<string, string>();
  readonly joined = new Map<string, string>();

  constructor(groups: readonly TermGroup[]) {
    for (const group of groups) this.#put(group);
  }

  get groups(): readonly CorrectedGroup[] {
    return [...this.#byId.values()].filter(({ counts }) => counts.length > 0);
  }

  #put(group: TermGroup): Group {
    const own = { called: null, alsoCalled: [], notCalled: new Set<string>(), isHeld: false };
    const kept: Group = { ...group, ...own };
    this.#byId.set(conceptId(group.key), kept);
    return kept;
  }

  /**
   * The group of an id, else the one that holds what is called so. One that was joined to another is that
   * other.
   */
  find(id: string, name: string): Group | undefined {
    return this.#byId.get(this.#into.get(id) ?? id) ?? this.#holding(normalForm(name));
  }

  #holding(key: string): Group | undefined {
    const own = this.#byId.get(conceptId(key));
    return own ?? [...this.#byId.values()].find((group) => holds(group, key));
  }

  /** Takes a form out of the group that holds it, and makes a group of its own of it where it is not one. */
  #takeOut(key: string): readonly TermCount[] {
    const holder = this.#holding(key);
    if (!holder || holder.key === key) return [];
    const taken = holder.counts.filter((count) => count.key === key);
    holder.counts = holder.counts.filter((count) => count.key !== key);
    holder.notCalled.add(key);
    return taken;
  }

  split(label: string, from: Group | undefined): void {
    const key = normalForm(label);
    if (this.#byId.has(conceptId(key))) {
      if (from && from.key !== key) from.notCalled.add(key);
      return;
    }
    const counts = this.#takeOut(key);
    from?.notCalled.add(key);
    if (counts.length > 0) this.#put({ key, counts, entry: null }).isHeld = true;
  }

  join(into: Group, label: string, id: string | null): void {
    into.isHeld = true;
    into.alsoCalled.push(label);
    const key = normalForm(label);
    const other = (id === null ? undefined : this.#byId.get(id)) ?? this.#byId.get(conceptId(key));
    if (other === undefined) {
      into.counts = [...into.counts, ...this.#takeOut(key).filter(({ key: one }) => !holds(into, one))];
      return;
    }
    if (other === into) return;
    into.counts = [...into.counts, ...other.counts];
    into.entry ??= other.entry;
    into.alsoCalled.push(...other.alsoCalled, ...(other.entry ? labelsOfEntry(other.entry) : []));
    for (const taken of other.notCalled) if (!holds(into, taken)) into.notCalled.add(taken);
    this.#byId.delete(conceptId(other.key));
    // What was joined to the other goes along.
    for (const [one, to] of [...this.joined, [other.key, other.key] as const])
      if (to === other.key) {
        this.joined.set(one, into.key);
        this.#into.set(conceptId(one), conceptId(into.key));
      }
  }

  isJoined(id: string): boolean {
    return this.#into.has(id);
  }

  rename(group: Group, label: string, { isJoined }: { isJoined: boolean }): void {
    group.isHeld = true;
    if (isJoined) group.alsoCalled.push(label);
    else group.called = label;
  }

  drop({ key }: Group): void {
    this.#byId.delete(conceptId(key));
  }
}

const holds = ({ counts }: TermGroup, key: string): boolean => counts.some((count) => count.key === key);

const labelsOfEntry = ({ prefLabel, altLabels }: NonNullable<TermGroup["entry"]>): readonly string[] => [
  prefLabel,
  ...altLabels,
];
