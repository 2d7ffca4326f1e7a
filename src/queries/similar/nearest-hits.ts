import { byId } from "../../model/id.ts";

/** A claim with how like it is to what was asked. */
export interface Hit {
  readonly id: string;
  readonly text: string;
  readonly score: number;
}

/** Best first, equal ones by id. */
const byScore = (a: Hit, b: Hit): number => b.score - a.score || byId(a, b);

/** Keeps the best of many hits without holding the others. */
export class NearestHits {
  readonly #most: number;
  #min: number;
  #hits: Hit[] = [];

  /** @param min - hits below this are not kept. */
  constructor(min: number, most: number) {
    this.#min = min;
    this.#most = most;
  }

  add(hit: Hit): void {
    if (hit.score < this.#min) return;
    this.#hits.push(hit);
    if (this.#hits.length >= 2 * this.#most) this.#cut();
  }

  best(): readonly Hit[] {
    this.#cut();
    return this.#hits;
  }

  #cut(): void {
    this.#hits.sort(byScore);
    if (this.#hits.length <= this.#most) return;
    this.#hits.length = this.#most;
    this.#min = this.#hits.at(-1)?.score ?? this.#min;
  }
}
