import type { Span } from "../model/span.ts";

/** A word in the form in which two copies are equal, with its place in the text it came from. */
export interface Word {
  readonly key: string;
  readonly span: Span;
}

/**
 * The words of a text: runs of letters, marks and digits, in NFKC and lower case.
 *
 * Punctuation, white space, quotation marks and markup between words do not count, so a copy matches whose
 * quotes were straightened, whose lines were wrapped or whose emphasis was lost. Each word keeps its own span, so
 * a match is exact in the text's own units whatever folding did to their number.
 */
export function wordsWithSpans(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    key: match[0].normalize("NFKC").toLowerCase(),
    span: { start: match.index, end: match.index + match[0].length },
  }));
}

/** A stretch of words of one text that stands in another: `[from, from + length)` there. */
export interface Run {
  readonly start: number;
  readonly from: number;
  readonly length: number;
}

/** The words of a text from one on and before another. */
interface Passage {
  readonly from: number;
  readonly to: number;
}

/** Finds words of one text in another; built once for each text searched. Memory is linear in its words. */
export class WordIndex {
  readonly words: readonly Word[];
  readonly #positions = new Map<string, number[]>();
  #shingles: Map<string, number[]> | null = null;
  readonly #shingleLength: number;

  constructor(text: string, { shingleLength = 6 }: { readonly shingleLength?: number } = {}) {
    this.words = wordsWithSpans(text);
    this.#shingleLength = shingleLength;
    for (const [at, { key }] of this.words.entries()) {
      const known = this.#positions.get(key);
      if (known === undefined) this.#positions.set(key, [at]);
      else known.push(at);
    }
  }

  /** Where `needle` stands word for word, in reading order. */
  exact(needle: readonly Word[]): readonly number[] {
    let rarest: readonly number[] | null = null;
    let place = 0;
    for (const [index, { key }] of needle.entries()) {
      const positions = this.#positions.get(key) ?? [];
      if (rarest === null || positions.length < rarest.length) [rarest, place] = [positions, index];
    }
    return (rarest ?? [])
      .map((at) => at - place)
      .filter((at) => at >= 0 && this.#runAt(at, needle, 0) >= needle.length);
  }

  /**
   * The shortest of the windows that hold the most of `needle`'s words, if that is `leastShare` of them; else null.
   *
   * A window has as many words as the needle and a tenth more. One that holds enough of them holds one of the
   * rarest, so only what stands around these is looked at: at worst all words, mostly few or none.
   */
  passage(needle: readonly Word[], leastShare: number): Passage | null {
    const wanted = new Map<string, number>();
    for (const { key } of needle) wanted.set(key, (wanted.get(key) ?? 0) + 1);
    const size = Math.ceil(needle.length * 1.1);
    let [bestCommon, bestEnd] = [0, 0];
    const near = stretchesAround(
      this.#indispensable(wanted, needle.length, leastShare),
      size,
      this.words.length,
    );
    for (const stretch of near) {
      const held = new Map<string, number>();
      let common = 0;
      for (let end = stretch.from; end < stretch.to; end++) {
        common += this.#count(held, wanted, end, 1);
        if (end - size >= stretch.from) common += this.#count(held, wanted, end - size, -1);
        if (common > bestCommon) [bestCommon, bestEnd] = [common, end + 1];
      }
    }
    if (bestCommon === 0 || bestCommon / needle.length < leastShare) return null;
    let from = Math.max(0, bestEnd - size);
    while (from < bestEnd - 1 && !wanted.has(this.words[from]?.key ?? "")) from++;
    return { from, to: bestEnd };
  }

  /**
   * The stretches of `copy`, of at least one shingle (six words by default), that stand here word for word.
   *
   * Greedy from the left, each as long as it can be; words at which `isOpen` is false belong to no stretch.
   */
  copies(copy: readonly Word[], isOpen: (at: number) => boolean = () => true): readonly Run[] {
    const shingles = this.#shingleIndex();
    const runs: Run[] = [];
    for (let start = 0; start + this.#shingleLength <= copy.length; ) {
      let best: Run | null = null;
      for (const from of shingles.get(shingleAt(copy, start, this.#shingleLength)) ?? []) {
        const length = this.#runAt(from, copy, start, isOpen);
        if (length >= this.#shingleLength && length > (best?.length ?? 0)) best = { start, from, length };
      }
      if (best !== null) runs.push(best);
      start += best?.length ?? 1;
    }
    return runs;
  }

  /** Where the rarest of `wanted` words stand: of so many words that without them less than `leastShare` is left. */
  #indispensable(wanted: ReadonlyMap<string, number>, length: number, leastShare: number): readonly number[] {
    const rarestFirst = [...wanted]
      .map(([key, times]) => ({ times, positions: this.#positions.get(key) ?? [] }))
      .sort((a, b) => a.positions.length - b.positions.length);
    const places: number[][] = [];
    let left = length;
    for (const { times, positions } of rarestFirst) {
      if (left / length < leastShare) break;
      places.push(positions);
      left -= times;
    }
    return places.flat();
  }

  #runAt(at: number, copy: readonly Word[], start: number, isOpen?: (at: number) => boolean): number {
    let length = 0;
    while (
      start + length < copy.length &&
      at + length < this.words.length &&
      copy[start + length]?.key === this.words[at + length]?.key &&
      (isOpen === undefined || isOpen(at + length))
    )
      length++;
    return length;
  }

  #count(held: Map<string, number>, wanted: Map<string, number>, at: number, step: 1 | -1): number {
    const key = this.words[at]?.key ?? "";
    const limit = wanted.get(key);
    if (limit === undefined) return 0;
    const before = held.get(key) ?? 0;
    held.set(key, before + step);
    return step === 1 ? (before < limit ? 1 : 0) : before <= limit ? -1 : 0;
  }

  #shingleIndex(): Map<string, number[]> {
    if (this.#shingles !== null) return this.#shingles;
    const shingles = new Map<string, number[]>();
    for (let at = 0; at + this.#shingleLength <= this.words.length; at++) {
      const key = shingleAt(this.words, at, this.#shingleLength);
      const known = shingles.get(key);
      if (known === undefined) shingles.set(key, [at]);
      else known.push(at);
    }
    this.#shingles = shingles;
    return shingles;
  }
}

/** The words of a text of `length` words that lie in a window of `size` words with one of `places`. */
function stretchesAround(places: readonly number[], size: number, length: number): readonly Passage[] {
  const stretches: Passage[] = [];
  for (const at of places.toSorted((a, b) => a - b)) {
    const from = Math.max(0, at - size + 1);
    const last = stretches.at(-1);
    const isNew = last === undefined || from > last.to;
    if (!isNew) stretches.pop();
    stretches.push({ from: isNew ? from : last.from, to: Math.min(length, at + size) });
  }
  return stretches;
}

function shingleAt(words: readonly Word[], at: number, length: number): string {
  let key = "";
  for (let i = at; i < at + length; i++) key += `${words[i]?.key} `;
  return key;
}

/** The span from the first to the last of some words, with the punctuation that closes the last. */
export function spanOfWords(
  text: string,
  words: readonly Word[],
  from: number,
  to: number,
  { before = 0, after = text.length } = {},
): Span {
  const first = words[from];
  const last = words[to - 1];
  if (first === undefined || last === undefined) throw new RangeError(`no words ${from} to ${to}`);
  let start = first.span.start;
  while (start > before && /["“‘«„([*_]/u.test(text[start - 1] ?? "")) start--;
  let end = last.span.end;
  while (end < after && /[.!?…"”’»)\]*_]/u.test(text[end] ?? "")) end++;
  return { start, end };
}
