import type { ContextComment } from "../../model/extraction.ts";

/** How many comments without an answer are known by name. */
const usualCapacity = 100_000;

/**
 * Comments that a run leaves without an answer, in bounded memory.
 *
 * Beyond `capacity` a comment that states nothing counts as left, too: what relates to it waits for another
 * run and loses no relation.
 *
 * @param options.capacity - default 100,000.
 */
export class LeftComments {
  readonly #ids = new Set<string>();
  readonly #capacity: number;
  #isFull = false;

  constructor({ capacity = usualCapacity } = {}) {
    this.#capacity = capacity;
  }

  add(id: string): void {
    if (this.#ids.size < this.#capacity) this.#ids.add(id);
    else this.#isFull ||= !this.#ids.has(id);
  }

  /** Whether a comment may be one of those left. */
  mayHold({ id, statements }: Pick<ContextComment, "id" | "statements">): boolean {
    return this.#ids.has(id) || (this.#isFull && statements.length === 0);
  }
}
