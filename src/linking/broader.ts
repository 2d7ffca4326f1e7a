import type { GlossaryEntry } from "../model/glossary.ts";
import { normalForm } from "../text/tokens.ts";
import { isJoinedByOf, type TermGroup } from "./count-terms.ts";
import { glossaryKeys } from "./term-variants.ts";

/**
 * The keys of the more general concepts of each concept, among those given.
 *
 * The glossary says so, and where it names one that nobody mentions, the next above it counts. Else the head of a
 * phrase: "process-based training" is a kind of "training", and of the longest such ending only. Never a circle.
 */
export function broaderOf(
  groups: readonly TermGroup[],
  glossary: readonly GlossaryEntry[],
): ReadonlyMap<string, readonly string[]> {
  const present = new Set(groups.map(({ key }) => key));
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
  present: ReadonlySet<string>,
): readonly string[] {
  const found = new Set<string>();
  const seen = new Set([key]);
  const visit = (from: string) => {
    for (const next of above.get(from) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      if (present.has(next)) found.add(next);
      else visit(next);
    }
  };
  visit(key);
  return [...found];
}

/** The head of a phrase: what it ends with, or stands before "of" ("burden of proof" is a burden). */
function headsOf(group: TermGroup, present: ReadonlySet<string>): readonly string[] {
  const key = isJoinedByOf(group) ? (group.key.split(" of ")[0] ?? "") : group.key;
  if (key !== group.key && present.has(key)) return [key];
  const words = key.split(" ");
  for (let i = 1; i < words.length; i++) {
    const head = words.slice(i).join(" ");
    if (present.has(head)) return [head];
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
