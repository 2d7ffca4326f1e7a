import { AppError } from "../errors.ts";
import { countAll } from "../queries/summary.ts";
import type { Store } from "../store/store.ts";
import type { Counts } from "./views/map-summary.ts";

/** What a store holds in all its layers, null while it is empty. */
export async function countsOf(store: Store): Promise<Counts | null> {
  try {
    const reader = await store.openReader();
    try {
      return await countAll(reader);
    } finally {
      await reader.close();
    }
  } catch (error) {
    if (error instanceof AppError && error.code === "store.empty") return null;
    throw error;
  }
}
