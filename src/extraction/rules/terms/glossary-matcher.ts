import type { Term } from "../../../model/claim.ts";
import type { GlossaryEntry } from "../../../model/glossary.ts";
import type { Span } from "../../../model/span.ts";
import { isAcronym, needsCapitals } from "../../../text/acronyms.ts";
import { maskAddresses } from "../../../text/addresses.ts";
import { remember } from "../../../text/remember.ts";
import { normalForm, type Token, tokenize } from "../../../text/tokens.ts";

/** Finds the terms of a glossary in a stretch of text. */
export type GlossaryMatcher = (text: string, span: Span) => readonly Term[];

interface Label {
  readonly words: readonly string[];
  /** Only capitals will do: "ELK" is not the animal. */
  readonly isCapital: boolean;
}

/**
 * Builds a matcher for the labels of a glossary, longest first at every word, so that of "model-based RL" and
 * "RL" both are found and the longer one stands first.
 *
 * Words are compared in their normal form, so plural, hyphens and case do not matter, but for labels in capitals:
 * these are met in capitals alone, or in lower case when no vowel could make them a word ("llm", "rl").
 */
export function buildGlossaryMatcher(glossary: readonly GlossaryEntry[]): GlossaryMatcher {
  const byFirst = new Map<string, Label[]>();
  for (const entry of glossary)
    for (const label of [entry.prefLabel, ...entry.altLabels]) {
      const words = tokenize(label).map(({ text }) => readWord(text).key);
      const first = words[0];
      if (first === undefined) continue;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { words, isCapital: needsCapitals(label) }]);
    }
  for (const labels of byFirst.values()) labels.sort((a, b) => b.words.length - a.words.length);
  const labelsFrom = remember((word: string) => byFirst.get(readWord(word).key) ?? []);
  return (text, { start, end }) => {
    const words = tokenize(maskAddresses(text.slice(start, end), " "), start);
    const found: Term[] = [];
    for (const [i, word] of words.entries())
      for (const label of labelsFrom(word.text)) {
        if (!matches(text, words, i, label)) continue;
        const span = { start: word.start, end: endOf(words[i + label.words.length - 1] ?? word) };
        found.push({ key: normalForm(text.slice(span.start, span.end)), span });
      }
    return found;
  };
}

/** A word as labels are met: without a possessive ending. */
const readWord = remember((word: string) => {
  const bare = word.replace(/['’]s$/u, "");
  return { key: normalForm(bare), length: bare.length, isCapital: isAcronym(bare) };
});

const endOf = ({ text, start }: Token): number => start + readWord(text).length;

/** Whether a label stands at word `at`: its words follow each other with no more than a blank or a mark between. */
function matches(text: string, words: readonly Token[], at: number, label: Label): boolean {
  return label.words.every((key, i) => {
    const word = words[at + i];
    if (word === undefined) return false;
    const read = readWord(word.text);
    if (read.key !== key || (label.isCapital && !read.isCapital)) return false;
    const before = words[at + i - 1];
    if (i === 0 || before === undefined) return true;
    return /^(?:[^\S\n]{1,2}|[-‐‑–/.&’']|\()?$/u.test(text.slice(endOf(before), word.start));
  });
}
