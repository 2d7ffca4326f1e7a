import { stem, topicWeight } from "../../../text/frequent-words.ts";
import { remember } from "../../../text/remember.ts";
import { type Sign, signOf } from "../relations/sign.ts";
import { openings, phrases } from "./stance-words.ts";

/**
 * A sentence that answers, among the other sentences of its passage, and the words that it answers.
 *
 * `grain` is `comment` where the passage as a whole answers the whole of another comment; `sentence` is then its first.
 */
export interface Answer {
  readonly sentence: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly answered: string;
  readonly isAfterQuote: boolean;
  readonly grain: "sentence" | "comment";
}

/** What is read of a passage whichever of its sentences answers. */
export interface PassageWords {
  /** All sentences of the passage, as they stand, and joined by blanks. */
  readonly sentences: readonly string[];
  readonly whole: string;
  readonly passage: readonly string[];
  readonly passageTopics: ReadonlySet<string>;
  /** What the hand-written rule says of each of the first sentences. */
  readonly signs: readonly Sign[];
  /** The cue word that opens it, or null, and those found anywhere in it. */
  readonly opening: string | null;
  readonly said: readonly string[];
}

/** An answer as the features read it: words in lower case, of the sentence, its passage, and what is answered. */
export interface AnswerWords extends PassageWords {
  readonly answer: Answer;
  readonly own: readonly string[];
  readonly answered: readonly string[];
  /** What the hand-written rule says of the sentence. */
  readonly sign: Sign;
  /** Share of topic words in common, 0 to 1: of the sentence, and of the passage, with what is answered. */
  readonly overlap: number;
  readonly passageOverlap: number;
  /** Names of the cue words found: `opens no`, `passage opens no`, `says rather than`, `passage says rather than`. */
  readonly found: ReadonlySet<string>;
}

/** So many sentences of a passage are asked for a sign of their own. */
const signsRead = 8;

/** Reads a passage once for all of its sentences that answer something. */
export function readPassage(sentences: readonly string[]): PassageWords {
  const whole = sentences.join(" ");
  const passage = wordsIn(whole);
  return {
    sentences,
    whole,
    passage,
    passageTopics: topicsOf(passage),
    signs: sentences.slice(0, signsRead).map(signOf),
    opening: openingOf(wordsIn(sentences[0] ?? "")),
    said: [...new Set(phrasesIn(passage))],
  };
}

/**
 * Reads the words of an answer once for all features.
 *
 * @param passage - the sentences of the answer's passage as `readPassage` reads them; by default they are read here.
 */
export function readAnswer(
  answer: Answer,
  passage: PassageWords = readPassage([...answer.before, answer.sentence, ...answer.after]),
): AnswerWords {
  const own = wordsIn(answer.sentence);
  const answered = wordsIn(answer.answered);
  const topics = topicsOf(answered);
  const found = new Set<string>();
  note(found, "opens", openingOf(own));
  note(found, "passage opens", passage.opening);
  for (const phrase of phrasesIn(own)) found.add(`says ${phrase}`);
  for (const phrase of passage.said) found.add(`passage says ${phrase}`);
  return {
    ...passage,
    answer,
    own,
    answered,
    sign: passage.signs[answer.before.length] ?? signOf(answer.sentence),
    overlap: shared(topicsOf(own), topics),
    passageOverlap: shared(passage.passageTopics, topics),
    found,
  };
}

const wordsIn = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll(/[’‘]/gu, "'")
    .split(/[^\p{L}\p{N}'+]+/u)
    .filter((word) => word !== "");

interface Phrase {
  readonly text: string;
  readonly words: readonly string[];
}

/** Phrases by their first word, longest first. */
function byFirstWord(list: readonly string[]): ReadonlyMap<string, readonly Phrase[]> {
  const index = new Map<string, Phrase[]>();
  for (const text of new Set(list)) {
    const words = text.split(" ");
    const first = words[0] ?? "";
    index.set(first, [...(index.get(first) ?? []), { text, words }]);
  }
  for (const same of index.values()) same.sort((a, b) => b.words.length - a.words.length);
  return index;
}

const openingIndex = byFirstWord(openings);
const phraseIndex = byFirstWord(phrases);

const standsAt = (words: readonly string[], at: number, phrase: Phrase): boolean =>
  phrase.words.every((word, offset) => words[at + offset] === word);

function openingOf(words: readonly string[]): string | null {
  return openingIndex.get(words[0] ?? "")?.find((phrase) => standsAt(words, 0, phrase))?.text ?? null;
}

function phrasesIn(words: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const [at, word] of words.entries())
    for (const phrase of phraseIndex.get(word) ?? [])
      if (standsAt(words, at, phrase)) found.push(phrase.text);
  return found;
}

function note(found: Set<string>, where: string, phrase: string | null): void {
  if (phrase !== null) found.add(`${where} ${phrase}`);
}

function topicsOf(words: readonly string[]): ReadonlySet<string> {
  const topics = new Set<string>();
  for (const word of words) {
    const topic = topicOf(word);
    if (topic !== null) topics.add(topic);
  }
  return topics;
}

/** The stem of a word that says what a text is about; null for others. */
const topicOf = remember((word: string): string | null => {
  const stemmed = stem(word.replaceAll("'", ""));
  return topicWeight(stemmed) >= 0.5 ? stemmed : null;
});

/** The words in common over the geometric mean of both counts. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return common === 0 ? 0 : common / Math.sqrt(a.size * b.size);
}
