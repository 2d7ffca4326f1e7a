import type { Correction } from "../model/claim.ts";
import { hashId, relationId } from "../model/id.ts";
import { formatPair, type JudgedPair, parsePair, peoplesExtractor } from "../model/judged-pair.ts";
import type { Known } from "../model/known.ts";
import type { ChangeBuilder } from "./change-builder.ts";
import { drawPeoplesRelations, eraseDrawn } from "./peoples-relations.ts";
import { settleBetween, unsettleSameness } from "./plan-sameness.ts";

/** What a person says of a relation between two stretches of words, or of a claim. */
export type Judgement =
  | {
      readonly kind: "relation";
      /** A relation that an extractor or a map draws between the pair; null where none does. */
      readonly id: string | null;
      /**
       * Locutions, and what stands between them: the judgement holds for this pair, whichever layer relates
       * it.
       */
      readonly pair: JudgedPair;
      /** `change` says what stands there, by `pair.says`. */
      readonly action: "accept" | "reject" | "change";
    }
  | { readonly kind: "claim"; readonly id: string; readonly action: "reject" };

/**
 * Plans to keep what a person says, in place of what was said of the same before, with the relation that it
 * draws. Claims that people joined part where their words now attack each other, and are joined again where
 * these no longer do.
 */
export async function planCorrection(
  known: Known,
  judgement: Judgement,
  by: string,
  change: ChangeBuilder,
): Promise<Correction> {
  const correction = correctionOf(judgement, by);
  const { before, others } = await storedCorrections(known, correction.id);
  const erased = before ? await eraseDrawn(known, before, { others, change }) : new Set<string>();
  const { target } = correction;
  // A judgement of what a person drew is still one of what an extractor or a map draws there.
  const id = before && isDrawnId(target.id, before) ? before.target.id : target.id;
  const kept = { ...correction, target: { ...target, id } };
  change.add("save-corrections", kept);
  const claims = await settleBetween(known, kept, { corrections: [...others, kept], erased, change });
  await drawPeoplesRelations(known, [kept], change, { isErased: before !== undefined, others, claims });
  return kept;
}

/** Plans to take back a correction with what it draws. */
export async function planUndo(known: Known, id: string, change: ChangeBuilder): Promise<void> {
  const { before, others: corrections } = await storedCorrections(known, id);
  change.add("remove-corrections", { id });
  if (!before) return;
  const erased = await eraseDrawn(known, before, { others: corrections, change });
  await unsettleSameness(known, before, corrections, change);
  await settleBetween(known, before, { corrections, erased, change });
}

function correctionOf(judgement: Judgement, by: string): Correction {
  const { kind, action } = judgement;
  if (judgement.kind === "claim") {
    const { id } = judgement;
    const target = { kind: judgement.kind, id };
    return { id: hashId("correction", kind, id), by, at: null, action, target, value: null };
  }
  const { from, to, says } = judgement.pair;
  const target = { kind: judgement.kind, id: judgement.id ?? relationId(peoplesExtractor, from, to) };
  const value = formatPair({ from, to, says: action === "change" ? says : null });
  return { id: hashId("correction", kind, `${from} ${to}`), by, at: null, action, target, value };
}

/** The stored correction of an id, if there is one, and all others. */
async function storedCorrections(
  known: Known,
  id: string,
): Promise<{ readonly before: Correction | undefined; readonly others: readonly Correction[] }> {
  const all = await known.allCorrections();
  return { before: all.find((one) => one.id === id), others: all.filter((one) => one.id !== id) };
}

/** Whether an id is that of the relation which people draw between the words that a correction is about. */
function isDrawnId(id: string, { value }: Correction): boolean {
  const pair = parsePair(value);
  return pair !== null && id === relationId(peoplesExtractor, pair.from, pair.to);
}
