import { AppError } from "../../errors.ts";
import { lastUsed } from "../../model/layer.ts";
import type { StoreReader } from "../../store/store.ts";
import { type Judged, readJudged } from "./judgements.ts";

/** What a query sees of a store: one layer, with people's word above it. */
export interface View extends Judged {
  /** The layer that is read; null where the store knows of none. */
  readonly layer: string | null;
  /** The layers left out. */
  readonly others: readonly string[];
}

/**
 * Reads what a query sees of a store.
 *
 * @param asked - the layer's id; null for the one used last.
 * @throws AppError `query.unknown-layer`, which names those there are.
 */
export async function readView(store: StoreReader, asked: string | null): Promise<View> {
  const layers = await store.known.layers();
  const ids = layers.map(({ id }) => id);
  if (asked !== null && !ids.includes(asked))
    throw new AppError("query.unknown-layer", `the store has no layer "${asked}"`, {
      hint:
        ids.length === 0
          ? "Nothing was extracted yet; leave the layer out."
          : `It has ${ids.map((id) => `"${id}"`).join(", ")}; \`elenchus map\` and \`elenchus extract\` add others.`,
    });
  const layer = asked ?? lastUsed(layers)?.id ?? null;
  const others = ids.filter((id) => id !== layer);
  return { layer, others, ...(await readJudged(store, ids)) };
}

/** What is stored and not seen: another layer states the claim, or somebody rejected it. */
export function notInLayer(id: string, { layer, others, rejectedClaims }: View): AppError {
  if (rejectedClaims.includes(id))
    return new AppError("query.no-match", `the claim ${id} was rejected`, {
      hint: "`elenchus correct list` says by whom, and `elenchus correct undo` takes that back.",
    });
  return new AppError("query.no-match", `the layer "${layer ?? ""}" does not state the claim ${id}`, {
    hint: `Another does: try ${others.map((other) => `--extractor ${other}`).join(" or ")}.`,
  });
}
