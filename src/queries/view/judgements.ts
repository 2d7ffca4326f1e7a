import { z } from "zod";
import { relationId, stanceId } from "../../model/id.ts";
import { type JudgedPair, parsePair, peoplesExtractor } from "../../model/judged-pair.ts";
import type { StoreReader } from "../../store/store.ts";
import { Id, maybe, readRows } from "../read-rows.ts";
import type { RelationCorrection } from "../shapes.ts";

const JudgementRow = z.object({
  id: Id,
  by: z.string(),
  at: maybe(z.string()),
  action: z.enum(["accept", "reject", "change"]),
  targetKind: z.enum(["claim", "relation"]),
  targetId: Id,
  value: maybe(z.string()),
});
type JudgementRow = z.output<typeof JudgementRow>;
const IdRow = z.object({ id: Id });

/** What judgements mean for the records that are there now. */
export interface Judged {
  /** Relations that people rejected or said to be of another kind, or that end on claims that they rejected. */
  readonly rejected: readonly string[];
  readonly rejectedClaims: readonly string[];
  /** Stances that only relations show which people rejected or changed. */
  readonly rejectedStances: readonly string[];
  /** What was said of a relation, by its id. */
  readonly said: ReadonlyMap<string, RelationCorrection>;
}

/** What people said of claims and relations, by id. */
function readJudgements(store: StoreReader): Promise<readonly JudgementRow[]> {
  return readRows(store, "claim-corrections", {}, JudgementRow);
}

/**
 * Reads what people said of claims and relations, and what of the store it leaves out.
 *
 * @param layers - ids of all layers: a person judges what is between two stretches of words, whoever drew it.
 */
export async function readJudged(store: StoreReader, layers: readonly string[]): Promise<Judged> {
  const rejected = new Set<string>();
  const rejectedClaims = new Set<string>();
  const said = new Map<string, RelationCorrection>();
  const overruled: JudgedPair[] = [];
  const rows = await readJudgements(store);
  const extractors = rows.some(({ targetKind }) => targetKind === "relation")
    ? [...layers, ...(await mapExtractors(store))]
    : [];
  for (const row of rows) {
    const { id, by, at, action, targetId, targetKind } = row;
    if (targetKind === "claim") {
      if (action === "reject") rejectedClaims.add(await claimMeant(store, targetId));
      continue;
    }
    const pair = parsePair(row.value);
    const drawn = pair && action === "change" ? relationId(peoplesExtractor, pair.from, pair.to) : null;
    const others = pair ? extractors.map((one) => relationId(one, pair.from, pair.to)) : [];
    const meant = new Set([targetId, ...others, ...(drawn === null ? [] : [drawn])]);
    for (const one of meant) {
      said.set(one, { id, by, at, action, says: pair?.says?.kind ?? null, drawn });
      if (action !== "accept" && one !== drawn) rejected.add(one);
    }
    if (pair && action !== "accept") overruled.push(pair);
  }
  if (rejectedClaims.size > 0)
    for (const { id } of await readRows(store, "relations-of-claims", { ids: [...rejectedClaims] }, IdRow))
      rejected.add(id);
  return {
    rejected: [...rejected],
    rejectedClaims: [...rejectedClaims],
    rejectedStances: await stancesShown(store, overruled, extractors),
    said,
  };
}

/** The extractors under whose names argument maps state relations. */
async function mapExtractors(store: StoreReader): Promise<readonly string[]> {
  const formats = (await store.known.sources()).map(({ format }) => `import:${format}`);
  return [...new Set(formats)];
}

/** A claim takes the id of its first words, which may state another claim by now. */
async function claimMeant(store: StoreReader, id: string): Promise<string> {
  const [row] = await readRows(store, "claim-of-locution", { id }, IdRow);
  return row?.id ?? id;
}

/** The ids that the stances have which relations between these pairs show, in each layer. */
async function stancesShown(
  store: StoreReader,
  pairs: readonly JudgedPair[],
  layers: readonly string[],
): Promise<readonly string[]> {
  const ids = pairs.flatMap(({ from, to }) => [from, to]);
  const ends = ids.length === 0 ? [] : await store.known.locutionsById(ids);
  const words = new Map(ends.map((locution) => [locution.id, locution]));
  return pairs.flatMap(({ from, to }) => {
    const speaker = words.get(from)?.speaker ?? null;
    const claimId = words.get(to)?.claimId;
    if (speaker === null || claimId === undefined) return [];
    return layers.map((layer) => stanceId(speaker, claimId, "relation", from, layer));
  });
}
