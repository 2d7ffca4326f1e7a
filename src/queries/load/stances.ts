import { z } from "zod";
import type { StoreReader } from "../../store/store.ts";
import { Id, maybe, readRows } from "../read-rows.ts";
import type { StanceItem } from "../shapes.ts";
import { namesOf } from "./names.ts";

const StanceRow = z.object({
  id: Id,
  authorId: Id,
  stance: z.enum(["for", "against", "neutral"]),
  method: z.string(),
  targetId: Id,
  text: maybe(z.string()),
  evidence: maybe(z.string()),
  createdAt: maybe(z.string()),
});
export type StanceRow = z.output<typeof StanceRow>;

/** Who holds what toward claims, as stored. */
export function stancesOnClaims(store: StoreReader, ids: readonly string[]): Promise<readonly StanceRow[]> {
  return readRows(store, "stances-on-claims", { ids }, StanceRow);
}

/** Who holds what toward concepts, as stored. */
export function stancesOnConcepts(store: StoreReader, ids: readonly string[]): Promise<readonly StanceRow[]> {
  return readRows(store, "stances-on-concepts", { ids }, StanceRow);
}

/** What one person holds toward claims, oldest first. */
export function stancesOfAuthor(
  store: StoreReader,
  id: string,
  limit: number,
): Promise<readonly StanceRow[]> {
  return readRows(store, "stances-of-author", { id, limit }, StanceRow);
}

/** Adds the names of the people. */
export async function loadStances(
  store: StoreReader,
  kind: "claim" | "concept",
  rows: readonly StanceRow[],
): Promise<readonly StanceItem[]> {
  const names = await namesOf(
    store,
    rows.map((row) => row.authorId),
  );
  return rows.map((row) => ({
    id: row.id,
    author: names(row.authorId) ?? { id: row.authorId, name: row.authorId },
    stance: row.stance,
    method: row.method,
    target: { kind, id: row.targetId, text: row.text ?? row.targetId },
    createdAt: row.createdAt,
  }));
}
