import type { AppError } from "../errors.ts";
import type { Extractor } from "../extraction/extractor.ts";
import type { ChangeBuilder } from "../linking/change-builder.ts";
import type { Change } from "../model/change.ts";
import type { Source } from "../model/comment.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { GlossaryEntry } from "../model/glossary.ts";
import type { Known } from "../model/known.ts";

/** One step of a run: what to apply before the next step is asked for, and how far the run has come. */
export interface Step {
  readonly stage:
    | "import"
    | "prepare"
    | "extract"
    | "claims"
    | "corrections"
    | "concepts"
    | "refinements"
    | "finish";
  readonly change: Change;
  /** What the stage works on: the name of an input, or null. */
  readonly subject: string | null;
  /** Records or comments done so far in this stage. */
  readonly done: number;
  readonly diagnostics: readonly Diagnostic[];
  /** Why this input could not be read; the run goes on with the next. */
  readonly failure: AppError | null;
}

/** What all stages of one run share. */
export interface Run {
  readonly known: Known;
  readonly extractor: Extractor;
  /** The user's entries, then the shipped ones. */
  readonly glossary: readonly GlossaryEntry[];
  /** The user's entries alone. */
  readonly ownTerms: readonly GlossaryEntry[];
  /** Names extractor, version and options: a comment extracted under another one is extracted again. */
  readonly fingerprint: string;
  /** The sources of this run as they stand in the store or will stand. */
  readonly sources: Map<string, Source>;
  /** Corrections that say what is one claim, and go once claims are settled unless their words are there again. */
  readonly unsettled: Set<string>;
  /** Whether anything changed, so that concepts and refinements must be linked again. */
  isDirty: boolean;
  /** Whether the extractor left a comment waiting, so that its layer is not whole. */
  hasWaiting: boolean;
}

/**
 * Makes a step of what a stage planned.
 *
 * The first step of a run that changes something marks a source as incomplete, and the last step takes the mark
 * away: a run that was cut off shows, and the next one links again what this one could not.
 */
export function stepOf(
  run: Run,
  builder: ChangeBuilder,
  {
    stage,
    subject = null,
    done,
    diagnostics = [],
  }: Pick<Step, "stage" | "done"> & Partial<Pick<Step, "subject" | "diagnostics">>,
): Step {
  if (!builder.isEmpty && !run.isDirty) {
    run.isDirty = true;
    const [first] = run.sources.values();
    if (first?.isComplete) {
      const open = { ...first, isComplete: false };
      run.sources.set(open.id, open);
      builder.add("save-sources", open);
    }
  }
  return { stage, change: builder.build(), subject, done, diagnostics, failure: null };
}
