import { fnvFactor, fnvStart } from "./fnv.ts";

/** Lengths of the runs of characters that are compared, in code units. */
const [shortest, longest] = [3, 5];

/** Runs are told apart by 20 bits of a hash: among the 200,000 of a forum few meet, and the table has one size. */
const hashBits = 20;
const buckets = 2 ** hashBits;

/** A text as it is compared: the weight of each of its runs, all of them together of length 1. */
export type Profile = ReadonlyMap<number, number>;

/**
 * Learns from a collection which runs of characters tell its texts apart, and tells how alike two of them are.
 *
 * Runs of three to five characters, those that few texts hold weighing more, compared by the cosine:
 * character runs see through inflection and spelling. It does not see a denial: "X is safe" and "X is not
 * safe" are alike, so a likeness alone may join nothing (opposition.ts tells what parts two texts).
 *
 * Takes 14 MiB whatever the collection, and time linear in the length of the texts. Texts are learned first;
 * what is compared may lie outside of the collection.
 *
 * @see Salton and Buckley 1988, "Term-weighting approaches in automatic text retrieval",
 *   doi:10.1016/0306-4573(88)90021-0. We weigh runs of characters in place of words.
 */
export class Likeness {
  readonly #texts = new Uint32Array(buckets);
  readonly #counts = new Uint16Array(buckets);
  #weights: Float32Array | null = null;
  #learned = 0;
  /**
   * The profile that was compared last, spread over the table, so that many comparisons with it look nothing
   * up.
   */
  readonly #spread = new Float32Array(buckets);
  #spreadOf: Profile = new Map();

  /** Counts the runs of one more text of the collection. */
  learn(text: string): void {
    this.#learned++;
    this.#weights = null;
    this.#eachRun(text, (run) => {
      this.#texts[run] = (this.#texts[run] ?? 0) + 1;
    });
  }

  /** The weights of a text's runs, for many comparisons with it. Empty where it has no letter and no digit. */
  profileOf(text: string): Profile {
    const weightOf = this.#weighed();
    const profile = new Map<number, number>();
    let square = 0;
    this.#eachRun(text, (run, count) => {
      const weight = inText(count) * (weightOf[run] ?? 0);
      profile.set(run, weight);
      square += weight ** 2;
    });
    const norm = Math.sqrt(square);
    for (const [run, weight] of profile) profile.set(run, weight / norm);
    return profile;
  }

  /** What the runs of a text weigh together: to be kept where it is compared many times. 0 where it has none. */
  lengthOf(text: string): number {
    const weightOf = this.#weighed();
    let square = 0;
    this.#eachRun(text, (run, count) => {
      square += (inText(count) * (weightOf[run] ?? 0)) ** 2;
    });
    return Math.sqrt(square);
  }

  /**
   * How alike a text is to the one with a profile, 0 to 1.
   *
   * @param length - of the text, where it is known ({@link lengthOf}): comparing then takes half as long.
   */
  between(profile: Profile, text: string, length = this.lengthOf(text)): number {
    const weightOf = this.#weighed();
    const spread = this.#spreadFor(profile);
    let sum = 0;
    this.#eachRun(
      text,
      (run, count) => {
        sum += inText(count) * (weightOf[run] ?? 0) * (spread[run] ?? 0);
      },
      spread,
    );
    return length === 0 ? 0 : Math.min(1, sum / length);
  }

  #spreadFor(profile: Profile): Float32Array {
    if (profile !== this.#spreadOf) {
      for (const run of this.#spreadOf.keys()) this.#spread[run] = 0;
      for (const [run, weight] of profile) this.#spread[run] = weight;
      this.#spreadOf = profile;
    }
    return this.#spread;
  }

  #weighed(): Float32Array {
    this.#weights ??= Float32Array.from(
      this.#texts,
      (texts) => Math.log((1 + this.#learned) / (1 + texts)) + 1,
    );
    return this.#weights;
  }

  /**
   * Each run inside a word, a blank before and behind it, once, with its count; of those alone that `among`
   * holds.
   */
  #eachRun(
    text: string,
    visit: (run: number, count: number) => void,
    among: Float32Array | null = null,
  ): void {
    const counts = this.#counts;
    const found: number[] = [];
    for (const word of text.toLowerCase().split(/[^\p{L}\p{N}]+/u)) {
      if (word === "") continue;
      const padded = ` ${word} `;
      for (let start = 0; start + shortest <= padded.length; start++) {
        let hash = fnvStart;
        for (let length = 1; length <= longest && start + length <= padded.length; length++) {
          hash = Math.imul(hash ^ padded.charCodeAt(start + length - 1), fnvFactor);
          if (length < shortest) continue;
          const run = (hash ^ (hash >>> hashBits)) & (buckets - 1);
          if (among !== null && among[run] === 0) continue;
          const count = counts[run] ?? 0;
          if (count === 0) found.push(run);
          if (count < 0xffff) counts[run] = count + 1;
        }
      }
    }
    for (const run of found) {
      visit(run, counts[run] ?? 0);
      counts[run] = 0;
    }
  }
}

/** More than one of a run counts by its logarithm. */
function inText(count: number): number {
  return count === 1 ? 1 : 1 + Math.log(count);
}
