import { type Sign, signOf } from "../relations/sign.ts";
import { type Cue, openingOf, phrasesIn, type ReadWords, readWords } from "./read-words.ts";

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
  readonly passage: ReadWords;
  /** What the hand-written rule says of each of the first sentences. */
  readonly signs: readonly Sign[];
  /** The cue that opens it, or null, and those found anywhere in it, each once. */
  readonly opening: Cue | null;
  readonly said: ReadonlySet<Cue>;
}

/** An answer as the features read it: the words of the sentence, of its passage, and of what is answered. */
export interface AnswerWords extends PassageWords {
  readonly answer: Answer;
  readonly own: ReadWords;
  readonly answered: ReadWords;
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
  const passage = readWords(whole);
  return {
    sentences,
    whole,
    passage,
    signs: sentences.slice(0, signsRead).map(signOf),
    opening: openingOf(readWords(sentences[0] ?? "")),
    said: new Set(phrasesIn(passage)),
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
  const own = readWords(answer.sentence);
  const answered = readWords(answer.answered);
  const opening = openingOf(own);
  const found = new Set<string>();
  if (opening !== null) found.add(opening.name);
  if (passage.opening !== null) found.add(passage.opening.passageName);
  for (const { name } of phrasesIn(own)) found.add(name);
  for (const { passageName } of passage.said) found.add(passageName);
  return {
    ...passage,
    answer,
    own,
    answered,
    sign: passage.signs[answer.before.length] ?? signOf(answer.sentence),
    overlap: shared(own.topics, answered.topics),
    passageOverlap: shared(passage.passage.topics, answered.topics),
    found,
  };
}

/** The words in common over the geometric mean of both counts. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return common === 0 ? 0 : common / Math.sqrt(a.size * b.size);
}
