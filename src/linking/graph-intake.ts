import type { Concept } from "../model/claim.ts";
import type { GraphRecord } from "../model/graph.ts";
import type { Known } from "../model/known.ts";
import { ChangeBuilder } from "./change-builder.ts";
import { checkReferences } from "./check-references.ts";
import { dropStored } from "./drop-stored.ts";
import { fillOrigins } from "./fill-origins.ts";
import { GraphSpanCheck } from "./graph-spans.ts";
import type { Placement } from "./place-comments.ts";
import { placeGraph } from "./place-graph.ts";

/**
 * Takes a graph JSON in, batch by batch: what does not slice back to its words or refers to nothing is
 * reported and left out, the rest is placed.
 */
export class GraphIntake {
  readonly #known: Known;
  readonly #spans: GraphSpanCheck;
  #waiting: Concept[] = [];

  constructor(known: Known) {
    this.#known = known;
    this.#spans = new GraphSpanCheck(async (refs) => {
      const wanted = new Set(refs.map(({ commentId, version }) => `${commentId} ${version}`));
      const versions = await known.versions([...new Set(refs.map(({ commentId }) => commentId))]);
      return versions
        .filter(({ commentId, id }) => wanted.has(`${commentId} ${id}`))
        .map(({ commentId, id, text }) => ({ commentId, version: id, text }));
    });
  }

  /** Plans one batch. */
  async take(records: readonly GraphRecord[], nextSeq: number): Promise<Placement> {
    const sliced = await this.#spans.check(records);
    const placed = await fillOrigins(sliced.records, this.#known);
    const checked = await checkReferences(placed, this.#known);
    this.#waiting.push(...checked.waiting);
    const fresh = await dropStored(checked.records, this.#known);
    const planned = await placeGraph(fresh, this.#known, nextSeq);
    return { ...planned, diagnostics: [...sliced.diagnostics, ...checked.diagnostics] };
  }

  /** Plans what had to wait for the end of the file: concepts whose broader ones came later. */
  async finish(): Promise<ChangeBuilder> {
    const change = new ChangeBuilder();
    const ids = this.#waiting.flatMap(({ broader }) => broader);
    const existing = await this.#known.existing("concepts", [...new Set(ids)]);
    for (const concept of this.#waiting)
      change.add("save-concepts", { ...concept, broader: concept.broader.filter((id) => existing.has(id)) });
    this.#waiting = [];
    return change;
  }
}
