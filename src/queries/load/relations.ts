import { z } from "zod";
import { isSuggestion, relationKinds, relationshipType } from "../../model/relation.ts";
import { Place } from "../../model/span.ts";
import { Id, maybe, readRows } from "../read-rows.ts";
import type { RelationItem, Words } from "../shapes.ts";
import type { View } from "../view/read-view.ts";
import type { ViewReader } from "../view/view-reader.ts";
import { wordsById } from "./words.ts";

/** Evidence is kept as strings of JSON, `[commentId, version, start, end]`. */
const Evidence = z.string().transform((text) => {
  const [commentId, version, start, end] = z
    .tuple([z.string(), z.string(), z.int(), z.int()])
    .parse(JSON.parse(text));
  return Place.parse({ commentId, version, span: { start, end } });
});

const kindByType = new Map(relationKinds.map((kind) => [relationshipType(kind), kind]));
/** The name of a kind in Cypher, read as the kind. */
export const RelationshipType = z.string().transform((type, context) => {
  const kind = kindByType.get(type);
  if (kind !== undefined) return kind;
  context.addIssue(`${type} is no kind of relation`);
  return z.NEVER;
});

/** A relation as Cypher returns it. */
export const RelationRow = z.object({
  id: Id,
  type: RelationshipType,
  attack: maybe(z.enum(["rebut", "undermine", "undercut"])),
  undercuts: maybe(z.string()),
  fromLocution: Id,
  toLocution: Id,
  confidence: z.number(),
  method: z.string(),
  extractor: z.string(),
  evidence: maybe(z.array(Evidence)),
  createdAt: maybe(z.string()),
});
export type RelationRow = z.output<typeof RelationRow>;

/** A relation with the claim that it ends on. */
export const OutgoingRow = RelationRow.extend({ toClaim: Id });

/** Adds the words at both ends, in the order of the rows. One whose words are gone is left out. */
export async function loadRelations(
  store: ViewReader,
  rows: readonly RelationRow[],
): Promise<readonly RelationItem[]> {
  if (rows.length === 0) return [];
  const words = await wordsById(
    store,
    rows.flatMap((row) => [row.fromLocution, row.toLocution]),
  );
  return withWords(rows, words, store.view);
}

function withWords(
  rows: readonly RelationRow[],
  words: ReadonlyMap<string, Words>,
  { said }: View,
): readonly RelationItem[] {
  return rows.flatMap((row) => {
    const from = words.get(row.fromLocution);
    const to = words.get(row.toLocution);
    if (from === undefined || to === undefined) return [];
    const { id, type: kind, attack, undercuts, method, extractor, evidence, createdAt } = row;
    const correction = said.get(id) ?? null;
    const acceptedBy = correction?.action === "accept" ? correction.by : null;
    const confidence = acceptedBy === null ? row.confidence : 1;
    return {
      ...{ id, kind, attack, undercuts, from, to },
      ...{ confidence, method, extractor, evidence: evidence ?? [], createdAt },
      ...{ isSuggestion: acceptedBy === null && isSuggestion(row), acceptedBy, correction },
    };
  });
}

/** The relations that start or end on one of these claims, by id. */
export async function relationsOfClaims(
  store: ViewReader,
  claimIds: readonly string[],
): Promise<readonly RelationItem[]> {
  return loadRelations(store, await readRows(store, "relations-of-claims", { ids: claimIds }, RelationRow));
}

/**
 * The relations that start and end on claims of a group, by id.
 *
 * @param words - all words of these claims: of a large group most relations lead elsewhere, and reading the
 *   words there took most of the time.
 */
export async function relationsAmong(
  store: ViewReader,
  words: ReadonlyMap<string, readonly Words[]>,
): Promise<readonly RelationItem[]> {
  const rows = await readRows(store, "relations-from-claims", { ids: [...words.keys()] }, OutgoingRow);
  const byId = new Map([...words.values()].flat().map((it) => [it.locutionId, it]));
  return withWords(
    rows.filter((row) => words.has(row.toClaim)),
    byId,
    store.view,
  );
}

/** The relations that are drawn, and how many more are suggestions. */
export function drawnOf(
  relations: readonly RelationItem[],
  which: "sure" | "all",
): { readonly drawn: readonly RelationItem[]; readonly suggestions: number } {
  if (which === "all") return { drawn: relations, suggestions: 0 };
  const drawn = relations.filter((relation) => !relation.isSuggestion);
  return { drawn, suggestions: relations.length - drawn.length };
}
