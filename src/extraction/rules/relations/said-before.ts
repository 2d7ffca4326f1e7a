import { wordsOf } from "../../../text/resemblance.ts";
import {
  addPart,
  countOff,
  mostHolders,
  nearestTo,
  nothingMeant,
  partsOf,
  referencesOf,
  type StatementsMeant,
  topicWords,
  wordsLookedFor,
} from "./statements-meant.ts";
import type { Unit } from "./units.ts";

/** So many statements with one mark may be meant: the first, and the last ones before. */
const mostMarked = 40;
/** So many statements that hold a rare part of what is looked for are looked at. */
const mostSearched = 300;

/** What a reference may be looked up by; how far each was read is counted apart. */
type Aspect = "parts" | "marks" | "stems" | "words";

/**
 * The statements of one comment. Each tells which of those before it are named in it, and a statement of
 * another comment which of all.
 *
 * The answers are those of {@link statementsMeant}, but where hundreds of statements have the same mark or
 * the same words: then not all are looked at. Each statement is read once, and only if one behind it names
 * something; so what is asked takes time that is linear in the words.
 */
export class SaidBefore {
  readonly #all: readonly Unit[];
  readonly #parts = partsOf([]);
  readonly #marked = new Map<string, Unit[]>();
  readonly #stems = new Map<string, number[]>();
  readonly #pairs = new Map<string, number[]>();
  readonly #words: string[] = [];
  readonly #read: Record<Aspect, number> = { parts: 0, marks: 0, stems: 0, words: 0 };

  /** @param all - statements of one comment, in reading order. */
  constructor(all: readonly Unit[]) {
    this.#all = all;
  }

  /**
   * What the statement at a position names of those before it. Positions must not fall from one call to the
   * next.
   */
  meantAt(position: number): StatementsMeant {
    const from = this.#all[position];
    return from === undefined ? nothingMeant : this.#meantBy(from, position);
  }

  /** What a statement of another comment names of all of them. */
  meantBy(from: Unit): StatementsMeant {
    const meant = this.#meantBy(from, this.#all.length);
    return referencesOf(from).areOwn ? { ...meant, numbered: nothingMeant.numbered } : meant;
  }

  #meantBy(from: Unit, position: number): StatementsMeant {
    const { marks, ordinals, quoted, topics } = referencesOf(from);
    if (marks.size + ordinals.length + quoted.length + topics.length === 0) return nothingMeant;
    if (ordinals.length > 0) this.#readUpTo(position, "parts", (unit) => addPart(this.#parts, unit));
    if (marks.size > 0) this.#readUpTo(position, "marks", (unit) => this.#addMarks(unit));
    if (quoted.length > 0) this.#readUpTo(position, "words", (unit, at) => this.#addWords(unit, at));
    if (topics.length > 0) this.#readUpTo(position, "stems", (unit, at) => this.#addStems(unit, at));
    return {
      numbered: new Set([
        ...[...marks].flatMap((mark) => this.#withMark(mark)),
        ...ordinals.flatMap((ordinal) => countOff(ordinal, this.#parts) ?? []),
      ]),
      quoted: new Set(quoted.flatMap((words) => this.#holders(words))),
      onTopic: new Set(topics.flatMap((topic) => this.#nearestTo(topic) ?? [])),
    };
  }

  #readUpTo(position: number, what: Aspect, add: (unit: Unit, at: number) => void): void {
    for (; this.#read[what] < position; this.#read[what]++) {
      const unit = this.#all[this.#read[what]];
      if (unit !== undefined) add(unit, this.#read[what]);
    }
  }

  #addMarks(unit: Unit): void {
    const { mark, text } = unit;
    const marks =
      mark === null
        ? [...text.toLowerCase().matchAll(/\(([^()\s]{1,4})\)/gu)].map((match) => match[1] ?? "")
        : [mark];
    for (const one of new Set(marks)) push(this.#marked, one, unit);
  }

  #withMark(mark: string): readonly Unit[] {
    const all = this.#marked.get(mark) ?? [];
    return all.length <= mostMarked ? all : [...all.slice(0, 1), ...all.slice(1 - mostMarked)];
  }

  #addWords({ text }: Unit, at: number): void {
    const words = wordsOf(text);
    this.#words[at] = ` ${words.join(" ")} `;
    const keys = new Set(words);
    for (const [index, word] of words.entries()) {
      const next = words[index + 1];
      if (next !== undefined) keys.add(`${word} ${next}`);
    }
    for (const key of keys) push(this.#pairs, key, at);
  }

  #holders(quoted: string): readonly Unit[] {
    const wanted = wordsLookedFor(quoted);
    const keys =
      wanted.length === 1 ? wanted : wanted.slice(1).map((word, index) => `${wanted[index]} ${word}`);
    const [rarest] = keys.map((key) => this.#pairs.get(key) ?? []).toSorted((a, b) => a.length - b.length);
    const held = ` ${wanted.join(" ")} `;
    const found: number[] = [];
    for (const at of (rarest ?? []).slice(-mostSearched)) {
      if (this.#words[at]?.includes(held)) found.push(at);
      if (found.length > mostHolders) return [];
    }
    return this.#unitsAt(found);
  }

  #addStems({ profile }: Unit, at: number): void {
    for (const stem of profile.counts.keys()) push(this.#stems, stem, at);
  }

  /** Of a topic that very many touch on, those are looked at first that hold its rarest words. */
  #nearestTo(topic: string): Unit | undefined {
    const holding = topicWords(topic)
      .flatMap(([stem, weight]) => (weight > 0 ? [this.#stems.get(stem) ?? []] : []))
      .toSorted((a, b) => a.length - b.length);
    const near = new Set<number>();
    for (const positions of holding)
      for (const at of positions.slice(0, mostSearched - near.size)) near.add(at);
    return nearestTo(topic, this.#unitsAt([...near].toSorted((a, b) => a - b)));
  }

  #unitsAt(positions: readonly number[]): readonly Unit[] {
    return positions.flatMap((at) => this.#all[at] ?? []);
  }
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
