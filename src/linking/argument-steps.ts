import { compareStrings } from "../model/id.ts";
import type { Known } from "../model/known.ts";
import type { Relation } from "../model/relation.ts";

/** A step from a premise to its conclusion: a `supports` relation. */
type Step = Pick<Relation, "id" | "from" | "confidence">;

/**
 * The steps of arguments by their premises, for attacks on a step: an `undercut` ends on the premise and
 * names the step.
 *
 * Knows what the change at hand draws, and asks the store for the rest. Of several steps from one premise the
 * surest is meant, of equals the first by id.
 */
export class ArgumentSteps {
  readonly #byPremise = new Map<string, Step>();
  readonly #comments = new Set<string>();

  /** Takes note of the relations of a comment, which replace what the store holds of it. */
  note(commentId: string, relations: readonly Relation[]): void {
    this.#comments.add(commentId);
    for (const relation of relations) {
      if (relation.kind !== "supports") continue;
      const known = this.#byPremise.get(relation.from);
      if (known === undefined || isSurer(relation, known)) this.#byPremise.set(relation.from, relation);
    }
  }

  /** The id of the step from a locution of a comment that a layer drew; null where there is none. */
  async from(
    premise: string,
    commentId: string,
    { layer, known }: { readonly layer: string; readonly known: Pick<Known, "relations"> },
  ): Promise<string | null> {
    const drawn = this.#byPremise.get(premise);
    if (drawn !== undefined || this.#comments.has(commentId)) return drawn?.id ?? null;
    const stored = (await known.relations([commentId])).filter(
      ({ kind, from, extractor }) => kind === "supports" && from === premise && extractor === layer,
    );
    const [surest] = stored.sort((a, b) => (isSurer(a, b) ? -1 : 1));
    return surest?.id ?? null;
  }

  clear(): void {
    this.#byPremise.clear();
    this.#comments.clear();
  }
}

const isSurer = (a: Step, b: Step): boolean =>
  a.confidence === b.confidence ? compareStrings(a.id, b.id) < 0 : a.confidence > b.confidence;
