import { ChangeBuilder } from "./linking/change-builder.ts";
import type { Correction } from "./model/claim.ts";
import type { ConceptSaying } from "./model/concept-correction.ts";
import { hashId } from "./model/id.ts";
import { relinkConcepts } from "./pipeline.ts";
import type { Store } from "./store/store.ts";
import { termsFor } from "./terms-for.ts";
import { normalForm } from "./text/tokens.ts";
import { applySteps, writeToStore } from "./write-to-store.ts";

/**
 * Says what a concept is called, what belongs to it, or that it is none.
 *
 * All concepts are counted anew from the terms of all comments, so time is linear in these. The correction is
 * saved with all that follows for concepts, mentions and what claims are about, or not at all; then the
 * refinements that build on concepts are linked again. It stands above the glossary, and stays when inputs
 * are mapped.
 *
 * @param conceptId - the concept that is spoken of, by the id that it has now.
 * @param by - who says so; may be empty.
 * @throws AppError `store.*` when the store cannot be opened or written.
 */
export async function correctConcept(
  store: Store,
  conceptId: string,
  saying: ConceptSaying,
  by: string,
): Promise<Correction> {
  const correction: Correction = {
    id: correctionId(conceptId, saying),
    by,
    at: null,
    action: saying.verb === "drop" ? "reject" : "change",
    target: { kind: "concept", id: conceptId },
    value: JSON.stringify(saying),
  };
  const change = new ChangeBuilder().add("save-corrections", correction);
  await relinked(store, change, (stored) => [...stored.filter(({ id }) => id !== correction.id), correction]);
  return correction;
}

/** Takes back what was said of a concept. */
export async function undoConceptCorrection(store: Store, { id }: Pick<Correction, "id">): Promise<void> {
  const change = new ChangeBuilder().add("remove-corrections", { id });
  await relinked(store, change, (stored) => stored.filter((one) => one.id !== id));
}

/** A label belongs to one concept or another; a concept has one name, and is one or none. */
function correctionId(conceptId: string, saying: ConceptSaying): string {
  const { verb } = saying;
  return verb === "join" || verb === "split"
    ? hashId("correction", "concept", "label", normalForm(saying.label))
    : hashId("correction", "concept", verb, conceptId);
}

async function relinked(
  store: Store,
  change: ChangeBuilder,
  corrected: (stored: readonly Correction[]) => readonly Correction[],
): Promise<void> {
  await writeToStore(store, async (writer) => {
    const { known } = writer;
    const glossary = await termsFor(known);
    const corrections = corrected(await known.allCorrections());
    await applySteps(writer, relinkConcepts(known, glossary, { change, corrections }));
  });
}
