import { type Judgement, planCorrection, planUndo } from "./linking/plan-correction.ts";
import { planSameness, type Settled } from "./linking/plan-sameness.ts";
import type { Correction } from "./model/claim.ts";
import type { Sameness } from "./model/sameness.ts";
import type { Store } from "./store/store.ts";
import { applyPlan, writeToStore } from "./write-to-store.ts";

/**
 * Says that a relation is right, wrong or of another kind, or that a claim is none.
 *
 * Nothing of what was extracted changes: queries read it so, whatever is extracted later, until
 * `undoCorrection` takes it back. What a person draws stands as a relation of its own, saved with the
 * correction or not at all. A judgement replaces an earlier one on the same pair or claim. Claims that people
 * joined part at once where their words now attack each other, and are joined again where these no longer do.
 *
 * @param by - who says so; may be empty.
 * @throws AppError `store.*` when the store cannot be opened or written.
 */
export async function correct(store: Store, judgement: Judgement, by: string): Promise<Correction> {
  return await writeToStore(store, (writer) =>
    applyPlan(writer, (known, change) => planCorrection(known, judgement, by, change)),
  );
}

/**
 * Says that two stretches of words state one claim, or do not: their claims are joined or parted at once, and
 * again after every extraction, until `undoCorrection` takes it back.
 *
 * @param by - who says so; may be empty.
 * @throws AppError `linking.not-joinable` for words that attack each other, or that maps state;
 *   `linking.not-partable` for words of one claim of a map; `store.*`.
 */
export async function correctSameness(store: Store, sameness: Sameness, by: string): Promise<Settled> {
  return await writeToStore(store, (writer) =>
    applyPlan(writer, (known, change) => planSameness(known, sameness, by, change)),
  );
}

/** Takes back what a person said. */
export async function undoCorrection(store: Store, { id }: Pick<Correction, "id">): Promise<void> {
  await writeToStore(store, (writer) => applyPlan(writer, (known, change) => planUndo(known, id, change)));
}
