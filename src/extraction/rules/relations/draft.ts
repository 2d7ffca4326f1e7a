import type { ProposedRelation } from "../../../model/extraction.ts";
import type { RelationKind } from "../../../model/relation.ts";
import type { Unit } from "./units.ts";

/** A relation as it is found, before one is chosen for each ordered pair. */
export interface Draft {
  readonly kind: RelationKind;
  readonly attack: ProposedRelation["attack"];
  readonly from: Unit;
  readonly to: Unit;
  /** The probability that a careful reader joins these two, in this direction. */
  readonly confidence: number;
  /** Where it was found, as kept in the relation. */
  readonly method: string;
  /** The answerer's position toward what is answered; null within one speaker's words. */
  readonly stance: "for" | "against" | null;
}

/** The most probable drafts of each source, at most `most`. */
export function surest<One extends Draft>(
  drafts: readonly One[],
  { most }: { readonly most: number },
): readonly One[] {
  const bySource = new Map<Unit, One[]>();
  for (const draft of drafts) {
    const known = bySource.get(draft.from);
    if (known === undefined) bySource.set(draft.from, [draft]);
    else known.push(draft);
  }
  return [...bySource.values()].flatMap((all) =>
    all.toSorted((a, b) => b.confidence - a.confidence || a.to.index - b.to.index).slice(0, most),
  );
}
