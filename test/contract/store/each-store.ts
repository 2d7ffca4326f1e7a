import { afterEach, beforeEach, describe } from "vitest";
import type { Write } from "../../../src/model/change.ts";
import type { Store, StoreReader, StoreWriter } from "../../../src/store/store.ts";

/** A store that nothing was written to, and how to take it away. */
export interface OpenedStore {
  readonly store: Store;
  remove(): Promise<void>;
}

export type OpenStore = () => Promise<OpenedStore>;

/** The store of the test at hand; what is opened here is closed after it. */
export interface GivenStore {
  readonly store: Store;
  writer(): Promise<StoreWriter>;
  reader(): Promise<StoreReader>;
  /** Applies writes in one change each, publishes, and gives a reader. */
  stored(...writes: readonly (Write | readonly Write[])[]): Promise<StoreReader>;
}

export const silent = { onMessage: () => {} };

/** Describes tests of which each gets a store of its own. */
export function eachStore(title: string, open: OpenStore, tests: (given: GivenStore) => void): void {
  describe(title, () => {
    let opened: OpenedStore;
    const closing: (StoreReader | StoreWriter)[] = [];

    beforeEach(async () => {
      opened = await open();
    });
    afterEach(async () => {
      for (const one of closing.splice(0)) await one.close();
      await opened.remove();
    });

    const reader = async (): Promise<StoreReader> => {
      const one = await opened.store.openReader();
      closing.push(one);
      return one;
    };
    tests({
      get store() {
        return opened.store;
      },
      reader,
      async writer() {
        const one = await opened.store.openWriter(silent);
        closing.push(one);
        return one;
      },
      async stored(...writes) {
        const one = await opened.store.openWriter(silent);
        try {
          for (const write of writes)
            await one.apply({ writes: Array.isArray(write) ? write : [write as Write] });
        } finally {
          await one.close();
        }
        return await reader();
      },
    });
  });
}

export const limits = (more: { timeoutMs?: number; maxRows?: number; maxBytes?: number } = {}) => ({
  timeoutMs: 20_000,
  maxRows: 100,
  maxBytes: 500e6,
  ...more,
});

export async function ids(
  records: AsyncIterable<{ readonly id: string }> | Iterable<{ readonly id: string }>,
): Promise<string[]> {
  const found: string[] = [];
  for await (const { id } of records) found.push(id);
  return found;
}
