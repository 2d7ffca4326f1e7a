import type { ErrorCode } from "../../errors.ts";
import type { Extraction } from "../../model/extraction.ts";
import type { GlossaryEntry } from "../../model/glossary.ts";
import type { SeenContext } from "./extraction-task.ts";
import type { SentComment } from "./sent-comments.ts";

/** What a thread that extracts builds its extractor of. */
export interface ThreadSetup {
  /** Id of an extractor whose `statementsOf` tells what a comment states. */
  readonly extractor: string;
  readonly glossary: readonly GlossaryEntry[];
}

/**
 * A comment that is to be extracted, and those that its extractor may look at, as places in the list of the
 * batch.
 */
export interface SentTask {
  readonly comment: number;
  readonly ancestors: readonly number[];
  readonly quoted: readonly number[];
  readonly earlier: readonly number[];
  /** What stands in the context beside comments. */
  readonly rest: Omit<SeenContext, "ancestors" | "quoted" | "earlier">;
}

/** Comments that go to a thread in one message, since each message has its price. */
export interface Batch {
  readonly number: number;
  /** Each comment once, whether it is to be extracted, looked at, or both. */
  readonly comments: readonly SentComment[];
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
