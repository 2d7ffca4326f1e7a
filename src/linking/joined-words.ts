import type { Locution } from "../model/claim.ts";
import { isOfMap, keyToMerge } from "./claim-wording.ts";

/** With whom words may not share a claim, by their ids. */
export type Opponents = ReadonlyMap<string, readonly string[]>;

/** Words that are to state one claim. */
interface Bunch {
  readonly words: Locution[];
  isOfMap: boolean;
}

/**
 * Words that are put together step by step, those that are to state one claim; those that oppose each other
 * never are.
 *
 * Each step takes time linear in the opponents of the fewer words; adding some may look, at worst, at all that
 * stands apart in their wording.
 */
export class JoinedWords {
  readonly #attacked: Opponents;
  readonly #apart: Opponents;
  readonly #bunchOf = new Map<string, Bunch>();
  readonly #bunchesOfKey = new Map<string, Bunch[]>();

  /**
   * @param attacked - who attacks whom or is attacked.
   * @param apart - whom people set apart.
   */
  constructor(attacked: Opponents, apart: Opponents) {
    this.#attacked = attacked;
    this.#apart = apart;
  }

  /**
   * Puts words with the first of their wording that they may join; words that attack the first, or may join
   * none, begin anew, as those do that a map states.
   *
   * @param words - one locution, or all of a claim that a map states.
   */
  add(words: readonly Locution[]): void {
    const keys = new Set(words.flatMap(({ text }) => keyToMerge(text) ?? []));
    const found = [...keys].flatMap((key) => this.#bunchesOfKey.get(key) ?? []);
    const isFixed = words.some(isOfMap);
    const isAlone = isFixed || (found[0] !== undefined && this.#meets(words, found[0], this.#attacked));
    const joined = isAlone ? undefined : found.find((one) => !this.#isOpposed(words, one));
    const bunch = joined ?? { words: [], isOfMap: isFixed };
    this.#put(words, bunch);
    if (joined !== undefined) return;
    for (const key of keys) {
      const some = this.#bunchesOfKey.get(key);
      if (some) some.push(bunch);
      else this.#bunchesOfKey.set(key, [bunch]);
    }
  }

  /** Puts together all that is with one locution and all that is with another, where that may be. */
  join(a: string, b: string): void {
    const [one, other] = [this.#bunchOf.get(a), this.#bunchOf.get(b)];
    if (!one || !other || one === other || (one.isOfMap && other.isOfMap)) return;
    const [few, many] = one.words.length < other.words.length ? [one, other] : [other, one];
    if (this.#isOpposed(few.words, many)) return;
    many.isOfMap ||= few.isOfMap;
    this.#put(few.words, many);
  }

  /** What is together, in the order of `locutions`. */
  list(locutions: readonly Locution[]): readonly (readonly Locution[])[] {
    const sorted = new Map<Bunch, Locution[]>();
    for (const locution of locutions) {
      const bunch = this.#bunchOf.get(locution.id);
      const words = bunch && sorted.get(bunch);
      if (words) words.push(locution);
      else if (bunch) sorted.set(bunch, [locution]);
    }
    return [...sorted.values()];
  }

  #put(words: readonly Locution[], bunch: Bunch): void {
    for (const word of words) {
      bunch.words.push(word);
      this.#bunchOf.set(word.id, bunch);
    }
  }

  #isOpposed(words: readonly Locution[], bunch: Bunch): boolean {
    return this.#meets(words, bunch, this.#attacked) || this.#meets(words, bunch, this.#apart);
  }

  #meets(words: readonly Locution[], bunch: Bunch, opponents: Opponents): boolean {
    return words.some(({ id }) =>
      (opponents.get(id) ?? []).some((other) => this.#bunchOf.get(other) === bunch),
    );
  }
}
