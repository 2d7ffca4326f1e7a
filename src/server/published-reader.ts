import { AppError } from "../errors.ts";
import type { Store, StoreReader } from "../store/store.ts";

/** A reader that many requests share, closed when the last of them is done with it. */
interface Lease {
  readonly reader: StoreReader;
  users: number;
  isRetired: boolean;
}

/**
 * Keeps one reader open on the store's latest publication.
 *
 * A publication opens and tries the next reader first and retires the old one then; requests in flight finish
 * on the reader that they began with. A store that holds nothing yet is opened by its first publication, or by
 * the first request after it.
 */
export class PublishedReader {
  readonly #store: Store;
  readonly #listeners = new Set<(revision: number) => void>();
  readonly #onBug: (error: unknown) => void;
  readonly #stopWatching: () => void;
  #current: Lease | null = null;
  #opening: Promise<void> | null = null;
  readonly #closing = new Set<Promise<void>>();
  #isStale = false;
  #isClosed = false;

  constructor(store: Store, { onBug }: { onBug: (error: unknown) => void }) {
    this.#store = store;
    this.#onBug = onBug;
    this.#stopWatching = store.watch(() => this.#refresh());
  }

  /** The revision that requests see now, null while nothing can be read: the store is empty, say. */
  async revision(): Promise<number | null> {
    try {
      return await this.use(async (reader) => reader.revision);
    } catch (error) {
      if (error instanceof AppError) return null;
      throw error;
    }
  }

  /**
   * Runs `work` on the latest publication.
   *
   * @throws AppError `store.empty` when nothing was ever mapped.
   */
  async use<Result>(work: (reader: StoreReader) => Promise<Result>): Promise<Result> {
    if (this.#current === null) await this.#open();
    const lease = this.#current;
    if (lease === null)
      throw new AppError("server.busy", "the server is closing", {
        hint: "Start it again and repeat the request.",
      });
    lease.users += 1;
    try {
      return await work(lease.reader);
    } finally {
      lease.users -= 1;
      this.#closeWhenUnused(lease);
    }
  }

  /** Calls back with each new revision once requests see it; returns how to stop. */
  subscribe(onRevision: (revision: number) => void): () => void {
    this.#listeners.add(onRevision);
    return () => this.#listeners.delete(onRevision);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#stopWatching();
    this.#listeners.clear();
    await this.#opening?.catch(() => undefined);
    this.#retire();
    await Promise.all(this.#closing);
  }

  /** Opens at most one reader at a time; a publication that appears meanwhile is opened next. */
  #open(): Promise<void> {
    if (this.#isClosed) return Promise.resolve();
    this.#opening ??= this.#swap().finally(() => {
      this.#opening = null;
      if (this.#isStale) this.#refresh();
    });
    return this.#opening;
  }

  async #swap(): Promise<void> {
    this.#isStale = false;
    const reader = await this.#openTried();
    if (this.#isClosed) {
      await reader.close();
      return;
    }
    const isNews = this.#current === null || this.#current.reader.revision !== reader.revision;
    const old = this.#current;
    this.#current = { reader, users: 0, isRetired: false };
    if (old !== null) {
      old.isRetired = true;
      this.#closeWhenUnused(old);
    }
    if (isNews) for (const listener of this.#listeners) listener(reader.revision);
  }

  /**
   * A reader that was asked something: the first record that a fresh one reads may take it a hundred times as
   * long as the next, and who asks meanwhile has the publication before.
   */
  async #openTried(): Promise<StoreReader> {
    const reader = await this.#store.openReader({ isApart: true });
    try {
      await reader.known.sources();
      return reader;
    } catch (error) {
      await reader.close();
      throw error;
    }
  }

  #refresh(): void {
    if (this.#isClosed) return;
    if (this.#opening !== null) {
      this.#isStale = true;
      return;
    }
    this.#open().catch((error: unknown) => {
      // A publication that is gone again is no bug: the next one is opened when it appears.
      if (!(error instanceof AppError)) this.#onBug(error);
    });
  }

  #retire(): void {
    const lease = this.#current;
    this.#current = null;
    if (lease === null) return;
    lease.isRetired = true;
    this.#closeWhenUnused(lease);
  }

  /** Nobody waits for it: closing a large graph takes as long as a slow answer. */
  #closeWhenUnused(lease: Lease): void {
    if (!lease.isRetired || lease.users > 0) return;
    const closing = lease.reader
      .close()
      .catch(this.#onBug)
      .finally(() => this.#closing.delete(closing));
    this.#closing.add(closing);
  }
}
