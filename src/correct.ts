import type { Correction } from "./model/claim.ts";
import { hashId } from "./model/id.ts";
import type { Store, StoreWriter } from "./store/store.ts";

/** What a person says of a relation between two stretches of words, or of a claim. */
export type Judgement =
  | {
      readonly kind: "relation";
      readonly id: string;
      /** Locutions: the judgement holds for this pair, whichever layer relates it. */
      readonly ends: { readonly from: string; readonly to: string };
      readonly action: "accept" | "reject";
    }
  | { readonly kind: "claim"; readonly id: string; readonly action: "reject" };

/**
 * Says that a relation is right or wrong, or that a claim is none.
 *
 * Nothing of what was extracted changes: queries read it so, whatever is extracted later, until `undoCorrection` takes it
 * back. A judgement replaces an earlier one on the same pair or claim.
 *
 * @param by - who says so; may be empty.
 * @throws AppError `store.*` when the store cannot be opened or written.
 */
export async function correct(store: Store, judgement: Judgement, by: string): Promise<Correction> {
  const { kind, id, action } = judgement;
  const ends = judgement.kind === "relation" ? `${judgement.ends.from} ${judgement.ends.to}` : null;
  const correction: Correction = {
    id: hashId("correction", kind, ends ?? id),
    by,
    at: null,
    action,
    target: { kind, id },
    value: ends,
  };
  await written(store, (writer) =>
    writer.apply({ writes: [{ write: "save-corrections", rows: [correction] }] }),
  );
  return correction;
}

/** Takes back what a person said. */
export async function undoCorrection(store: Store, { id }: Pick<Correction, "id">): Promise<void> {
  await written(store, (writer) =>
    writer.apply({ writes: [{ write: "remove-corrections", rows: [{ id }] }] }),
  );
}

async function written(store: Store, apply: (writer: StoreWriter) => Promise<void>): Promise<void> {
  const writer = await store.openWriter({ onMessage: () => {} });
  try {
    await apply(writer);
    await writer.publish();
  } finally {
    await writer.close();
  }
}
