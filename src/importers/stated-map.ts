import type { Locution, Stance } from "../model/claim.ts";
import type { ImportRecord } from "../model/draft.ts";
import type { GraphRecord } from "../model/graph.ts";
import { locutionId, relationId, stanceId, versionId } from "../model/id.ts";
import { type Relation, type RelationKind, relationKinds } from "../model/relation.ts";
import { type Span, sliceSpan } from "../model/span.ts";
import { sameClaimKey } from "../text/claim-key.ts";

/** Words of an imported comment that a map says are a claim. */
export interface StatedWords {
  readonly commentId: string;
  /** The whole text of the comment, which gives the version. */
  readonly text: string;
  readonly span: Span;
  readonly speaker: string | null;
  readonly createdAt: string | null;
}

/** How one claim of a map bears on another. `method` is the map's own word for it: `Con`, `RA`. */
export interface StatedRelation {
  readonly kind: RelationKind;
  /** Of a `disagrees-with`; null is `rebut`. */
  readonly attack?: "rebut" | "undermine" | null;
  readonly from: string;
  readonly to: string;
  readonly method: string;
  /** Whether whoever says `from` is for the claim of `to`. */
  readonly isAgreement?: true;
}

/** An attack on the step from a premise to a conclusion, which must be a stated `supports`. */
export interface StatedUndercut {
  readonly from: string;
  readonly premise: string;
  readonly conclusion: string;
  readonly method: string;
}

/**
 * Gathers what an argument map states and gives it as records of a graph: claims, locutions, relations, stances.
 *
 * Nodes are named by the map's own ids. A node may be said several times; the first founds its claim, and
 * relations end there. What is related but was said by nobody is left out. Of several kinds for an ordered
 * pair the strongest stands, as in extraction.
 *
 * The comments themselves are to be yielded before these records.
 */
export class StatedMap {
  readonly #extractor: string;
  readonly #said = new Map<string, Locution[]>();
  readonly #relations: StatedRelation[] = [];
  readonly #undercuts: StatedUndercut[] = [];

  /** @param format - id of the importer; its relations are of the extractor `import:<format>`. */
  constructor(format: string) {
    this.#extractor = `import:${format}`;
  }

  has(node: string): boolean {
    return this.#said.has(node);
  }

  say(node: string, { commentId, text, span, speaker, createdAt }: StatedWords): void {
    const version = versionId(text);
    const id = locutionId(commentId, version, span.start, span.end);
    const said = this.#said.get(node) ?? [];
    if (said.some((one) => one.id === id)) return;
    this.#said.set(node, [
      ...said,
      {
        id,
        commentId,
        version,
        span,
        text: sliceSpan(text, span),
        leadIn: null,
        quoteId: null,
        speaker,
        createdAt,
        claimId: said[0]?.claimId ?? id,
        // Where the words stand in the input is known when their comment is stored.
        origin: null,
      },
    ]);
  }

  relate(relation: StatedRelation): void {
    this.#relations.push(relation);
  }

  undercut(undercut: StatedUndercut): void {
    this.#undercuts.push(undercut);
  }

  /** The agreements among the relations, as `from toClaim`. */
  #agreements(): ReadonlySet<string> {
    const agreeing = this.#relations.flatMap(({ from, to, isAgreement }) => {
      const ends = isAgreement ? this.#ends(from, to) : null;
      return ends === null ? [] : [`${ends.from.id} ${ends.to.claimId}`];
    });
    return new Set(agreeing);
  }

  *records(): Generator<ImportRecord> {
    const locutions = [...this.#said.values()].flat();
    for (const { id, claimId, text } of locutions)
      if (id === claimId)
        yield graph({ array: "claims", element: { id, text, key: sameClaimKey(text), conceptIds: [] } });
    for (const element of locutions) yield graph({ array: "locutions", element });
    const relations = this.#strongest();
    for (const element of relations) yield graph({ array: "relations", element });
    const agreements = this.#agreements();
    for (const element of relations.flatMap((relation) => stanceOf(relation, agreements)))
      yield graph({ array: "stances", element });
  }

  #strongest(): readonly Relation[] {
    const best = new Map<string, Relation>();
    const take = (relation: Relation | null): void => {
      if (relation === null) return;
      const other = best.get(relation.id);
      if (!other || relationKinds.indexOf(relation.kind) < relationKinds.indexOf(other.kind))
        best.set(relation.id, relation);
    };
    for (const relation of this.#relations) take(this.#relation(relation));
    for (const { from, premise, conclusion, method } of this.#undercuts) {
      const attacked = this.#ends(premise, conclusion);
      const step = attacked && best.get(relationId(this.#extractor, attacked.from.id, attacked.to.id));
      if (step?.kind !== "supports") continue;
      const shared = this.#shared(from, premise, method);
      if (shared) take({ ...shared, kind: "disagrees-with", attack: "undercut", undercuts: step.id });
    }
    return [...best.values()];
  }

  #relation({ kind, attack, from, to, method }: StatedRelation): Relation | null {
    const shared = this.#shared(from, to, method);
    if (shared === null) return null;
    return kind === "disagrees-with"
      ? { ...shared, kind, attack: attack ?? "rebut", undercuts: null }
      : { ...shared, kind };
  }

  #shared(fromNode: string, toNode: string, method: string) {
    const ends = this.#ends(fromNode, toNode);
    if (ends === null) return null;
    const { from, to } = ends;
    return {
      id: relationId(this.#extractor, from.id, to.id),
      from: from.id,
      to: to.id,
      fromClaim: from.claimId,
      toClaim: to.claimId,
      confidence: 1,
      method,
      evidence: [{ commentId: from.commentId, version: from.version, span: from.span }],
      extractor: this.#extractor,
      speaker: from.speaker,
      createdAt: from.createdAt,
    };
  }

  #ends(fromNode: string, toNode: string): { readonly from: Locution; readonly to: Locution } | null {
    const from = this.#said.get(fromNode)?.[0];
    const to = this.#said.get(toNode)?.[0];
    return from && to && from.claimId !== to.claimId ? { from, to } : null;
  }
}

/** Whoever attacks a claim is against it, but an undercut grants the premise that it ends on. */
function stanceOf(relation: Relation, agreements: ReadonlySet<string>): readonly Stance[] {
  const { speaker, from, toClaim, createdAt } = relation;
  const isAgainst = relation.kind === "disagrees-with" && relation.attack !== "undercut";
  const isFor = relation.kind !== "disagrees-with" && agreements.has(`${from} ${toClaim}`);
  if (speaker === null || !(isAgainst || isFor)) return [];
  return [
    {
      id: stanceId(speaker, toClaim, "relation", from),
      authorId: speaker,
      target: { kind: "claim", id: toClaim },
      stance: isAgainst ? "against" : "for",
      method: "relation",
      evidence: from,
      createdAt,
    },
  ];
}

function graph(record: GraphRecord): ImportRecord {
  return { kind: "graph", record };
}
