import { AppError } from "../errors.ts";
import { compareStrings } from "../model/id.ts";
import { relationKinds } from "../model/relation.ts";
import type { StoreReader } from "../store/store.ts";
import { type ComparedClaims, compareClaims } from "./compare/compare-claims.ts";
import { layersMeant } from "./compare/layers-meant.ts";
import { pairRelations } from "./compare/pair-relations.ts";
import { readComments } from "./compare/read-comments.ts";
import { type Drawn, readDrawn } from "./compare/read-drawn.ts";
import { readStated, type StatedWords } from "./compare/read-words.ts";
import { findSameWords } from "./compare/same-words.ts";
import { CompareInput, CompareOutput, type RelationDifference } from "./compare/shapes.ts";
import { wordsById, wordsOfClaims } from "./load/words.ts";
import type { Query } from "./query.ts";
import { readView, type View } from "./view/read-view.ts";

export { CompareInput, CompareOutput };

/**
 * Shows where two layers differ in what both have read: which claims only one of them states, and what each draws
 * between which words.
 *
 * Words that are cut differently are the same where they overlap by half of the shorter ones (same-words.ts).
 * The words and pairs of both layers are held in memory; time and memory are linear in them and their
 * overlaps, however many words state one claim. What people said of a pair stands beside it and changes no
 * count; what argument maps state is of no layer.
 */
export const compare: Query<typeof CompareInput, typeof CompareOutput> = {
  id: "compare",
  describes: "Where two layers of a store differ.",
  input: CompareInput,
  output: CompareOutput,
  /** @throws AppError `query.unknown-layer`; `query.invalid` where both are one layer, or one is not named. */
  async run(store, { limit, ...asked }) {
    const { a, b } = layersMeant(await store.known.layers(), asked);
    const { said } = await readView(store, a);
    await readView(store, b);
    if (a === b)
      throw new AppError("query.invalid", `"${a}" is one layer and agrees with itself`, {
        hint: "Name two layers with --a and --b.",
      });
    const comments = await readComments(store, a, b);
    const { words, claimIds, locutionIds } = await readStated(store, a, b, comments.both);
    const shared = findSameWords(words);
    const claims = compareClaims(words, shared);
    const drawn = (await readDrawn(store, { a, b, claimIds })).filter(
      ({ from, to }) => locutionIds.has(from) && locutionIds.has(to),
    );
    const pairs = pairRelations(drawn, shared);
    const differing = pairs.filter(({ ofA, ofB }) => ofA?.kind !== ofB?.kind);
    differing.sort((one, other) => surest(other) - surest(one) || (one.key < other.key ? -1 : 1));
    return {
      a,
      b,
      comments: comments.counts,
      claims: { onlyA: claims.onlyA.length, onlyB: claims.onlyB.length, both: claims.both },
      relations: {
        same: pairs.length - differing.length,
        otherKind: differing.filter(({ ofA, ofB }) => ofA && ofB).length,
        onlyA: differing.filter(({ ofB }) => !ofB).length,
        onlyB: differing.filter(({ ofA }) => !ofA).length,
      },
      agreement: [
        agreementOn("any kind", pairs, () => true),
        ...relationKinds.map((kind) => agreementOn(kind, pairs, (found) => found === kind)),
      ],
      differingRelations: {
        total: differing.length,
        items: await withWords(store, differing.slice(0, limit), said),
      },
      differingClaims: {
        total: claims.onlyA.length + claims.onlyB.length,
        items: await claimsOfOne(store, { a, b, ids: mostDiscussed(claims, words, drawn).slice(0, limit) }),
      },
    };
  },
};

const surest = ({ ofA, ofB }: Drawn): number => Math.max(ofA?.confidence ?? 0, ofB?.confidence ?? 0);

/** The F1 of what one layer draws, held against the other: the same whichever is held against which. */
function agreementOn(
  kind: CompareOutput["agreement"][number]["kind"],
  pairs: readonly Drawn[],
  isMeant: (kind: string) => boolean,
): CompareOutput["agreement"][number] {
  const inA = pairs.filter(({ ofA }) => ofA && isMeant(ofA.kind));
  const inB = pairs.filter(({ ofB }) => ofB && isMeant(ofB.kind));
  const both = inA.filter(({ ofB }) => ofB && isMeant(ofB.kind)).length;
  const all = inA.length + inB.length;
  const f1 = all === 0 ? null : Math.round((2000 * both) / all) / 1000;
  return { kind, a: inA.length, b: inB.length, both, f1 };
}

async function withWords(
  store: StoreReader,
  pairs: readonly Drawn[],
  said: View["said"],
): Promise<readonly RelationDifference[]> {
  const words = await wordsById(
    store,
    pairs.flatMap(({ from, to }) => [from, to]),
  );
  return pairs.flatMap(({ from, to, ofA, ofB }) => {
    const [own, answered] = [words.get(from), words.get(to)];
    const correction = said.get(ofA?.id ?? ofB?.id ?? "") ?? null;
    return own && answered ? [{ from: own, to: answered, ofA, ofB, correction }] : [];
  });
}

/** The claims of one layer alone, those with the most relations of the two layers first, then by id. */
function mostDiscussed(
  { onlyA, onlyB }: ComparedClaims,
  words: readonly StatedWords[],
  drawn: readonly Drawn[],
): readonly { readonly id: string; readonly isInA: boolean }[] {
  const claimOf = new Map(words.map(({ id, claimId }) => [id, claimId]));
  const relations = new Map<string, number>();
  for (const { from, to, ofA, ofB } of drawn)
    for (const end of [from, to]) {
      const id = claimOf.get(end) ?? end;
      relations.set(id, (relations.get(id) ?? 0) + (ofA && ofB ? 2 : 1));
    }
  const claims = [...onlyA.map((id) => ({ id, isInA: true })), ...onlyB.map((id) => ({ id, isInA: false }))];
  return claims.sort(
    (one, other) =>
      (relations.get(other.id) ?? 0) - (relations.get(one.id) ?? 0) || compareStrings(one.id, other.id),
  );
}

async function claimsOfOne(
  store: StoreReader,
  { a, b, ids }: { readonly a: string; readonly b: string; readonly ids: ReturnType<typeof mostDiscussed> },
): Promise<CompareOutput["differingClaims"]["items"]> {
  const words = await wordsOfClaims(
    store,
    ids.map(({ id }) => id),
  );
  return ids.flatMap(({ id, isInA }) => {
    const [first] = words.get(id) ?? [];
    return first ? [{ layer: isInA ? a : b, words: first }] : [];
  });
}
