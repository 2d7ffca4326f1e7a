import { ChangeBuilder } from "../linking/change-builder.ts";
import { ClaimIndex, type LinkedComment, link } from "../linking/link.ts";
import {
  commonLanguage,
  type OtherLayers,
  otherLayers,
  unitedTerms,
  withFingerprint,
} from "../linking/other-layers.ts";
import { stancesOfReactions } from "../linking/reaction-stances.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { compareStrings } from "../model/id.ts";
import { layerOf } from "../model/layer.ts";
import type { Quote } from "../model/quote.ts";
import { withRefinements } from "./edited-claims.ts";
import type { ExtractedPlan } from "./extract-ahead.ts";
import type { ExtractionPlanner } from "./plan-extraction.ts";
import type { Run } from "./run.ts";

/** Gathers what extracted comments change. */
export class ExtractionRecorder {
  readonly #run: Run;
  readonly #planner: ExtractionPlanner;
  readonly #claims = new ClaimIndex();
  /**
   * Comments of the change that is gathered; those of a change that was taken are written once the next is
   * asked for.
   */
  readonly #fresh = new Set<string>();
  #taken: readonly string[] = [];
  #left = 0;
  #change = new ChangeBuilder();
  #diagnostics: Diagnostic[] = [];

  constructor(run: Run, planner: ExtractionPlanner) {
    this.#run = run;
    this.#planner = planner;
  }

  /** How many comments the change is about, those that were left waiting among them. */
  get count(): number {
    return this.#fresh.size + this.#left;
  }

  /** Hands out what was gathered and starts anew. */
  take(
    done: number,
  ): [ChangeBuilder, { stage: "extract"; done: number; diagnostics: readonly Diagnostic[] }] {
    const change = this.#change;
    const diagnostics = this.#diagnostics;
    this.#change = new ChangeBuilder();
    this.#diagnostics = [];
    this.#taken = [...this.#fresh];
    this.#fresh.clear();
    this.#left = 0;
    this.#claims.clear();
    return [change, { stage: "extract", done, diagnostics }];
  }

  /** Notes that what was taken is written. */
  release(): void {
    this.#planner.release(this.#taken);
    this.#taken = [];
  }

  /** Links what was found in a comment. */
  async record(extracted: ExtractedPlan): Promise<void> {
    const { plan, extraction } = extracted;
    this.#diagnostics.push(...extraction.diagnostics);
    if (extraction.isWaiting === true) {
      this.#run.hasWaiting = true;
      this.#left++;
      await this.#planner.leave(plan);
      return;
    }
    const { shelved, quotes, isStated } = plan;
    const { comment } = shelved;
    const { extractor, fingerprint, known } = this.#run;
    const others = await otherLayers(comment.id, shelved.fingerprints, extractor.id, known);
    if (!isStated && shelved.fingerprints.some((one) => layerOf(one) === extractor.id))
      this.#remove(comment.id, others);
    if (!sameQuotes(shelved.quotes, quotes)) {
      if (shelved.quotes.length > 0) this.#change.add("remove-quotes", { commentId: comment.id });
      this.#change.add("save-quotes", ...quotes);
    }
    await this.#link(extracted, others);
    const terms = unitedTerms(comment.id, extraction.terms, extractor.id, others);
    if (terms.terms.length > 0 || isStated) this.#change.add("save-terms", terms);
    const fingerprints = withFingerprint(shelved.fingerprints, fingerprint);
    const language =
      others.ids.length === 0 ? extraction.language : commonLanguage(shelved.language, extraction.language);
    this.#change.add("save-extracted", { commentId: comment.id, fingerprints, language });
    this.#fresh.add(comment.id);
    this.#planner.settle(plan, { statements: extraction.statements, fingerprints, language });
  }

  /** Takes away what this layer found before; where it is the only one, everything. */
  #remove(commentId: string, others: OtherLayers): void {
    if (others.ids.length === 0) this.#change.add("remove-extractions", { commentId });
    else this.#change.add("remove-layer", { commentId, extractor: this.#run.extractor.id });
  }

  async #link(extracted: ExtractedPlan, others: OtherLayers): Promise<void> {
    const { extractor, known } = this.#run;
    const { isStated, shelved } = extracted.plan;
    if (!isStated) {
      for (const text of linkedTexts(extracted))
        await link(text, extractor.id, others, known, this.#claims, this.#change);
      return;
    }
    const { comment } = shelved;
    const locutions = await known.locutions([comment.id]);
    this.#change.add("save-stances", ...stancesOfReactions({ comment, locutions, answers: [] }));
  }
}

/**
 * What is linked of a comment: of texts before an edit the claims whose words it changed, then the text as it
 * is, with the refinements that the edit made.
 */
function linkedTexts({ plan, extraction, earlier }: ExtractedPlan): readonly LinkedComment[] {
  const { comment, offsets } = plan.shelved;
  const current = { comment, segmented: plan.seen.comment, offsets, extraction };
  if (earlier.length === 0) return [current];
  const texts = plan.earlier.flatMap(({ seen, ...text }, index): LinkedComment[] => {
    const found = earlier[index];
    return found === undefined ? [] : [{ ...text, segmented: seen.comment, extraction: found }];
  });
  return withRefinements([...texts, current]);
}

function sameQuotes(before: readonly Quote[], after: readonly Quote[]): boolean {
  const sorted = (quotes: readonly Quote[]) =>
    JSON.stringify(
      [...quotes].sort((a, b) => compareStrings(a.id, b.id)).map((quote) => Object.entries(quote).sort()),
    );
  return before.length === after.length && sorted(before) === sorted(after);
}
