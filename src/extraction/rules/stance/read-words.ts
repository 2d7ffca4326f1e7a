import { stem, topicWeight } from "../../../text/frequent-words.ts";
import { remember } from "../../../text/remember.ts";
import {
  isNegation,
  negativeWords,
  openings,
  opposites,
  phrases,
  positiveWords,
  swearWords,
} from "./stance-words.ts";

/** What a word may be to a stance. */
type Kind = "denial" | "praise" | "blame" | "swearing" | "you" | "self";

const listed: readonly (readonly [Kind, ReadonlySet<string>])[] = [
  ["praise", positiveWords],
  ["blame", negativeWords],
  ["swearing", swearWords],
  ["you", new Set(["you", "your", "you're", "yours", "ur"])],
  ["self", new Set(["i", "i'm", "my", "i've"])],
];

/** A phrase that is a cue, and the names of its features: of an answer that has it, of a passage that does. */
export interface Cue {
  readonly words: readonly string[];
  readonly name: string;
  readonly passageName: string;
}

/** All that is asked of a word whatever stands around it. */
interface Word {
  readonly text: string;
  readonly kinds: readonly Kind[];
  /** Its stem where it says what a text is about, else null. */
  readonly topic: string | null;
  /** The word that says its opposite, or null. */
  readonly opposite: string | null;
  /** Those that begin with it, the longest first: of how a sentence opens, and of what it says anywhere. */
  readonly openings: readonly Cue[];
  readonly phrases: readonly Cue[];
}

/** The words of a text in order, how many of them are of each kind, and what it is about. */
export interface ReadWords {
  readonly words: readonly Word[];
  readonly counts: Readonly<Record<Kind, number>>;
  readonly topics: ReadonlySet<string>;
}

/** Reads the words of a text, in lower case, and looks each up once for all that is asked of it. */
export function readWords(text: string): ReadWords {
  const counts = { denial: 0, praise: 0, blame: 0, swearing: 0, you: 0, self: 0 };
  const topics = new Set<string>();
  const words = wordsIn(text).map(wordOf);
  for (const { kinds, topic } of words) {
    for (const kind of kinds) counts[kind]++;
    if (topic !== null) topics.add(topic);
  }
  return { words, counts, topics };
}

const wordsIn = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll(/[’‘]/gu, "'")
    .match(/[\p{L}\p{N}'+]+/gu) ?? [];

/** From this weight on a stem says what a text is about (frequent-words.ts). */
const leastTopic = 0.5;
const openingCues = byFirstWord(openings, "opens");
const phraseCues = byFirstWord(phrases, "says");

const wordOf = remember((text: string): Word => {
  const stemmed = stem(text.replaceAll("'", ""));
  const kinds = listed.filter(([, list]) => list.has(text)).map(([kind]) => kind);
  return {
    text,
    kinds: isNegation(text) ? ["denial", ...kinds] : kinds,
    topic: topicWeight(stemmed) >= leastTopic ? stemmed : null,
    opposite: opposites.get(text) ?? null,
    openings: openingCues.get(text) ?? [],
    phrases: phraseCues.get(text) ?? [],
  };
});

function byFirstWord(list: readonly string[], verb: string): ReadonlyMap<string, readonly Cue[]> {
  const index = new Map<string, Cue[]>();
  for (const text of new Set(list)) {
    const words = text.split(" ");
    const first = words[0] ?? "";
    const cue = { words, name: `${verb} ${text}`, passageName: `passage ${verb} ${text}` };
    index.set(first, [...(index.get(first) ?? []), cue]);
  }
  for (const same of index.values()) same.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** The cue that opens a sentence: of those that fit, the longest. */
export function openingOf({ words }: ReadWords): Cue | null {
  return words[0]?.openings.find((cue) => standsAt(words, 0, cue)) ?? null;
}

/** The cues that stand anywhere in a text, each as often as it does. */
export function phrasesIn({ words }: ReadWords): readonly Cue[] {
  const found: Cue[] = [];
  for (let at = 0; at < words.length; at++)
    for (const cue of words[at]?.phrases ?? []) if (standsAt(words, at, cue)) found.push(cue);
  return found;
}

/** Whether a cue whose first word stands at `at` goes on there. */
function standsAt(words: readonly Word[], at: number, { words: wanted }: Cue): boolean {
  for (let offset = 1; offset < wanted.length; offset++)
    if (words[at + offset]?.text !== wanted[offset]) return false;
  return true;
}
