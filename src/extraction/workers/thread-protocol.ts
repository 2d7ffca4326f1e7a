import type { ErrorCode } from "../../errors.ts";
import type { ContextComment, Extraction } from "../../model/extraction.ts";
import type { GlossaryEntry } from "../../model/glossary.ts";
import type { SegmentedComment } from "../../model/segment.ts";

/** What a thread that extracts builds its extractor of. */
export interface ThreadSetup {
  /** Id of an extractor whose `statementsOf` tells what a comment states. */
  readonly extractor: string;
  readonly glossary: readonly GlossaryEntry[];
}

/** A comment that others look at; without statements it is still to be extracted, and the thread finds what it states. */
export type SentComment = SegmentedComment | ContextComment;

/**
 * A comment that is to be extracted.
 *
 * One object may stand in several items of a message, and does so again when it has arrived: a comment is copied once,
 * and one that is extracted is known to those after it.
 */
export interface SentTask {
  readonly comment: SegmentedComment;
  readonly context: {
    readonly ancestors: readonly SentComment[];
    readonly quoted: readonly SentComment[];
    readonly earlier: readonly SentComment[];
    readonly forum?: number;
  };
}

/** Comments that go to a thread in one message, since each message has its price. */
export interface Batch {
  readonly number: number;
  readonly tasks: readonly SentTask[];
}

/** An error on its way out of a thread. */
export interface Failure {
  readonly message: string;
  readonly stack: string | null;
  /** What an `AppError` says beside its message, null of any other error. */
  readonly refusal: { readonly code: ErrorCode; readonly hint: string } | null;
}

/** What became of a comment. */
export type Outcome = { readonly extraction: Extraction } | { readonly failure: Failure };

/** What a thread says: that it is ready, or what became of each comment of a batch, in order. */
export type ThreadNews =
  | { readonly news: "ready" }
  | { readonly news: "unready"; readonly failure: Failure }
  | { readonly news: "done"; readonly number: number; readonly outcomes: readonly Outcome[] };
