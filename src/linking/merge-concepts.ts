import type { Concept, Locution, Mention, Term } from "../model/claim.ts";
import type { ConceptCorrection } from "../model/concept-correction.ts";
import type { GlossaryEntry } from "../model/glossary.ts";
import { compareStrings, conceptId } from "../model/id.ts";
import { contains, type Span } from "../model/span.ts";
import { broaderOf } from "./broader.ts";
import { labelsOf } from "./concept-labels.ts";
import { correctGroups } from "./corrected-groups.ts";
import type { TermStats } from "./count-terms.ts";
import { groupTerms } from "./term-groups.ts";
import { strengthOf } from "./term-strength.ts";

/** A concept of the corpus and the keys of the terms that mention it. */
export interface SelectedConcept {
  readonly concept: Concept;
  readonly keys: readonly string[];
}

/**
 * At most so many concepts: 100 where terms occur 150 times, as in a short thread, 6,200 where they occur
 * 600,000 times.
 */
const mostConcepts = (occurrences: number) => Math.ceil(8 * Math.sqrt(occurrences));

/**
 * Chooses the concepts of a corpus from its terms, the most salient first.
 *
 * Forms of one term are counted together (`groupTerms`) and ranked by `strengthOf`. Salience is the logarithm of
 * that strength, 1 for the strongest. It does not depend on the order of the comments.
 *
 * @param glossary - the user's entries, then the shipped ones; of two that name a label the first has it.
 * @param corrections - what people say of concepts: it stands above the glossary and the counts.
 */
export function selectConcepts(
  stats: TermStats,
  glossary: readonly GlossaryEntry[],
  corrections: readonly ConceptCorrection[] = [],
): readonly SelectedConcept[] {
  const { groups, joined } = correctGroups(groupTerms(stats, glossary), corrections);
  const most = mostConcepts(occurrencesOf(stats));
  const ranked = groups
    .map((group) => ({ group, strength: strengthOf(group, stats.comments) }))
    .filter(({ group, strength }) => strength > 0 || group.isHeld)
    .sort((a, b) => b.strength - a.strength || compareStrings(a.group.key, b.group.key))
    .filter(({ group }, index) => index < most || group.isHeld);
  const strongest = ranked[0]?.strength || 1;
  const broader = broaderOf(
    ranked.map(({ group }) => group),
    glossary,
    joined,
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

function occurrencesOf({ terms }: TermStats): number {
  let occurrences = 0;
  for (const { frequency } of terms.values()) occurrences += frequency;
  return occurrences;
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

/** The concepts that a locution or its lead-in mentions, sorted. */
export function conceptsIn(
  { span, leadIn, version }: Locution,
  mentions: readonly Mention[],
): readonly string[] {
  const holds = (inner: Span) => contains(span, inner) || (leadIn !== null && contains(leadIn, inner));
  const found = mentions.filter((mention) => mention.version === version && holds(mention.span));
  return [...new Set(found.map(({ conceptId }) => conceptId))].sort(compareStrings);
}
