import { stem, topicWeight } from "../../../text/frequent-words.ts";
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

/** An answer as the features read it: words in lower case, of the sentence, its passage, and what is answered. */
export interface AnswerWords {
  readonly answer: Answer;
  /** All sentences of the passage, as they stand. */
  readonly sentences: readonly string[];
  readonly own: readonly string[];
  readonly passage: readonly string[];
  readonly answered: readonly string[];
  /** What the hand-written rule says of the sentence and of each of the first sentences of the passage. */
  readonly sign: Sign;
  readonly signs: readonly Sign[];
  /** Share of topic words in common, 0 to 1: of the sentence, and of the passage, with what is answered. */
  readonly overlap: number;
  readonly passageOverlap: number;
  /** Names of the cue words found: `opens no`, `passage opens no`, `says rather than`, `passage says rather than`. */
  readonly found: ReadonlySet<string>;
}

/** So many sentences of a passage are asked for a sign of their own. */
const signsRead = 8;

/** Reads the words of an answer once for all features. */
export function readAnswer(answer: Answer): AnswerWords {
  const sentences = [...answer.before, answer.sentence, ...answer.after];
  const own = wordsIn(answer.sentence);
  const passage = wordsIn(sentences.join("\n"));
  const answered = wordsIn(answer.answered);
  const topics = topicsOf(answered);
  const found = new Set<string>();
  note(found, "opens", openingOf(own));
  note(found, "passage opens", openingOf(wordsIn(sentences[0] ?? "")));
  for (const phrase of phrasesIn(own)) found.add(`says ${phrase}`);
  for (const phrase of phrasesIn(passage)) found.add(`passage says ${phrase}`);
  return {
    answer,
    sentences,
    own,
    passage,
    answered,
    sign: signOf(answer.sentence),
    signs: sentences.slice(0, signsRead).map(signOf),
    overlap: shared(topicsOf(own), topics),
    passageOverlap: shared(topicsOf(passage), topics),
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

function* phrasesIn(words: readonly string[]): Generator<string> {
  for (const [at, word] of words.entries())
    for (const phrase of phraseIndex.get(word) ?? []) if (standsAt(words, at, phrase)) yield phrase.text;
}

function note(found: Set<string>, where: string, phrase: string | null): void {
  if (phrase !== null) found.add(`${where} ${phrase}`);
}

function topicsOf(words: readonly string[]): ReadonlySet<string> {
  const stems = words.map((word) => stem(word.replaceAll("'", "")));
  return new Set(stems.filter((word) => topicWeight(word) >= 0.5));
}

/** The words in common over the geometric mean of both counts. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return common === 0 ? 0 : common / Math.sqrt(a.size * b.size);
}
