import { topicWeight } from "../../../text/frequent-words.ts";
import { type Ordinal, type References, referencesIn } from "../../../text/references.ts";
import { profileOf, wordsOf } from "../../../text/resemblance.ts";
import { cues } from "./cues.ts";
import type { Unit } from "./units.ts";

/**
 * The statements of a text that another statement names, by what it names them with: the mark or number of the point
 * ("your point 2", "on (b)", "your last paragraph"), words of theirs between quotation marks, or their topic ("your example
 * of tides").
 */
export interface StatementsMeant {
  readonly numbered: ReadonlySet<Unit>;
  readonly quoted: ReadonlySet<Unit>;
  readonly onTopic: ReadonlySet<Unit>;
}

const none: ReadonlySet<Unit> = new Set();
export const nothingMeant: StatementsMeant = { numbered: none, quoted: none, onTopic: none };
const remembered = new WeakMap<Unit, References>();

function referencesOf(unit: Unit): References {
  const known = remembered.get(unit);
  if (known !== undefined) return known;
  const found = referencesIn(unit.text);
  remembered.set(unit, found);
  return found;
}

/**
 * The statements among `units`, those of one text in reading order, that a statement names. Names that fit nothing there name
 * nothing. Linear in the statements.
 */
export function statementsMeant(from: Unit, units: readonly Unit[]): StatementsMeant {
  const { marks, ordinals, areOwn, quoted, topics } = referencesOf(from);
  if (marks.size + ordinals.length + quoted.length + topics.length === 0) return nothingMeant;
  const isOthers = areOwn && units.some(({ place }) => place.commentId !== from.place.commentId);
  const numbered = isOthers
    ? []
    : [
        ...units.filter((unit) => isMarked(unit, marks)),
        ...ordinals.flatMap((ordinal) => countOff(ordinal, units) ?? []),
      ];
  return {
    numbered: new Set(numbered),
    quoted: new Set(quoted.flatMap((words) => holders(words, units))),
    onTopic: new Set(topics.flatMap((topic) => nearestTo(topic, units) ?? [])),
  };
}

/** Whether a statement opens an item with one of these marks, or holds one between brackets: "(a) legible, (b) complete". */
function isMarked({ mark, text }: Unit, marks: ReadonlySet<string>): boolean {
  if (mark !== null) return marks.has(mark);
  for (const one of marks) if (text.toLowerCase().includes(`(${one})`)) return true;
  return false;
}

/** The statement in a place of the order: among items where there are any, else among the heads of paragraphs. */
function countOff({ counted, place }: Ordinal, units: readonly Unit[]): Unit | undefined {
  const at = place < 0 ? place : place - 1;
  if (counted === "sentence") return units.at(at);
  if (counted === "paragraph") return units.filter(({ isHead }) => isHead).at(at);
  if (counted === "example") return units.filter(({ text }) => cues.example.test(text.toLowerCase())).at(at);
  if (counted === "question") return units.filter(({ text }) => text.endsWith("?")).at(at);
  const items = units.filter(({ mark }) => mark !== null);
  const opened = units.filter(({ text }) =>
    /^(?:first|second|third|fourth|last|final)(?:ly)?\b/iu.test(text),
  );
  const list = items.length > 0 ? items : opened.length > 1 ? opened : units.filter(({ isHead }) => isHead);
  return list.at(at);
}

/** So many words between quotation marks are somebody's words; fewer may be a term of everybody's. */
const fewestQuoted = 2;

/** The statements that hold these words; nobody's where more than two do. */
function holders(words: string, units: readonly Unit[]): readonly Unit[] {
  const wanted = wordsOf(words);
  if (wanted.length < fewestQuoted && !wanted.some((word) => topicWeight(word) === 1)) return [];
  const held = ` ${wanted.join(" ")} `;
  const found = units.filter(({ text }) => ` ${wordsOf(text).join(" ")} `.includes(held));
  return found.length <= 2 ? found : [];
}

/** At least so much of a topic, by the weight of its words, stands in the statement that it names. */
const leastOfTopic = 0.5;

/** The statement with most of a topic's words, the earlier of equals. */
function nearestTo(topic: string, units: readonly Unit[]): Unit | undefined {
  const wanted = [...profileOf(topic).counts.keys()].map((word) => [word, topicWeight(word)] as const);
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
