import type { Concept, Term } from "../model/claim.ts";
import type { GlossaryEntry } from "../model/glossary.ts";
import { compareStrings, conceptId } from "../model/id.ts";
import type { Span } from "../model/span.ts";
import { normalForm } from "../text/tokens.ts";
import { broaderOf } from "./broader.ts";
import { labelsOf } from "./concept-labels.ts";
import type { TermCount, TermGroup, TermStats } from "./count-terms.ts";
import { glossaryKeys, joinVariants } from "./term-variants.ts";

/** A concept of the corpus and the keys of the terms that mention it. */
export interface SelectedConcept {
  readonly concept: Concept;
  readonly keys: readonly string[];
}

/** At most so many concepts: 113 for 10 comments, 521 for 300, 5,200 for 50,000. */
const mostConcepts = (comments: number) => Math.ceil(40 * comments ** 0.45);

/** How much more a term counts that people chose to name: one of the glossary, or one written as a name. */
const glossaryFactor = 2;
const nameFactor = 1.3;
/** How much a phrase counts of whose words none occurs elsewhere; most such phrases are chance. */
const strangerFactor = 0.55;
/** A single word that is no name and no glossary term counts less: it may be any word. */
const singleFactor = 0.8;
/** A single word counts from this many occurrences outside of longer terms. */
const leastFreeSingle = 2;

/**
 * Chooses the concepts of a corpus from its terms, the most salient first.
 *
 * Forms of one term are counted together (`joinVariants`). A term is as strong as its C-value: occurrences, less
 * the mean of those that only belong to longer terms, times the logarithm of its length. Glossary terms and names
 * weigh more, phrases of otherwise unknown words less. Salience is the logarithm of that strength, 1 for the
 * strongest. What never stands alone is no concept, unless the glossary knows it.
 *
 * @param glossary - the user's entries, then the shipped ones; of two that name a label the first has it.
 * @see Frantzi, Ananiadou, Mima 2000, "Automatic recognition of multi-word terms: the C-value/NC-value method",
 *   doi:10.1007/s007999900023. We add 1 inside the logarithm, so that single words count at all.
 */
export function selectConcepts(
  stats: TermStats,
  glossary: readonly GlossaryEntry[],
): readonly SelectedConcept[] {
  const groups = groupTerms(stats, glossary);
  const wordCounts = countWords(groups);
  const ranked = groups
    .map((group) => ({ group, strength: strengthOf(group, wordCounts) }))
    .filter(({ strength }) => strength > 0)
    .sort((a, b) => b.strength - a.strength || compareStrings(a.group.key, b.group.key))
    .slice(0, mostConcepts(stats.comments));
  const strongest = ranked[0]?.strength ?? 1;
  const broader = broaderOf(
    ranked.map(({ group }) => group),
    glossary,
  );
  return ranked.map(({ group, strength }) => ({
    concept: {
      id: conceptId(group.key),
      ...labelsOf(group),
      salience: Math.round((Math.log1p(strength) / Math.log1p(strongest)) * 1000) / 1000,
      broader: (broader.get(group.key) ?? []).map(conceptId).sort(compareStrings),
    },
    keys: group.counts.map(({ key }) => key).sort(compareStrings),
  }));
}

function groupTerms(stats: TermStats, glossary: readonly GlossaryEntry[]): readonly TermGroup[] {
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
    groups.set(canonical, [...(groups.get(canonical) ?? []), count]);
  }
  return [...groups].map(([key, counts]) => ({ key, counts, entry: entries.get(key) ?? null }));
}

/** In how many groups each word occurs. */
function countWords(groups: readonly TermGroup[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { key, counts: forms } of groups) {
    const frequency = forms.reduce((sum, form) => sum + form.free, 0);
    for (const word of new Set(key.split(" "))) counts.set(word, (counts.get(word) ?? 0) + frequency);
  }
  return counts;
}

function strengthOf(group: TermGroup, wordCounts: ReadonlyMap<string, number>): number {
  const { counts, entry, key } = group;
  const sum = (of: (count: TermCount) => number) => counts.reduce((total, count) => total + of(count), 0);
  const free = sum((count) => count.free);
  const nested = sum((count) => count.frequency - count.free);
  const containers = sum((count) => count.containers);
  const words = key.split(" ");
  // A term nested in many different ones is a term of its own; one nested in a single one is a part of it.
  const own = free + (containers > 1 ? nested * (1 - 1 / containers) : 0);
  if (entry !== null) return glossaryFactor * Math.log2(words.length + 1) * (free + nested * 0.5);
  const name = isName(group);
  if (free === 0 && containers < 3) return 0;
  if (words.length === 1 && !name && free < leastFreeSingle) return 0;
  const stranger = words.length > 1 && words.every((word) => (wordCounts.get(word) ?? 0) <= free);
  return (
    Math.log2(words.length + 1) *
    own *
    (name ? nameFactor : 1) *
    (words.length === 1 && !name ? singleFactor : 1) *
    (stranger ? strangerFactor : 1)
  );
}

/** Whether a term is mostly written as names are: an acronym, a capital inside a word or at the start of each. */
function isName({ counts }: TermGroup): boolean {
  let names = 0;
  let all = 0;
  for (const { forms } of counts)
    for (const [form, count] of forms) {
      all += count;
      if (/\p{Lu}{2}|\p{Ll}\p{Lu}|^\p{Lu}\S* (?:of )?\p{Lu}|\p{Lu}\p{Ll}+[ -]\d/u.test(form)) names += count;
    }
  return names * 2 > all;
}

/** Which concept each term key mentions. */
export function conceptOfKey(selected: readonly SelectedConcept[]): ReadonlyMap<string, string> {
  return new Map(selected.flatMap(({ concept, keys }) => keys.map((key) => [key, concept.id] as const)));
}

/** A mention of a concept in the text that the terms come from. */
export interface FoundMention {
  readonly conceptId: string;
  readonly span: Span;
}

/**
 * The mentions that a comment's terms make, in the order of their start, the longer first.
 *
 * A concept inside the mention of another is mentioned too ("RL" in "RL agent"); inside a mention of itself it is
 * not mentioned twice. Of two mentions of one concept that overlap the longer stands.
 */
export function mentionsOf(
  terms: readonly Term[],
  concepts: ReadonlyMap<string, string>,
): readonly FoundMention[] {
  const ordered = [...terms].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const lastEnd = new Map<string, number>();
  const mentions: FoundMention[] = [];
  for (const { key, span } of ordered) {
    const id = concepts.get(key);
    if (id === undefined || span.start < (lastEnd.get(id) ?? 0)) continue;
    lastEnd.set(id, span.end);
    mentions.push({ conceptId: id, span });
  }
  return mentions;
}
