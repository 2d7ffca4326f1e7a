import { drawnOf, relationsOfClaims } from "../load/relations.ts";
import { wordsInComments, wordsOfClaims } from "../load/words.ts";
import { unique } from "../read-rows.ts";
import type { RelationItem, Words } from "../shapes.ts";
import type { ViewReader } from "../view/view-reader.ts";
import type { TraceStep, WordChange } from "./shapes.ts";
import { compareWordings } from "./word-change.ts";

/** Longer lines than this are cut: somebody then refines without end, or the data are wrong. */
const mostClaims = 200;

/** A line of thought: its claims, whose it is, and its wordings, oldest first. */
export interface Line {
  readonly claimIds: readonly string[];
  readonly authorIds: readonly string[];
  readonly steps: readonly TraceStep[];
  /** Refinements of the line and attacks on it that are suggestions and not drawn. */
  readonly suggestions: number;
}

/**
 * Reads the line of a claim: all claims of its author that `refines` joins to it, in either direction and over any
 * number of steps, with every wording.
 *
 * @param which - whether suggestions are followed too.
 * @param authorIds - whose line; null means the claim's earliest speaker. Of a claim whose speaker nobody
 *   knows the line is the claim alone.
 */
export async function readLine(
  store: ViewReader,
  claimId: string,
  authorIds: readonly string[] | null,
  which: "sure" | "all",
): Promise<Line> {
  const [earliest] = (await wordsOfClaims(store, [claimId])).get(claimId) ?? [];
  const speaker = earliest?.speaker?.id;
  const owners = new Set(authorIds ?? (speaker === undefined ? [] : [speaker]));
  const isOwn = (words: Words): boolean =>
    words.speaker === null ? owners.size === 0 : owners.has(words.speaker.id);
  const { claimIds, relations: met } = await joinedBy(store, claimId, isOwn, which);
  const bearing = met.filter(
    ({ kind, from, to }) =>
      (kind === "refines" && isOwn(from) && isOwn(to)) ||
      (kind === "disagrees-with" && claimIds.includes(to.claimId) && isOwn(to)),
  );
  const { suggestions } = drawnOf(bearing, which);
  const relations = drawnOf(met, which).drawn;
  const words = [...(await wordsOfClaims(store, claimIds)).values()].flat().filter(isOwn);
  const own = await wordsInComments(
    store,
    words.map((it) => it.locutionId),
  );
  const answers = await answersByAttack(store, relations, isOwn, which);
  const steps = own.map((it, index): TraceStep => {
    const refines = relations.filter(
      (relation) =>
        relation.kind === "refines" && relation.from.locutionId === it.locutionId && isOwn(relation.to),
    );
    const attacks = relations.filter(
      (relation) => relation.kind === "disagrees-with" && relation.to.locutionId === it.locutionId,
    );
    return {
      words: it,
      refines,
      change: changeOf(it, refinedBy(refines, own), own[index - 1]),
      attacks: attacks.map((attack) => ({ attack, answers: answers.get(attack.from.claimId) ?? [] })),
    };
  });
  return { claimIds, authorIds: [...owners], steps, suggestions };
}

/** The claims that refinements of the author join to one, with all relations of these claims. */
async function joinedBy(
  store: ViewReader,
  claimId: string,
  isOwn: (words: Words) => boolean,
  which: "sure" | "all",
): Promise<{ claimIds: readonly string[]; relations: readonly RelationItem[] }> {
  const found = new Set([claimId]);
  const relations = new Map<string, RelationItem>();
  let frontier: readonly string[] = [claimId];
  while (frontier.length > 0) {
    const next: string[] = [];
    for (const relation of await relationsOfClaims(store, frontier)) {
      relations.set(relation.id, relation);
      if (relation.kind !== "refines" || !isOwn(relation.from) || !isOwn(relation.to)) continue;
      if (which === "sure" && relation.isSuggestion) continue;
      for (const id of [relation.from.claimId, relation.to.claimId])
        if (!found.has(id) && found.size < mostClaims) {
          found.add(id);
          next.push(id);
        }
    }
    frontier = next;
  }
  return { claimIds: [...found], relations: [...relations.values()] };
}

/** What the author said to the claims that attack the line, by attacking claim. */
async function answersByAttack(
  store: ViewReader,
  relations: readonly RelationItem[],
  isOwn: (words: Words) => boolean,
  which: "sure" | "all",
): Promise<ReadonlyMap<string, readonly RelationItem[]>> {
  const attackers = unique(
    relations
      .filter(({ kind, from }) => kind === "disagrees-with" && !isOwn(from))
      .map(({ from }) => from.claimId),
  );
  const met = attackers.length === 0 ? [] : await relationsOfClaims(store, attackers);
  const around = drawnOf(met, which).drawn;
  return new Map(
    attackers.map((claimId) => [
      claimId,
      around.filter(({ kind, from, to }) => kind !== "supports" && to.claimId === claimId && isOwn(from)),
    ]),
  );
}

/**
 * The wordings of a line that relations end on, oldest first. Where dates are missing, one may stand later in
 * the line.
 */
function refinedBy(refines: readonly RelationItem[], line: readonly Words[]): readonly Words[] {
  const refined = new Set(refines.map((relation) => relation.to.locutionId));
  return line.filter((it) => refined.has(it.locutionId));
}

/**
 * Compares a wording with the one that it refines, else with the one before it. Of several that it refines it
 * takes the one of which the most stands, measured in letters that went away and came, then the latest.
 */
function changeOf(words: Words, refined: readonly Words[], previous: Words | undefined): WordChange | null {
  const earlier = refined.length > 0 ? refined : previous === undefined ? [] : [previous];
  const [nearest] = earlier
    .map((it): WordChange => ({ from: it.locutionId, ...compareWordings(it.text, words.text) }))
    .reverse()
    .sort((a, b) => sizeOf(a) - sizeOf(b));
  return nearest ?? null;
}

function sizeOf({ removed, added }: WordChange): number {
  return [...removed, ...added].reduce((sum, { start, end }) => sum + end - start, 0);
}
