import type { Term } from "../../../model/claim.ts";
import { broadNouns } from "../../../text/broad-nouns.ts";
import { remember } from "../../../text/remember.ts";
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
  const runs: PhraseWord[][] = [];
  let run: PhraseWord[] = [];
  const flush = () => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (let at = 0; at < words.length; at++) {
    const word = retag(words, at);
    const last = run.at(-1);
    if (last !== undefined && !isSameLine(text, last.word.end, word)) flush();
    const next = phraseWord(word, run);
    if (next === null) flush();
    else run.push(next);
  }
  flush();
  return runs.flatMap((one, i) => [...phrasesOf(one), ...phrasesWithOf(text, one, runs[i + 1] ?? [])]);
}

/** Most words before "of" and behind it. */
const longestBeforeOf = 2;
const longestBehindOf = 2;

/** The phrases that "of" joins, without an article behind it: "burden of proof", "medical state of health". */
function phrasesWithOf(text: string, before: readonly PhraseWord[], behind: readonly PhraseWord[]): Term[] {
  const head = before.at(-1);
  const [next] = behind;
  const last = behind.at(-1);
  if (head?.canHead !== true || broadNouns.has(head.key) || next?.canStart !== true || last?.canHead !== true)
    return [];
  if (
    behind.length > longestBehindOf ||
    !/^\s{1,2}of\s{1,2}$/u.test(text.slice(head.word.end, next.word.start))
  )
    return [];
  return before
    .slice(-longestBeforeOf)
    .filter(({ canStart }) => canStart)
    .map(({ word }) => ({ start: word.start, end: last.word.end }))
    .map((span) => ({ key: normalForm(text.slice(span.start, span.end)), span }));
}

const blank = 0x20;

/** Whether only blanks part two words. A line may end between them where the next goes on in lower case. */
function isSameLine(text: string, end: number, next: TaggedWord): boolean {
  if (next.start === end + 1 && text.charCodeAt(end) === blank) return true;
  const between = text.slice(end, next.start);
  return /^[^\S\n]+$/u.test(between) || (/^[^\S\n]*\n[^\S\n]*$/u.test(between) && /^\p{Ll}/u.test(next.text));
}

/** Words after which a noun phrase begins. */
const determiners = new Set(
  "a an the my your his its our their this that these those every each no some any".split(" "),
);

/**
 * The word with the tag that its place asks for, where the tagger takes a noun for a verb or a verb for a noun.
 *
 *     "the recall", "a ban", "of towing", "better pattern matching."   ->   a noun
 *     "the measured variables", "of distributed systems"               ->   an adjective
 *     "the reward function measures a proxy"                           ->   a verb, and no plural
 *     "they fear power-seeking"                                        ->   a noun
 */
function retag(words: readonly TaggedWord[], at: number): TaggedWord {
  const word = words[at];
  if (word === undefined) throw new Error(`no word ${at}`);
  const before = words[at - 1];
  const after = words[at + 1];
  const isBeforeNoun = after?.pos === "NOUN" || after?.pos === "PROPN" || after?.pos === "ADJ";
  if (word.pos === "ADJ" && /[-‐‑]\p{L}+ing$/u.test(word.text) && !isBeforeNoun && before?.pos !== "AUX")
    return { ...word, pos: "NOUN" };
  if (before === undefined) return word;
  if (isFiniteVerb(before, word, after)) return { ...word, pos: "VERB" };
  if (word.pos !== "VERB") return word;
  const isDetermined = determiners.has(before.text.toLowerCase()) || before.pos === "ADJ";
  const isParticiple = /(?:ed|[^s]en)$/iu.test(word.text);
  const isGerund = /ing$/iu.test(word.text);
  if (isBeforeNoun) {
    const isModifier = isParticiple ? isDetermined || before.pos === "ADP" : isGerund && isDetermined;
    return isModifier ? { ...word, pos: "ADJ" } : word;
  }
  if (isParticiple) return word;
  if (isDetermined && before.pos !== "ADJ") return { ...word, pos: "NOUN" };
  const isAfterNoun = before.pos === "NOUN" || before.pos === "PROPN" || before.pos === "ADJ";
  const closes = after === undefined || after.pos === "PUNCT" || after.pos === "AUX" || after.text === "of";
  if (isGerund && (isAfterNoun ? closes : before.pos === "ADP")) return { ...word, pos: "NOUN" };
  return word;
}

/** Whether a plural is none: it stands between a singular noun and the start of another phrase. */
function isFiniteVerb(before: TaggedWord, word: TaggedWord, after: TaggedWord | undefined): boolean {
  return (
    word.pos === "NOUN" &&
    before.pos === "NOUN" &&
    /\p{Ll}s$/u.test(word.text) &&
    !before.text.endsWith("s") &&
    after !== undefined &&
    (after.pos === "DET" || after.pos === "PRON" || determiners.has(after.text.toLowerCase()))
  );
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
  const { key, isTerm, isGeneric, canStart } = readWord(text);
  return isTerm ? { word, key, canHead: pos !== "ADJ" && !isGeneric, canStart } : null;
}

/** What the rules ask of a word whatever stands around it. */
const readWord = remember((text: string) => {
  const key = normalForm(text);
  const letters = key.match(/\p{L}/gu)?.length ?? 0;
  const isWord = letters >= 2 && /^[\p{L}\p{N}]/u.test(text) && text.split(/[-‐‑]/).length <= mostParts;
  return {
    key,
    isTerm: isWord && !stopWords.has(key) && !stopWords.has(text.toLowerCase()) && !noTerms.has(key),
    isGeneric: genericNouns.has(key),
    canStart: !genericAdjectives.has(key) && !measureNouns.has(key),
  };
});

function phrasesOf(run: readonly PhraseWord[]): Term[] {
  const terms: Term[] = [];
  for (let start = 0; start < run.length; start++) {
    const first = run[start];
    if (first?.canStart !== true) continue;
    for (let end = behindPhrase(run, start); end > start; end--) {
      const head = run[end - 1];
      if (head?.canHead !== true || cutsNumber(run, end)) continue;
      const key = keyOf(run, start, end);
      if (key !== "") terms.push({ key, span: { start: first.word.start, end: head.word.end } });
    }
  }
  return terms;
}

/**
 * How far a phrase may go that starts here. A word that cannot start one cannot stand inside one either:
 * "new" parts what is around it.
 */
function behindPhrase(run: readonly PhraseWord[], start: number): number {
  const most = Math.min(run.length, start + longest);
  for (let at = start + 1; at < most; at++) {
    const word = run[at];
    if (word !== undefined && !word.canStart && word.word.pos !== "NUM") return at;
  }
  return most;
}

/** The normal form of the words of a run, which blanks part. */
function keyOf(run: readonly PhraseWord[], start: number, end: number): string {
  let key = "";
  for (let at = start; at < end; at++) {
    const part = run[at]?.key ?? "";
    key = key === "" || part === "" ? key + part : `${key} ${part}`;
  }
  return key;
}

/** Whether a phrase that ends here leaves out the number that belongs to its name ("Failure Mode" of "… 2"). */
function cutsNumber(run: readonly PhraseWord[], end: number): boolean {
  return run[end]?.word.pos === "NUM" && run[end - 1]?.word.pos !== "NUM";
}
