import type { GlossaryEntry } from "../model/glossary.ts";
import { normalForm } from "../text/tokens.ts";
import type { TermCount, TermGroup, TermStats } from "./count-terms.ts";
import { glossaryKeys, joinVariants } from "./term-variants.ts";

/**
 * Puts terms that are forms of one (`joinVariants`) into one group, with the glossary's entry where it has
 * one.
 */
export function groupTerms(stats: TermStats, glossary: readonly GlossaryEntry[]): readonly TermGroup[] {
  const joined = joinVariants(stats, glossary);
  const entries = new Map<string, GlossaryEntry>();
  const keys = glossaryKeys(glossary);
  for (const entry of glossary) {
    const canonical = keys.get(normalForm(entry.prefLabel));
    const known = canonical === undefined ? undefined : entries.get(canonical);
    if (canonical !== undefined && known === undefined) entries.set(canonical, entry);
  }
  const groups = new Map<string, TermCount[]>();
  for (const count of stats.terms.values()) {
    const canonical = joined.get(count.key) ?? count.key;
    const group = groups.get(canonical);
    if (group === undefined) groups.set(canonical, [count]);
    else group.push(count);
  }
  return [...groups].map(([key, counts]) => ({ key, counts, entry: entries.get(key) ?? null }));
}
