import { ChangeBuilder } from "./linking/change-builder.ts";
import type { Known } from "./model/known.ts";
import type { Step } from "./pipeline.ts";
import type { Store, StoreWriter } from "./store/store.ts";

/**
 * Does work with the writer of a store, and publishes what it wrote; nothing is published where the work fails.
 *
 * @throws AppError `store.*` when the store cannot be opened or written.
 */
export async function writeToStore<Result>(
  store: Store,
  work: (writer: StoreWriter) => Promise<Result>,
): Promise<Result> {
  const writer = await store.openWriter({ onMessage: () => {} });
  try {
    const result = await work(writer);
    await writer.publish();
    return result;
  } finally {
    await writer.close();
  }
}

/** Applies the changes of a run, step by step. */
export async function applySteps(writer: StoreWriter, steps: AsyncIterable<Step>): Promise<void> {
  for await (const { change } of steps) if (change.writes.length > 0) await writer.apply(change);
}

/** Applies what `plan` adds as one change: all of it or nothing. */
export async function applyPlan<Result>(
  writer: StoreWriter,
  plan: (known: Known, change: ChangeBuilder) => Promise<Result>,
): Promise<Result> {
  const change = new ChangeBuilder();
  const result = await plan(writer.known, change);
  await writer.apply(change.build());
  return result;
}
