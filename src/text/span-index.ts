import type { Span } from "../model/span.ts";

/**
 * Things that stand in one text, to be asked which of them share letters with a span.
 *
 *     things   [a      ][c ]   [d ]
 *                [b ]
 *     span            (   )                meet it: a, c
 */
export class SpanIndex<Thing> {
  readonly #things: readonly Thing[];
  readonly #spanOf: (thing: Thing) => Span;
  /**
   * For each thing the furthest end of it and those before. It never falls, so it can be searched by halves.
   */
  readonly #furthest: readonly number[];

  /** @param things - sorted by their starts, none empty. */
  constructor(things: readonly Thing[], spanOf: (thing: Thing) => Span) {
    this.#things = things;
    this.#spanOf = spanOf;
    let furthest = 0;
    this.#furthest = things.map((thing) => {
      furthest = Math.max(furthest, spanOf(thing).end);
      return furthest;
    });
  }

  /**
   * The things that share letters with a span, in their order.
   *
   * Linear in what is found and in the logarithm of all.
   */
  meeting({ start, end }: Span): readonly Thing[] {
    const found: Thing[] = [];
    const from = firstWhere(this.#things.length, (at) => (this.#furthest[at] ?? 0) > start);
    for (let at = from; at < this.#things.length; at++) {
      const thing = this.#things[at] as Thing;
      const span = this.#spanOf(thing);
      if (span.start >= end) break;
      if (span.end > start) found.push(thing);
    }
    return found;
  }

  /** Whether a span lies wholly in one of the things. */
  holds({ start, end }: Span): boolean {
    const behind = firstWhere(
      this.#things.length,
      (at) => this.#spanOf(this.#things[at] as Thing).start > start,
    );
    return (this.#furthest[behind - 1] ?? 0) >= end;
  }
}

/** The first of so many places from which on something is so. */
function firstWhere(count: number, isSo: (at: number) => boolean): number {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isSo(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** Which letters of a text are taken by spans that were marked. One byte a letter. */
export class TakenLetters {
  readonly #letters: Uint8Array;

  constructor(text: string, spans: Iterable<Span> = []) {
    this.#letters = new Uint8Array(text.length);
    for (const span of spans) this.take(span);
  }

  take({ start, end }: Span): void {
    this.#letters.fill(1, start, end);
  }

  /** Whether a letter of a span is taken. */
  meets({ start, end }: Span): boolean {
    return this.#letters.subarray(start, end).includes(1);
  }
}
