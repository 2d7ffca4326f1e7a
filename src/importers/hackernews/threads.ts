/** Items whose story is remembered: more than stand in one thread between an answer and what it answers. */
const mostRemembered = 50_000;

/**
 * Finds the story that an item stands under, where the source names only its parent: what the parent stood under.
 *
 * Needs the parent before the answer, as ids are in order; of the latest items only.
 */
export class Threads {
  readonly #storyOf = new Map<string, string>();

  /** The story of an item, itself for one that answers nothing; null when its parent was not seen. */
  storyOf(id: string, parent: string | null, named: string | null): string | null {
    const story = named ?? (parent === null ? id : (this.#storyOf.get(parent) ?? null));
    if (story === null) return null;
    this.#storyOf.set(id, story);
    if (this.#storyOf.size > mostRemembered)
      for (const oldest of this.#storyOf.keys()) {
        this.#storyOf.delete(oldest);
        break;
      }
    return story;
  }
}
