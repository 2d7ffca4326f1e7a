/** Which entries of a store are one person. People's word for it stands above what the sources say. */
export class People {
  readonly #into: ReadonlyMap<string, string>;
  readonly #members = new Map<string, string[]>();

  /** @param into - for each entry the one that it was merged into. */
  constructor(into: ReadonlyMap<string, string>) {
    this.#into = into;
    for (const id of into.keys()) {
      const members = this.#members.get(this.idOf(id));
      if (members) members.push(id);
      else this.#members.set(this.idOf(id), [id]);
    }
  }

  /** The entry that speaks for the person: the last of those into which one after another was merged. */
  idOf(id: string): string {
    let last = id;
    const seen = new Set([id]);
    for (
      let next = this.#into.get(last);
      next !== undefined && !seen.has(next);
      next = this.#into.get(last)
    ) {
      seen.add(next);
      last = next;
    }
    return last;
  }

  /** All entries of the person, the one that speaks for them first. */
  entriesOf(id: string): readonly string[] {
    const main = this.idOf(id);
    return [main, ...(this.#members.get(main) ?? []).filter((member) => member !== main)];
  }

  /** Entries that are one person with others. */
  get shared(): readonly string[] {
    return [...new Set([...this.#into.keys()].flatMap((id) => this.entriesOf(id)))];
  }

  /** Entries that belong to some other one. */
  get merged(): readonly string[] {
    return [...this.#into.keys()];
  }
}
