import { json } from "../../src/exporters/json.ts";
import type { Change } from "../../src/model/change.ts";
import type { GraphRecord } from "../../src/model/graph.ts";
import type { Store, StoreReader } from "../../src/store/store.ts";

/** Applies changes with a writer of its own. */
export async function applyTo(store: Store, ...changes: readonly Change[]): Promise<void> {
  const writer = await store.openWriter({ onMessage: () => {} });
  try {
    for (const change of changes) await writer.apply(change);
  } finally {
    await writer.close();
  }
}

/** Does work with a reader of its own. */
export async function reading<Answer>(
  store: Store,
  work: (reader: StoreReader) => Promise<Answer>,
): Promise<Answer> {
  const reader = await store.openReader();
  try {
    return await work(reader);
  } finally {
    await reader.close();
  }
}

/** All records of a reader, in their order. */
export async function allOf(reader: StoreReader): Promise<readonly GraphRecord[]> {
  const records: GraphRecord[] = [];
  for await (const record of reader.records()) records.push(record);
  return records;
}

/** All records of a store, in their order. */
export const recordsIn = (store: Store) => reading(store, allOf);

/** The ids of all authors of a store. */
export const authorIdsIn = (store: Store) => reading(store, ({ known }) => known.authorIds());

/** A store as one Graph JSON. */
export const exportOf = (store: Store) =>
  reading(store, async (reader) => {
    let text = "";
    for await (const piece of json.write(reader.records())) text += piece;
    return text;
  });
