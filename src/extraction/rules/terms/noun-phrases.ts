import type { Term } from "../../../model/claim.ts";
import { stopWords } from "../../../text/stop-words.ts";
import { normalForm } from "../../../text/tokens.ts";
import { noTerms } from "../glossary.ts";
import { genericAdjectives, genericNouns, measureNouns } from "./generic-words.ts";
import type { TaggedWord } from "./tagger.ts";

/** Longest phrase in words; a compound with hyphens is one word. Longer ones are accidents of tagging. */
const longest = 4;

/** Most parts of a compound; "out-of-distribution" has three, "thing-that-I-just-made-up" names nothing. */
const mostParts = 3;

/** A word of a phrase with what the rules ask of it. */
interface PhraseWord {
  readonly word: TaggedWord;
  readonly key: string;
  readonly canHead: boolean;
  readonly canStart: boolean;
}

/**
 * The noun phrases of a sentence and those nested in them: `(adjective | noun)* noun`, a number behind a name.
 *
 *     "the sparse reward function"   ->   "sparse reward function", "sparse reward", "reward function",
 *                                         "reward", (not "function": it is a generic word)
 *
 * Determiners, generic adjectives at the left and phrases with a generic head ("thing", "way") are left out.
 * Nested phrases are given because counting needs them (C-value) and each may be a concept of its own.
 */
export function nounPhrases(text: string, words: readonly TaggedWord[]): readonly Term[] {
  const terms: Term[] = [];
  let run: PhraseWord[] = [];
  const flush = () => {
    terms.push(...phrasesOf(text, run));
    run = [];
  };
  for (const word of words) {
    const last = run.at(-1);
    if (last !== undefined && !/^[^\S\n]+$/.test(text.slice(last.word.end, word.start))) flush();
    const next = phraseWord(word, run);
    if (next === null) flush();
    else run.push(next);
  }
  flush();
  return terms;
}

function phraseWord(word: TaggedWord, before: readonly PhraseWord[]): PhraseWord | null {
  const { text, pos } = word;
  if (pos === "NUM") {
    // "Failure Mode 2", "Chapter 11": a number names only behind a capital.
    const last = before.at(-1);
    const isName = last?.canHead === true && /^\p{Lu}/u.test(last.word.text) && /^\d{1,4}$/.test(text);
    return isName ? { word, key: text, canHead: true, canStart: false } : null;
  }
  if (pos !== "NOUN" && pos !== "PROPN" && pos !== "ADJ") return null;
  const key = normalForm(text);
  const letters = key.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 2 || stopWords.has(key) || noTerms.has(key) || !/^[\p{L}\p{N}]/u.test(text)) return null;
  if (text.split(/[-‐‑]/).length > mostParts) return null;
  const isNoun = pos !== "ADJ";
  const canStart = !genericAdjectives.has(key) && !measureNouns.has(key);
  return { word, key, canHead: isNoun && !genericNouns.has(key), canStart };
}

function phrasesOf(text: string, run: readonly PhraseWord[]): Term[] {
  const terms: Term[] = [];
  for (let start = 0; start < run.length; start++) {
    const first = run[start];
    if (first?.canStart !== true) continue;
    // A word that cannot start a phrase cannot stand inside one either: "new" parts what is around it.
    const reach = run.slice(start, start + longest);
    const parted = reach.findIndex((word, i) => i > 0 && !word.canStart && word.word.pos !== "NUM");
    const last = start + (parted < 0 ? reach.length : parted);
    for (let end = last; end > start; end--) {
      const head = run[end - 1];
      if (head?.canHead !== true || cutsNumber(run, end)) continue;
      const span = { start: first.word.start, end: head.word.end };
      terms.push({ key: normalForm(text.slice(span.start, span.end)), span });
    }
  }
  return terms.filter(({ key }) => key !== "");
}

/** Whether a phrase that ends here leaves out the number that belongs to its name ("Failure Mode" of "… 2"). */
function cutsNumber(run: readonly PhraseWord[], end: number): boolean {
  return run[end]?.word.pos === "NUM" && run[end - 1]?.word.pos !== "NUM";
}
