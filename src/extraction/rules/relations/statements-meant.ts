import { topicWeight } from "../../../text/frequent-words.ts";
import { type Ordinal, type References, referencesIn } from "../../../text/references.ts";
import { profileOf, wordsOf } from "../../../text/resemblance.ts";
import { cues } from "./cues.ts";
import type { Unit } from "./units.ts";

/**
 * The statements of a text that another statement names, by what it names them with: the mark or number of
 * the point ("your point 2", "on (b)", "your last paragraph"), words of theirs between quotation marks, or
 * their topic ("your example of tides").
 */
export interface StatementsMeant {
  readonly numbered: ReadonlySet<Unit>;
  readonly quoted: ReadonlySet<Unit>;
  readonly onTopic: ReadonlySet<Unit>;
}

const none: ReadonlySet<Unit> = new Set();
export const nothingMeant: StatementsMeant = { numbered: none, quoted: none, onTopic: none };
const remembered = new WeakMap<Unit, References>();

export function referencesOf(unit: Unit): References {
  const known = remembered.get(unit);
  if (known !== undefined) return known;
  const found = referencesIn(unit.text);
  remembered.set(unit, found);
  return found;
}

/**
 * The statements among `units`, those of one text in reading order, that a statement names. Names that fit
 * nothing there name nothing. Linear in the statements.
 */
export function statementsMeant(from: Unit, units: readonly Unit[]): StatementsMeant {
  const { marks, ordinals, areOwn, quoted, topics } = referencesOf(from);
  if (marks.size + ordinals.length + quoted.length + topics.length === 0) return nothingMeant;
  const isOthers = areOwn && units.some(({ place }) => place.commentId !== from.place.commentId);
  const parts = ordinals.length === 0 ? noParts : partsOf(units);
  const numbered = isOthers
    ? []
    : [
        ...units.filter((unit) => isMarked(unit, marks)),
        ...ordinals.flatMap((ordinal) => countOff(ordinal, parts) ?? []),
      ];
  return {
    numbered: new Set(numbered),
    quoted: new Set(quoted.flatMap((words) => holders(words, units))),
    onTopic: new Set(topics.flatMap((topic) => nearestTo(topic, units) ?? [])),
  };
}

/**
 * Whether a statement opens an item with one of these marks, or holds one between brackets: "(a) legible, (b)
 * complete".
 */
function isMarked({ mark, text }: Unit, marks: ReadonlySet<string>): boolean {
  if (mark !== null) return marks.has(mark);
  for (const one of marks) if (text.toLowerCase().includes(`(${one})`)) return true;
  return false;
}

/** The statements of a text by what ordinals count, each in reading order. */
export interface Parts {
  readonly sentences: Unit[];
  readonly heads: Unit[];
  readonly examples: Unit[];
  readonly questions: Unit[];
  readonly items: Unit[];
  /** Those that open with an ordinal: "First, …". */
  readonly counted: Unit[];
}

const noParts = partsOf([]);

export function partsOf(units: readonly Unit[]): Parts {
  const parts: Parts = { sentences: [], heads: [], examples: [], questions: [], items: [], counted: [] };
  for (const unit of units) addPart(parts, unit);
  return parts;
}

export function addPart(parts: Parts, unit: Unit): void {
  const { text, isHead, mark } = unit;
  parts.sentences.push(unit);
  if (isHead) parts.heads.push(unit);
  if (cues.example.test(text.toLowerCase())) parts.examples.push(unit);
  if (text.endsWith("?")) parts.questions.push(unit);
  if (mark !== null) parts.items.push(unit);
  if (/^(?:first|second|third|fourth|last|final)(?:ly)?\b/iu.test(text)) parts.counted.push(unit);
}

/** The statement in a place of the order: among items where there are any, else among the heads of paragraphs. */
export function countOff({ counted, place }: Ordinal, parts: Parts): Unit | undefined {
  const at = place < 0 ? place : place - 1;
  if (counted === "sentence") return parts.sentences.at(at);
  if (counted === "paragraph") return parts.heads.at(at);
  if (counted === "example") return parts.examples.at(at);
  if (counted === "question") return parts.questions.at(at);
  const list = parts.items.length > 0 ? parts.items : parts.counted.length > 1 ? parts.counted : parts.heads;
  return list.at(at);
}

/** So many words between quotation marks are somebody's words; fewer may be a term of everybody's. */
const fewestQuoted = 2;

/** Words that more statements hold than these are nobody's. */
export const mostHolders = 2;

/** The words that a quotation shows to be somebody's; none where they may be everybody's. */
export function wordsLookedFor(quoted: string): readonly string[] {
  const wanted = wordsOf(quoted);
  return wanted.length < fewestQuoted && !wanted.some((word) => topicWeight(word) === 1) ? [] : wanted;
}

/** The statements that hold these words; nobody's where more than two do. */
function holders(words: string, units: readonly Unit[]): readonly Unit[] {
  const wanted = wordsLookedFor(words);
  if (wanted.length === 0) return [];
  const held = ` ${wanted.join(" ")} `;
  const found = units.filter(({ text }) => ` ${wordsOf(text).join(" ")} `.includes(held));
  return found.length <= mostHolders ? found : [];
}

/** At least so much of a topic, by the weight of its words, stands in the statement that it names. */
const leastOfTopic = 0.5;

/** The words of a topic with their weights, 0 for those that say nothing. */
export function topicWords(topic: string): readonly (readonly [word: string, weight: number])[] {
  return [...profileOf(topic).counts.keys()].map((word) => [word, topicWeight(word)] as const);
}

/** The statement with most of a topic's words, the earlier of equals. */
export function nearestTo(topic: string, units: readonly Unit[]): Unit | undefined {
  const wanted = topicWords(topic);
  const all = wanted.reduce((sum, [, weight]) => sum + weight, 0);
  let best: Unit | undefined;
  let most = Math.max(leastOfTopic * all, Number.MIN_VALUE);
  for (const unit of units) {
    const held = wanted.reduce(
      (sum, [word, weight]) => sum + (unit.profile.counts.has(word) ? weight : 0),
      0,
    );
    if (held > most || (held === most && best === undefined)) [best, most] = [unit, held];
  }
  return best;
}
