import { z } from "zod";
import { AppError } from "../errors.ts";
import { relationKinds } from "../model/relation.ts";
import type { StoreReader } from "../store/store.ts";
import { type Drawn, readDrawn } from "./compare/read-drawn.ts";
import { CompareInput, CompareOutput, type RelationDifference } from "./compare/shapes.ts";
import { wordsById, wordsOfClaims } from "./load/words.ts";
import type { Query } from "./query.ts";
import { Count, Id, readRows } from "./read-rows.ts";
import { readView, type View } from "./view/read-view.ts";

export { CompareInput, CompareOutput };

const CountsRow = z.object({ onlyA: Count, onlyB: Count, both: Count });
const ClaimRow = z.object({ id: Id, isInA: z.boolean() });

/**
 * Shows where two layers differ: which claims only one of them states, and what each draws between which words.
 *
 * The pairs of both layers are held in memory; time and memory are linear in their relations. What people said of a
 * pair stands beside it and changes no count; what argument maps state is of no layer.
 */
export const compare: Query<typeof CompareInput, typeof CompareOutput> = {
  id: "compare",
  describes: "Where two layers of a store differ.",
  input: CompareInput,
  output: CompareOutput,
  /** @throws AppError `query.unknown-layer`; `query.invalid` where both are one layer. */
  async run(store, { a, b, limit }) {
    const { said } = await readView(store, a);
    await readView(store, b);
    if (a === b)
      throw new AppError("query.invalid", `"${a}" is one layer and agrees with itself`, {
        hint: "Name two layers with --a and --b.",
      });
    const [counts] = await readRows(store, "compare-claim-counts", { a, b }, CountsRow);
    const pairs = await readDrawn(store, a, b);
    const differing = pairs.filter(({ ofA, ofB }) => ofA?.kind !== ofB?.kind);
    differing.sort((one, other) => surest(other) - surest(one) || (one.key < other.key ? -1 : 1));
    return {
      a,
      b,
      claims: counts ?? { onlyA: 0, onlyB: 0, both: 0 },
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
        total: (counts?.onlyA ?? 0) + (counts?.onlyB ?? 0),
        items: await claimsOfOne(store, { a, b, limit }),
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

async function claimsOfOne(
  store: StoreReader,
  parameters: { readonly a: string; readonly b: string; readonly limit: number },
): Promise<CompareOutput["differingClaims"]["items"]> {
  const rows = await readRows(store, "compare-claims", parameters, ClaimRow);
  const words = await wordsOfClaims(
    store,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id, isInA }) => {
    const [first] = words.get(id) ?? [];
    return first ? [{ layer: isInA ? parameters.a : parameters.b, words: first }] : [];
  });
}
