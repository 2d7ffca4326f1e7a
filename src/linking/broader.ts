import type { GlossaryEntry } from "../model/glossary.ts";
import { normalForm } from "../text/tokens.ts";
import { isJoinedByOf, type TermGroup } from "./count-terms.ts";
import { glossaryKeys } from "./term-variants.ts";

/**
 * The keys of the more general concepts of each concept, among those given.
 *
 * The glossary says so, and where it names one that nobody mentions, the next above it counts. Else the head of a
 * phrase: "process-based training" is a kind of "training", and of the longest such ending only. Never a circle.
 *
 * @param joined - keys that stand for no concept of their own, each with the key of the one that they are part of.
 */
export function broaderOf(
  groups: readonly TermGroup[],
  glossary: readonly GlossaryEntry[],
  joined: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, readonly string[]> {
  const own = new Map(groups.map(({ key }) => [key, key]));
  const present = new Map([...joined].flatMap(([key, into]) => (own.has(into) ? [[key, into]] : [])));
  for (const [key] of own) present.set(key, key);
  const above = glossaryAbove(glossary);
  const broader = new Map<string, string[]>();
  for (const group of groups) {
    const { key, entry } = group;
    const candidates =
      entry && entry.broader.length > 0 ? mentioned(key, above, present) : headsOf(group, present);
    for (const candidate of candidates) {
      if (candidate === key || isAbove(key, candidate, broader)) continue;
      broader.set(key, [...(broader.get(key) ?? []), candidate]);
    }
  }
  return broader;
}

function glossaryAbove(glossary: readonly GlossaryEntry[]): ReadonlyMap<string, readonly string[]> {
  const keys = glossaryKeys(glossary);
  const above = new Map<string, readonly string[]>();
  for (const { prefLabel, broader } of glossary) {
    const key = keys.get(normalForm(prefLabel)) ?? normalForm(prefLabel);
    if (!above.has(key))
      above.set(
        key,
        broader.map((label) => keys.get(normalForm(label)) ?? normalForm(label)),
      );
  }
  return above;
}

/** The nearest concepts above a key that are mentioned. */
function mentioned(
  key: string,
  above: ReadonlyMap<string, readonly string[]>,
  present: ReadonlyMap<string, string>,
): readonly string[] {
  const found = new Set<string>();
  const seen = new Set([key]);
  const visit = (from: string) => {
    for (const next of above.get(from) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      const concept = present.get(next);
      if (concept === undefined) visit(next);
      else found.add(concept);
    }
  };
  visit(key);
  return [...found];
}

/** The head of a phrase: what it ends with, or stands before "of" ("burden of proof" is a burden). */
function headsOf(group: TermGroup, present: ReadonlyMap<string, string>): readonly string[] {
  const key = isJoinedByOf(group) ? (group.key.split(" of ")[0] ?? "") : group.key;
  const before = key === group.key ? undefined : present.get(key);
  if (before !== undefined) return [before];
  const words = key.split(" ");
  for (let i = 1; i < words.length; i++) {
    const head = present.get(words.slice(i).join(" "));
    if (head !== undefined) return [head];
  }
  return [];
}

/** Whether `key` stands above `other` already. */
function isAbove(key: string, other: string, broader: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const visit = (at: string): boolean => {
    if (at === key) return true;
    if (seen.has(at)) return false;
    seen.add(at);
    return (broader.get(at) ?? []).some(visit);
  };
  return visit(other);
}
