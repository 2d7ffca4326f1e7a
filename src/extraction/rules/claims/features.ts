import { maskAddresses } from "../../../text/addresses.ts";
import { reportedSource, sourceLead } from "../../../text/reported-speech.ts";
import { foldText } from "../../../text/tokens.ts";
import type { TaggedWord } from "../terms/tagger.ts";
import { assertivePhrases } from "./assertive-phrases.ts";
import { isFiniteVerb } from "./finite-verb.ts";
import { leadInFeatures } from "./lead-ins.ts";
import { Lexicon, phraseWords } from "./lexicon.ts";
import { questionPhrases } from "./question-phrases.ts";
import { unassertivePhrases } from "./unassertive-phrases.ts";

/** What a sentence's features are read from. */
export interface Reading {
  readonly text: string;
  readonly words: readonly TaggedWord[];
  /** The line that announces the list that it is an item of, or the one before the list; null elsewhere. */
  readonly leadIn: string | null;
  readonly introducesList: boolean;
  /** Own sentences before it in the comment. */
  readonly index: number;
  /** Own sentences of the comment. */
  readonly count: number;
  /** Whether a quotation stands right before it. */
  readonly followsQuote: boolean;
  /** Whether the sentence before it asks. */
  readonly followsQuestion: boolean;
}

const assertive: ReadonlySet<string> = new Set(assertivePhrases.map(({ name }) => name));
const lexicon = new Lexicon([...assertivePhrases, ...unassertivePhrases]);
const holdsInQuestions: ReadonlySet<string> = new Set([
  "opinion",
  "attitude",
  "agreement",
  "answer",
  "takes a side",
]);
const questionLexicon = new Lexicon(questionPhrases);

/**
 * What speaks for or against a sentence stating a claim, by name, each at most once: phrases, form and place.
 *
 * A pure function and linear in the length of the sentence.
 */
export function featuresOf(reading: Reading): readonly string[] {
  // An address is no word, and nothing in it is a cue.
  const whole = foldText(maskAddresses(reading.text, " "));
  // Who holds it is no sign of what is held: "according to my boss, …".
  const source = reportedSource(whole, { start: 0, end: whole.length });
  const text = source === null ? whole : whole.slice(sourceLead(whole, source)).trimStart();
  const words = phraseWords(text).filter((word) => word !== ":");
  if (words.length === 0) return ["no words"];
  const asks = isQuestion(text);
  const said = [...lexicon.find(phraseWords(text))].filter(
    (name) => name !== "takes a side" || words.length <= 2,
  );
  // In a question such words are part of what is asked; only a few tell what its writer holds.
  const features = asks ? said.filter((name) => !assertive.has(name) || holdsInQuestions.has(name)) : said;
  const signs = said.filter((name) => assertive.has(name)).length;
  if (signs === 0) features.push("no sign of a claim");
  else if (signs > 3) features.push(asks ? "many signs in a question" : "many signs of a claim");
  features.push(...formFeatures(text, words.length, reading.words));
  if (asks) features.push(...questionFeatures(text, words));
  features.push(...placeFeatures(reading, text, words.length));
  if (source !== null) features.push("reports somebody");
  return features;
}

export function isQuestion(text: string): boolean {
  return /\?[\s?!"'”’)\]*_:;-]*$/u.test(text.slice(-20));
}

const pastWord =
  /^(?:was|were|had|did|went|got|took|made|came|saw|said|told|put|bought|left|found|felt|heard|sat|ran|stood|lived|knew|paid|kept|held|lost|won|built|wrote|taught|drove|grew|spent|began|gave|met|sent|slept|thought|brought|caught|chose|fell|forgot|sold|spoke|wore|broke|ate|became|\p{L}{2,}ed)$/u;
/** Verbs that the tagger does not see: without apostrophes, and in contractions. */
const missedVerb = /\b(?:its|thats|theres|youre|theyre|dont|doesnt|isnt|\p{L}+'(?:m|re|s|ll|d|ve))(?!\p{L})/u;

function formFeatures(text: string, count: number, tagged: readonly TaggedWord[]): readonly string[] {
  const features: string[] = [];
  if (count <= 2) features.push("one or two words");
  else if (count <= 4) features.push("three or four words");
  else if (count <= 8) features.push("five to eight words");
  else if (count > 25) features.push("over 25 words");
  const verb = tagged.find(isFiniteVerb);
  // The tagger misses verbs of careless writers, so the longer the words, the less its silence says.
  if (verb === undefined && !missedVerb.test(text))
    features.push(count < 4 ? "no verb in three words" : count < 10 ? "no verb in nine words" : "no verb");
  const first = tagged.find(({ pos }) => pos !== "PUNCT" && pos !== "CCONJ" && pos !== "SYM");
  const isPast = verb !== undefined && pastWord.test(verb.text.toLowerCase());
  if (isPast) features.push("past");
  if (first?.pos === "VERB" && !pastWord.test(first.text.toLowerCase()) && !/ing$/iu.test(first.text))
    features.push("starts with a verb");
  if (/^(?:do not|don't|never|let's|just) \p{L}/u.test(text)) features.push("starts as an order");
  const subject =
    /^[^\p{L}]*(?:(?:and|but|so|then|or|well|yes|no|ok|okay),? +)?(i|we|you|he|she|they)(?![\p{L}\p{N}])/u.exec(
      text,
    )?.[1];
  if (subject === "i" || subject === "we") features.push(isPast ? "I or we did" : "I or we do");
  else if (subject === "you") features.push("starts with you");
  else if (subject !== undefined) features.push("starts with a person");
  if (/(?<!\p{L})you(?:r|'re|'ve|'d|'ll)?(?!\p{L})/u.test(text)) features.push("you");
  if (/(?<!\p{L})(?:i|my|me|we|our)(?:'\p{L}+)?(?!\p{L})/u.test(text)) features.push("I");
  if (/(?<!\p{L})(?:is|are|isn't|aren't)(?!\p{L})/u.test(text)) features.push("is");
  if (/\d/u.test(text)) features.push("digits");
  if (/!["')\]]*$/u.test(text)) features.push("exclamation");
  if (text.includes('"')) features.push("quotation marks");
  if (/^[([].*[)\]]$/u.test(text)) features.push("aside");
  if (count < 20 && /\b(?:thanks|thank you)\W{0,9}$/u.test(text)) features.push("thanks at the end");
  if (/^[^\p{L}]*(?:if|when|unless)(?!\p{L})/u.test(text)) features.push("condition first");
  return features;
}

const questionStart =
  /^[\s"'([*_.…-]*(?:(?:and|but|so|or|then|also|ok|okay|well|hmm|if so|now|anyway|e\.g\.,?|like),?\s+)*(?:(?:to|in|at|for|by|with|of|on|from|under|until|since|about)\s+(?=(?:what|which|whom|whose|when|how)\b))?(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|am|do|does|did|has|have|had|can|could|would|should|will|shall|may|might|must|isn't|aren't|don't|doesn't|didn't|can't|any|anyone|anything)\b/u;
const tagQuestion =
  /,\s*(?:right|no|correct|eh|huh|yes|yeah|(?:is|does|do|would|has|wo|ca|was)(?:n't)? (?:it|that so|they|we|you)|is it not|aren't (?:they|we|you))\s*\?/u;

function questionFeatures(text: string, words: readonly string[]): readonly string[] {
  const features = ["question"];
  if (tagQuestion.test(text) && words.length > 4) features.push("tag question");
  // Word order of a statement: it says what it seems to ask.
  else if (!questionStart.test(text) && text.length > 40) features.push("statement with a question mark");
  features.push(...questionLexicon.find(words));
  if (
    /(?<!\p{L})(?:is|are|was|does|do|did|would|should|could|can|will|has|have|had)n't(?!\p{L})|(?<!\p{L})not(?!\p{L})/u.test(
      text,
    )
  )
    features.push("question with not");
  if (/(?<!\p{L})you(?!\p{L})/u.test(text)) features.push("question to you");
  if (/(?<!\p{L})(?:any|ever|anyone|anybody|who)(?!\p{L})/u.test(text)) features.push("question of any");
  return features;
}

/** Words that something follows, at the end of a line without a mark: what completes them stands below it. */
const leftOpen =
  /(?<!\p{L})(?:of|be|is|are|was|were|that|to|the|a|an|with|by|for|and|or|from|include|includes|including|because|if|when|like|than|as)[*_\s]*$/u;

function placeFeatures(reading: Reading, text: string, count: number): readonly string[] {
  const features: string[] = [];
  const { index, leadIn } = reading;
  if (/:["'”’]?$/u.test(text)) features.push(count <= 12 ? "announces briefly" : "announces");
  else if (reading.introducesList) features.push("introduces a list");
  if (leftOpen.test(text)) features.push("left open");
  if (leadIn !== null) features.push("item", ...leadInFeatures(leadIn));
  if (index === reading.count - 1 && reading.count > 2) features.push("last");
  if (reading.count === 1) features.push("whole comment");
  if (reading.followsQuote) features.push("after a quote");
  if (reading.followsQuestion) features.push("after a question");
  if (count <= 4 && (reading.count <= 2 || reading.followsQuote)) features.push("short answer");
  return features;
}
