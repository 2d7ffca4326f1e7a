import type { Segment } from "../../../model/segment.ts";
import { maskAddresses } from "../../../text/addresses.ts";
import { foldText, occurs, tokenize } from "../../../text/tokens.ts";
import type { TaggedWord, Tagger } from "../terms/tagger.ts";
import {
  assertive,
  type Cue,
  claimLeadIn,
  definesLetter,
  leadingWords,
  listLeadIn,
  rhetorical,
  scenarioLeadIn,
  sideWords,
  tagQuestion,
  unassertive,
} from "./cues.ts";

/** How a segment came by its score: the cues that added to it, for people who tune or doubt it. */
export interface ClaimScore {
  /** Above 0 the segment states a claim. */
  readonly score: number;
  readonly cues: readonly string[];
}

/**
 * Where a sentence stands before its words are looked at. In argument most sentences are claims (about two of
 * three in labelled feeds and threads), so a plain statement is one.
 */
const prior = 0.6;

/** At most this much is gained from assertive words, so that a long request does not become a claim. */
const mostGain = 3.2;

/** Where a segment stands. `beforeList` is the last one before the list that it is an item of. */
export interface SegmentPlace {
  readonly beforeList: Segment | null;
  readonly introducesList: boolean;
}

/** Weighs whether a segment states a claim, by adding up what its words and its place say. */
export function scoreSegment(
  commentText: string,
  segment: Segment,
  tag: Tagger,
  { beforeList, introducesList }: SegmentPlace,
): ClaimScore {
  // An address is no word, and nothing in it is a cue.
  const raw = maskAddresses(commentText.slice(segment.span.start, segment.span.end), " ");
  const text = foldText(raw);
  const words = tokenize(raw);
  const cues: string[] = [];
  let score = prior;
  const add = (name: string, weight: number) => {
    score += weight;
    cues.push(`${name}${weight < 0 ? "" : "+"}${weight}`);
  };
  if (words.length === 0) return { score: -5, cues: ["no words"] };

  let gain = 0;
  for (const it of found(assertive, text)) {
    gain += it.weight;
    cues.push(`${it.name}+${it.weight}`);
  }
  score += Math.min(gain, mostGain);
  for (const it of found(unassertive, text)) add(it.name, it.weight);

  if (isQuestion(text)) {
    add("question", -4.5);
    if (tagQuestion.test(text) && words.length > 4) add("tag question", 4.2);
    else if (startsAsStatement(text)) add("statement with a question mark", 3);
    for (const it of found(rhetorical, text)) add(it.name, it.weight);
    if (occurs(leadingWords, text)) add("leading question", 1.4);
  }
  const tagged = tag(commentText, segment.span);
  // The tagger misses verbs of careless writers, so the longer the words, the less its silence says.
  if (!hasFiniteVerb(tagged, text))
    add("no finite verb", words.length < 4 ? -2.4 : words.length < 10 ? -1.4 : -0.4);
  if (words.length < 9 && /\b(?:thanks|thank you)\W*$/u.test(text)) add("thanks at the end", -2.4);
  if (words.length <= 2)
    add(occurs(sideWords, text) ? "takes a side" : "short", occurs(sideWords, text) ? 2 : -1.5);
  if (words.length <= 4 && /^[([].*[)\]]$/u.test(text)) add("short aside", -1.2);
  if (/:["'”’]?$/.test(text)) add("announces", words.length <= 12 ? -2.6 : -1.4);
  else if (introducesList) add("introduces a list", -1.4);
  const introduction = segment.leadIn ?? beforeList?.span ?? null;
  if (introduction !== null) addItem(add, foldText(commentText.slice(introduction.start, introduction.end)));
  return { score, cues };
}

function found(cues: readonly Cue[], text: string): readonly Cue[] {
  return cues.filter(({ pattern }) => occurs(pattern, text));
}

function isQuestion(text: string): boolean {
  return /\?[\s?!"')\]*_:;-]*$/u.test(text);
}

const questionStart =
  /^[\s"'([*_.…-]*(?:(?:and|but|so|or|then|also|ok|okay|well|hmm|if so|now|anyway|also|e\.g\.,?|like),?\s+)*(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|am|do|does|did|has|have|had|can|could|would|should|will|shall|may|might|must|isn't|aren't|don't|doesn't|didn't|can't|any|anyone|anything)\b/u;

/** Whether a question has the word order of a statement, and so says what it seems to ask. */
function startsAsStatement(text: string): boolean {
  return !questionStart.test(text) && text.length > 40;
}

function hasFiniteVerb(words: readonly TaggedWord[], text: string): boolean {
  if (/\b(?:its|thats|theres|youre|theyre|dont|doesnt|isnt)\b/u.test(text)) return true;
  return words.some(({ pos, text }) => pos === "AUX" || (pos === "VERB" && !/(?:ing)$/i.test(text)));
}

/** What the words before a list say about its items: steps of a scenario are no claims, listed reasons are. */
function addItem(add: (name: string, weight: number) => void, introduction: string): void {
  if (occurs(scenarioLeadIn, introduction) || definesLetter.test(introduction))
    add("item of a scenario", -2.6);
  else if (occurs(listLeadIn, introduction)) add("item of a list", -1);
  if (occurs(claimLeadIn, introduction)) add("item of an argument", 1.2);
}
