import { z } from "zod";
import { AppError } from "../../errors.ts";
import { relationId } from "../../model/id.ts";
import { lastUsed } from "../../model/layer.ts";
import type { StoreReader } from "../../store/store.ts";
import { Id, maybe, readRows } from "../read-rows.ts";

/** What a query sees of a store: one layer, with people's word above it. */
export interface View {
  /** The layer that is read; null where the store knows of none. */
  readonly layer: string | null;
  /** The layers left out. */
  readonly others: readonly string[];
  /** Relations that people rejected, or that end on claims that they rejected. */
  readonly rejected: readonly string[];
  readonly rejectedClaims: readonly string[];
  /** Who accepted a relation, by its id. */
  readonly accepted: ReadonlyMap<string, string>;
}

const CorrectionRow = z.object({
  id: Id,
  by: z.string(),
  at: maybe(z.string()),
  action: z.enum(["accept", "reject", "change"]),
  targetKind: z.enum(["claim", "relation"]),
  targetId: Id,
  value: maybe(z.string()),
});
type CorrectionRow = z.output<typeof CorrectionRow>;
const IdRow = z.object({ id: Id });

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
  const corrections = await readJudgements(store);
  const others = ids.filter((id) => id !== layer);
  return { layer, others, ...(await applied(store, corrections, ids)) };
}

/** What people said of claims and relations, by id. */
export function readJudgements(store: StoreReader): Promise<readonly CorrectionRow[]> {
  return readRows(store, "claim-corrections", {}, CorrectionRow);
}

/** What corrections mean for the records that are there now. */
async function applied(
  store: StoreReader,
  corrections: readonly CorrectionRow[],
  layers: readonly string[],
): Promise<Pick<View, "rejected" | "rejectedClaims" | "accepted">> {
  const rejected = new Set<string>();
  const rejectedClaims = new Set<string>();
  const accepted = new Map<string, string>();
  for (const correction of corrections) {
    const { action, by, targetId } = correction;
    if (correction.targetKind === "relation")
      for (const id of relationsMeant(correction, layers)) {
        if (action === "reject") rejected.add(id);
        if (action === "accept") accepted.set(id, by);
      }
    else if (action === "reject") rejectedClaims.add(await claimMeant(store, targetId));
  }
  if (rejectedClaims.size > 0)
    for (const { id } of await readRows(store, "relations-of-claims", { ids: [...rejectedClaims] }, IdRow))
      rejected.add(id);
  return { rejected: [...rejected], rejectedClaims: [...rejectedClaims], accepted };
}

/**
 * The ids that a corrected relation has in each layer: a person judges what is between two stretches of words, whoever
 * drew it. `value` holds the two ends, with a space between.
 */
function relationsMeant({ targetId, value }: CorrectionRow, layers: readonly string[]): readonly string[] {
  const [from, to] = value?.split(" ") ?? [];
  if (from === undefined || to === undefined) return [targetId];
  return [targetId, ...layers.map((layer) => relationId(layer, from, to))];
}

/** A claim takes the id of its first words, which may state another claim by now. */
async function claimMeant(store: StoreReader, id: string): Promise<string> {
  const [row] = await readRows(store, "claim-of-locution", { id }, IdRow);
  return row?.id ?? id;
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
