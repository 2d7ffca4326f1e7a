import { fnv1a, fnvFactor, fnvStart } from "../text/fnv.ts";
import { firstFrom } from "../text/rising.ts";

/** A place is one whole number: a key of 42 bits for the words that stand there, and the page. */
const mostPages = 2 ** 11;
const secondHashBits = 10;
/** The factor of MurmurHash3, for a second hash. */
const secondFactor = 0x85ebca6b;

/**
 * Tells which pages hold some words in a row.
 *
 * Pages are read once for each number of words that is asked for. After that a piece costs a binary search and
 * the pages that hold it, however many do not. Words are known by a hash: a page may be named that does not
 * hold them, once in millions of pieces, so what is found wants a closer look.
 */
export class PieceIndex {
  readonly #pages: readonly string[];
  #size: number;
  /** The places of all pieces of so many words, each once, sorted. */
  readonly #places = new Map<number, Float64Array>();

  /** @param pages - words with a space between them; at most 2,048 pages. */
  constructor(pages: readonly string[]) {
    if (pages.length > mostPages) throw new RangeError(`${pages.length} pages are more than ${mostPages}`);
    this.#pages = pages;
    this.#size = pages.reduce((sum, { length }) => sum + 2 * length, 0);
  }

  /** Bytes that it holds, at most; more once it was asked for another number of words. */
  get size(): number {
    return this.#size;
  }

  /** The pages, by their index, that hold a piece, in their order. */
  pagesWith(piece: string): readonly number[] {
    const hashes = wordHashes(piece);
    const places = this.#placesOf(hashes.length);
    const first = keyAt(hashes, 0, hashes.length) * mostPages;
    const pages: number[] = [];
    for (let at = firstFrom(places, first); ; at++) {
      const page = (places[at] ?? Number.POSITIVE_INFINITY) - first;
      if (page >= mostPages) return pages;
      pages.push(page);
    }
  }

  #placesOf(length: number): Float64Array {
    const known = this.#places.get(length);
    if (known !== undefined) return known;
    const places = sorted(this.#pages.map((page, index) => placesIn(page, index, length)));
    this.#places.set(length, places);
    this.#size += places.byteLength;
    return places;
  }
}

/** The places of one page's pieces of so many words, in reading order. */
function placesIn(page: string, index: number, length: number): Float64Array {
  const hashes = wordHashes(page);
  const places = new Float64Array(Math.max(0, hashes.length - length + 1));
  for (let at = 0; at < places.length; at++) places[at] = keyAt(hashes, at, length) * mostPages + index;
  return places;
}

function sorted(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    all.set(part, end);
    end += part.length;
  }
  return all.sort().filter((place, at) => place !== all[at - 1]);
}

function wordHashes(text: string): readonly number[] {
  return text
    .split(" ")
    .filter((word) => word !== "")
    .map(fnv1a);
}

/** The key of some words in a row. */
function keyAt(hashes: readonly number[], start: number, length: number): number {
  let [first, second] = [fnvStart, fnvStart];
  for (let at = start; at < start + length; at++) {
    first = Math.imul(first ^ (hashes[at] ?? 0), fnvFactor);
    second = Math.imul(second ^ (hashes[at] ?? 0), secondFactor);
  }
  return (first >>> 0) * 2 ** secondHashBits + (second >>> (32 - secondHashBits));
}
