import type { Store, StoreReader } from "../store/store.ts";
import { printableLine } from "./printable.ts";

/** " by Ann"; nothing where nobody is named. */
export const saidBy = (by: string): string => (by === "" ? "" : ` by ${printableLine(by)}`);

/** Reads what `work` asks for from a reader of its own. */
export async function readOnce<Result>(
  store: Store,
  work: (reader: StoreReader) => Promise<Result>,
): Promise<Result> {
  const reader = await store.openReader();
  try {
    return await work(reader);
  } finally {
    await reader.close();
  }
}
