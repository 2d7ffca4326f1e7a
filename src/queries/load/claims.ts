import { z } from "zod";
import type { StoreReader } from "../../store/store.ts";
import { Count, groupBy, Id, readRows } from "../read-rows.ts";
import type { ClaimItem } from "../shapes.ts";
import { answeredWords } from "./answered-words.ts";
import { wordsOfClaims } from "./words.ts";

const CountsRow = z.object({ id: Id, attacks: Count, relations: Count });
const AboutRow = z.object({ claimId: Id, id: Id, label: z.string() });

/** Claims for a list, in the order of the ids; a claim that nobody states any more is left out. */
export async function loadClaims(store: StoreReader, ids: readonly string[]): Promise<readonly ClaimItem[]> {
  if (ids.length === 0) return [];
  const counts = new Map(
    (await readRows(store, "claim-counts", { ids }, CountsRow)).map((row) => [row.id, row]),
  );
  const abouts = groupBy(
    await readRows(store, "concepts-of-claims", { ids }, AboutRow),
    (row) => row.claimId,
  );
  const words = await wordsOfClaims(store, ids);
  const answered = await answeredWords(
    store,
    ids.flatMap((id) => words.get(id)?.[0] ?? []),
  );
  return ids.flatMap((id) => {
    const row = counts.get(id);
    const [first] = words.get(id) ?? [];
    if (row === undefined || first === undefined) return [];
    return {
      id,
      text: first.text,
      words: first,
      locutions: words.get(id)?.length ?? 0,
      concepts: (abouts.get(id) ?? []).map((about) => ({ id: about.id, label: about.label })),
      attacks: row.attacks,
      relations: row.relations,
      answers: answered.get(first.locutionId) ?? null,
    };
  });
}
