import type { GlossaryEntry } from "../model/glossary.ts";
import { compareStrings } from "../model/id.ts";
import { isAcronym, needsCapitals } from "../text/acronyms.ts";
import { normalForm } from "../text/tokens.ts";
import type { TermStats } from "./count-terms.ts";

/** Explanations that make a short form stand for its long form: one for three letters or more, else this many. */
const explanationsOfTwoLetters = 2;
/** How much more frequent a form must be before a rare one is taken for a slip of it. */
const slipRatio = 8;
/** A slip is not found more often than this. */
const mostSlips = 3;
/** Below this length, in characters, one letter may make another word ("casual", "causal"). */
const shortestSlip = 7;

/**
 * Finds which terms are forms of one: the result maps each key to that of the form that stands for all.
 *
 * In this order: what the glossary joins; abbreviations that a text explains; what a model or a person called
 * one term anywhere; a glossary abbreviation inside a longer term ("model-based RL"); the same words joined
 * or apart ("code base", "codebase"); slips of a letter in a rare form of a much more frequent one. Never by
 * meaning: what is near in meaning ("process-based", "outcome-based training") is often what a debate sets
 * apart.
 */
export function joinVariants(
  stats: TermStats,
  glossary: readonly GlossaryEntry[],
): ReadonlyMap<string, string> {
  const entries = metEntries(stats, glossary);
  const known = explainedForms(stats, entries);
  const inner = innerAbbreviations(glossary, entries, known);
  const called = calledOne(stats);
  const joined = new Map<string, string>();
  for (const key of stats.terms.keys())
    joined.set(key, resolve(key, { entries, explained: known, called, inner }));
  const frequency = frequencies(stats, joined);
  const bySpelling = new Map([...joinedWords(frequency), ...slips(frequency)]);
  for (const [key, canonical] of joined) {
    const better = bySpelling.get(canonical);
    if (better !== undefined && !entries.has(key)) joined.set(key, bySpelling.get(better) ?? better);
  }
  return joined;
}

/** The key of each glossary label and that of its preferred label. A label belongs to the first entry with it. */
export function glossaryKeys(glossary: readonly GlossaryEntry[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const { prefLabel, altLabels } of glossary) {
    const canonical = keys.get(normalForm(prefLabel)) ?? normalForm(prefLabel);
    for (const label of [prefLabel, ...altLabels]) {
      const key = normalForm(label);
      if (key !== "" && !keys.has(key)) keys.set(key, canonical);
    }
  }
  return keys;
}

/** The glossary's keys without those that only capitals make a term and that people write in lower case. */
function metEntries(stats: TermStats, glossary: readonly GlossaryEntry[]): ReadonlyMap<string, string> {
  const entries = new Map(glossaryKeys(glossary));
  const inCapitals = glossary.flatMap(({ prefLabel, altLabels }) =>
    [prefLabel, ...altLabels].filter(needsCapitals),
  );
  for (const key of new Set(inCapitals.map(normalForm))) {
    const forms = [...(stats.terms.get(key)?.forms ?? [])];
    const sum = (of: readonly (readonly [string, number])[]) =>
      of.reduce((total, [, count]) => total + count, 0);
    if (sum(forms.filter(([form]) => isAcronym(form))) * 2 < sum(forms)) entries.delete(key);
  }
  return entries;
}

/**
 * Terms that are a wording of another one somewhere: rules give each wording its own key, but whoever says
 * that wordings mean one thing gives them one, and need not say so again in every comment. Of several the one
 * that is worded so most.
 */
function calledOne({ terms }: TermStats): ReadonlyMap<string, string> {
  const best = new Map<string, { key: string; count: number }>();
  for (const { key, forms } of terms.values())
    for (const [form, count] of forms) {
      const own = normalForm(form);
      // Of wordings called one the longest is the key, so that no two stand for each other.
      if (own.length > key.length || (own.length === key.length && own <= key) || !terms.has(own)) continue;
      const other = best.get(own);
      if (!other || count > other.count || (count === other.count && compareStrings(key, other.key) < 0))
        best.set(own, { key, count });
    }
  return new Map([...best].map(([own, { key }]) => [own, key]));
}

interface Joined {
  readonly entries: ReadonlyMap<string, string>;
  readonly explained: ReadonlyMap<string, string>;
  readonly called: ReadonlyMap<string, string>;
  readonly inner: ReadonlyMap<string, string>;
}

function resolve(asked: string, { entries, explained, called, inner }: Joined): string {
  let key = asked;
  while (!entries.has(key) && !explained.has(key)) {
    const next = called.get(key);
    if (next === undefined) break;
    key = next;
  }
  const whole = entries.get(key) ?? explained.get(key);
  if (whole !== undefined) return entries.get(whole) ?? whole;
  const words = key.split(" ");
  if (words.length === 1) return key;
  const spelled = words.map((word) => inner.get(word) ?? word).join(" ");
  return entries.get(spelled) ?? explained.get(spelled) ?? spelled;
}

/** Long forms by short form, for pairs with enough evidence; of several the one explained most often. */
function explainedForms(
  { abbreviations, terms }: TermStats,
  entries: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const best = new Map<string, { long: string; count: number }>();
  for (const { short, long, count } of abbreviations) {
    if (short === long || entries.has(short) || !terms.has(short) || long.includes(`${short} `)) continue;
    if (short.length < 3 && count < explanationsOfTwoLetters) continue;
    const other = best.get(short);
    if (!other || count > other.count || (count === other.count && compareStrings(long, other.long) < 0))
      best.set(short, { long, count });
  }
  return new Map([...best].map(([short, { long }]) => [short, long]));
}

/** Words that are abbreviations, with what they stand for, to be read so inside longer terms. */
function innerAbbreviations(
  glossary: readonly GlossaryEntry[],
  entries: ReadonlyMap<string, string>,
  explained: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const inner = new Map(explained);
  for (const { prefLabel, altLabels } of glossary)
    for (const label of altLabels) {
      const key = normalForm(label);
      const long = normalForm(prefLabel);
      const isShort = /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(label) && long.includes(" ");
      if (isShort && entries.get(key) === long) inner.set(key, long);
    }
  return inner;
}

function frequencies(stats: TermStats, joined: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { key, frequency } of stats.terms.values()) {
    const canonical = joined.get(key) ?? key;
    sums.set(canonical, (sums.get(canonical) ?? 0) + frequency);
  }
  return sums;
}

/** Keys that differ in spaces only, each with the most frequent of them. */
function joinedWords(frequency: ReadonlyMap<string, number>): ReadonlyMap<string, string> {
  const groups = new Map<string, string[]>();
  for (const key of frequency.keys()) {
    if (/(?:^| ).(?: |$)/.test(key)) continue;
    const solid = key.replaceAll(" ", "");
    groups.set(solid, [...(groups.get(solid) ?? []), key]);
  }
  const better = new Map<string, string>();
  for (const keys of groups.values()) {
    if (keys.length < 2) continue;
    const [first = "", ...others] = keys.sort(
      (a, b) => (frequency.get(b) ?? 0) - (frequency.get(a) ?? 0) || compareStrings(a, b),
    );
    for (const other of others) better.set(other, first);
  }
  return better;
}

/** Rare keys that are a slip of the keyboard away from a much more frequent one. Looks at near keys only. */
function slips(frequency: ReadonlyMap<string, number>): ReadonlyMap<string, string> {
  const frequent = new Map<string, string[]>();
  for (const [key, count] of frequency)
    if (count >= slipRatio)
      for (const short of withoutOne(key)) frequent.set(short, [...(frequent.get(short) ?? []), key]);
  const better = new Map<string, string>();
  for (const [key, count] of frequency) {
    if (count > mostSlips || /\d/.test(key)) continue;
    const near = [...new Set([key, ...withoutOne(key)].flatMap((short) => frequent.get(short) ?? []))]
      .filter((other) => (frequency.get(other) ?? 0) >= count * slipRatio && isSlip(key, other))
      .sort((a, b) => (frequency.get(b) ?? 0) - (frequency.get(a) ?? 0) || compareStrings(a, b));
    if (near[0] !== undefined) better.set(key, near[0]);
  }
  return better;
}

function withoutOne(key: string): readonly string[] {
  if (key.length > 40) return [];
  return [key, ...Array.from(key, (_, i) => key.slice(0, i) + key.slice(i + 1))];
}

/**
 * Whether two keys differ as slips do: two neighbouring letters exchanged, a letter doubled or not, a vowel wrong
 * or missing. Never at the first letter or the last.
 */
function isSlip(rare: string, frequent: string): boolean {
  if (rare === frequent) return false;
  let start = 0;
  while (start < rare.length && rare[start] === frequent[start]) start++;
  let end = 0;
  const shorter = Math.min(rare.length, frequent.length);
  while (end < shorter - start && rare.at(-1 - end) === frequent.at(-1 - end)) end++;
  const [a, b] = [rare.slice(start, rare.length - end), frequent.slice(start, frequent.length - end)];
  if (start === 0 || `${a}${b}`.includes(" ")) return false;
  const isExchange = a.length === 2 && a === [...b].reverse().join("");
  const isAcronym = !/[aeiouy]/.test(frequent);
  if (isExchange) return rare.length >= shortestSlip || (isAcronym && rare.length >= 4);
  if (rare.length < shortestSlip || end === 0) return false;
  const isVowel = /^[aeiou]?$/.test(a) && /^[aeiou]?$/.test(b);
  const isDoubling = (a === "" && b === frequent[start - 1]) || (b === "" && a === rare[start - 1]);
  return isVowel || isDoubling;
}
