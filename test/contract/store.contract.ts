import { describe } from "vitest";
import type { OpenStore } from "./store/each-store.ts";
import { storeLayers } from "./store/layers.ts";
import { storePublishes } from "./store/publishes.ts";
import { storeReads } from "./store/reads.ts";
import { storeSaves } from "./store/saves.ts";
import { storeSearch } from "./store/search.ts";

export type { OpenedStore } from "./store/each-store.ts";

/** What every store promises, whatever engine keeps the graph. */
export function storeContract(name: string, open: OpenStore): void {
  describe(`the store contract on ${name}`, () => {
    for (const part of [storeSaves, storeLayers, storeReads, storeSearch, storePublishes]) part(open);
  });
}
