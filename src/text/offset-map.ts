import type { Offsets } from "../model/origin.ts";

/** A stretch of text and where it comes from. Unlike a `Span` it may be empty. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A text with the map that leads from it back to what it was made from. */
export interface MappedText {
  readonly text: string;
  readonly offsets: Offsets;
}

/**
 * Writes a text piece by piece and remembers where each piece stands in the input.
 *
 * Pieces that follow each other in text and input become one stretch, so that an unchanged text has one.
 */
export class MappedTextBuilder {
  readonly #parts: string[] = [];
  readonly #offsets: number[] = [];
  #length = 0;
  /** Where the last stretch ends in the input; null when the next piece must open a stretch of its own. */
  #originEnd: number | null = null;
  /** Where the last made piece ends in the input; null when the last piece stands in the input word for word. */
  #madeEnd: number | null = null;

  /** How long the text is so far, in UTF-16 units. */
  get length(): number {
    return this.#length;
  }

  /** Appends words that stand in the input at `originStart`, unchanged. */
  copy(words: string, originStart: number): this {
    if (words === "") return this;
    this.#closeMade(originStart);
    const last = this.#offsets.length - 1;
    if (this.#originEnd === originStart) this.#offsets[last] = (this.#offsets[last] ?? 0) + words.length;
    else this.#offsets.push(this.#length, originStart, words.length);
    this.#push(words);
    this.#originEnd = originStart + words.length;
    return this;
  }

  /** Appends words that stand for `[originStart, originEnd)` of the input, or for nothing in it. */
  make(words: string, originStart: number, originEnd: number = originStart): this {
    if (words === "") return this;
    this.#closeMade(originStart);
    this.#offsets.push(this.#length, originStart, 0);
    this.#push(words);
    this.#originEnd = null;
    this.#madeEnd = originEnd;
    return this;
  }

  build(): MappedText {
    this.#closeMade(-1);
    return { text: this.#parts.join(""), offsets: [...this.#offsets] };
  }

  #push(words: string): void {
    this.#parts.push(words);
    this.#length += words.length;
  }

  // A made piece has no length of its own in the map: it ends where the next stretch begins. Where that is not
  // where the piece ends in the input (markup follows it), an empty stretch says so.
  #closeMade(nextOrigin: number): void {
    if (this.#madeEnd === null) return;
    if (this.#madeEnd !== nextOrigin) this.#offsets.push(this.#length, this.#madeEnd, 0);
    this.#madeEnd = null;
  }
}

/** The map of a text that stands in the input unchanged, from `originStart` on. */
export function identityOffsets(length: number, originStart = 0): Offsets {
  return length === 0 ? [] : [0, originStart, length];
}

/**
 * Where a stretch of text stands in the input.
 *
 * Both ends are mapped from the inside, so that markup before the first and behind the last word is left out. A
 * resolved entity at an end is covered whole. Takes the logarithm of the number of stretches.
 */
export function toOrigin(offsets: Offsets, { start, end }: Stretch): Stretch {
  const from = originOfStart(offsets, start);
  return { start: from, end: end > start ? Math.max(from, originOfEnd(offsets, end)) : from };
}

/**
 * Which stretch of text came from a stretch of the input; null when nothing of it was kept.
 *
 * Made words belong to it when they stand for something in it; breaks and list markers stand for nothing.
 */
export function fromOrigin(offsets: Offsets, origin: Stretch): Stretch | null {
  let start: number | null = null;
  let end = 0;
  for (let i = 0; i < offsets.length; i += 3) {
    const [textStart, originStart, length] = tripleAt(offsets, i);
    const nextText = offsets[i + 3] ?? textStart + length;
    if (length > 0) {
      const from = Math.max(origin.start, originStart);
      const to = Math.min(origin.end, originStart + length);
      if (from >= to) continue;
      start ??= textStart + from - originStart;
      end = textStart + to - originStart;
    } else if (
      nextText > textStart &&
      originStart >= origin.start &&
      originStart < (offsets[i + 4] ?? originStart) &&
      (offsets[i + 4] ?? originStart) <= origin.end
    ) {
      start ??= textStart;
      end = nextText;
    }
  }
  return start === null ? null : { start, end };
}

/**
 * Joins two maps: `inner` leads from a text to a text in between, `outer` from there to the input.
 *
 * A stretch that the outer map cuts in pieces is cut in the result, too.
 */
export function composeOffsets(inner: Offsets, outer: Offsets): Offsets {
  const joined: number[] = [];
  let cursor = 0;
  for (let i = 0; i < inner.length; i += 3) {
    const [textStart, middleStart, length] = tripleAt(inner, i);
    if (length === 0) {
      joined.push(textStart, originOfStart(outer, middleStart), 0);
      continue;
    }
    while (cursor > 0 && (outer[cursor] ?? 0) > middleStart) cursor -= 3;
    while (cursor + 3 < outer.length && (outer[cursor + 3] ?? 0) <= middleStart) cursor += 3;
    for (let at = cursor; at < outer.length; at += 3) {
      const [outerText, originStart, outerLength] = tripleAt(outer, at);
      if (outerText >= middleStart + length) {
        // Where the made words that come last in this stretch end.
        if (outerText === middleStart + length && joined.at(-1) === 0)
          joined.push(textStart + length, originStart, 0);
        break;
      }
      const from = Math.max(outerText, middleStart);
      const to = Math.min(outerText + outerLength, middleStart + length);
      if (outerLength === 0) {
        const kept = Math.max(outerText, middleStart);
        joined.push(textStart + kept - middleStart, originStart, 0);
      } else if (from < to) {
        joined.push(textStart + from - middleStart, originStart + from - outerText, to - from);
      }
    }
  }
  return joined;
}

/**
 * Makes every line end `\n` and keeps the way back.
 *
 * A carriage return before a line feed is dropped; one that stands alone becomes a line feed.
 */
export function unifyLineEnds(text: string): MappedText {
  if (!text.includes("\r")) return { text, offsets: identityOffsets(text.length) };
  const builder = new MappedTextBuilder();
  let from = 0;
  for (let at = text.indexOf("\r"); at >= 0; at = text.indexOf("\r", at + 1)) {
    builder.copy(text.slice(from, at), from);
    if (text[at + 1] !== "\n") builder.make("\n", at, at + 1);
    from = at + 1;
  }
  return builder.copy(text.slice(from), from).build();
}

function tripleAt(offsets: Offsets, index: number): readonly [number, number, number] {
  return [offsets[index] ?? 0, offsets[index + 1] ?? 0, offsets[index + 2] ?? 0];
}

/** Index of the last stretch that begins at `position` or before it; -1 when there is none. */
function lastAtOrBefore(offsets: Offsets, position: number): number {
  let low = 0;
  let high = offsets.length / 3;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle * 3] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return (low - 1) * 3;
}

function originOfStart(offsets: Offsets, position: number): number {
  const index = lastAtOrBefore(offsets, position);
  if (index < 0) return offsets[1] ?? 0;
  const [textStart, originStart, length] = tripleAt(offsets, index);
  return originStart + Math.min(position - textStart, length);
}

function originOfEnd(offsets: Offsets, position: number): number {
  const index = lastAtOrBefore(offsets, position - 1);
  if (index < 0) return offsets[1] ?? 0;
  const [textStart, originStart, length] = tripleAt(offsets, index);
  if (length > 0) return originStart + Math.min(position - textStart, length);
  return offsets[index + 3] === position ? (offsets[index + 4] ?? originStart) : originStart;
}
