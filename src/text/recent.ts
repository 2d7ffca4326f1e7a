/**
 * Results by text, of the texts asked for of late: at least `most` of them are kept, at most twice as many.
 *
 * When `most` were added, those that nobody asked for since the time before are forgotten.
 */
export class Recent<Result> {
  readonly #most: number;
  #young = new Map<string, Result>();
  #old = new Map<string, Result>();

  constructor(most: number) {
    this.#most = most;
  }

  get(text: string): Result | undefined {
    const young = this.#young.get(text);
    if (young !== undefined) return young;
    const old = this.#old.get(text);
    if (old !== undefined) this.set(text, old);
    return old;
  }

  set(text: string, result: Result): void {
    if (this.#young.size >= this.#most) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(text, result);
  }
}
