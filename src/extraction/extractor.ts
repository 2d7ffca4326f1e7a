import type { AppError } from "../errors.ts";
import type { Statement } from "../model/claim.ts";
import type { Extraction, ExtractionContext } from "../model/extraction.ts";
import type { GlossaryEntry } from "../model/glossary.ts";
import type { SegmentedComment } from "../model/segment.ts";
import type { ModelOptions } from "./llm/model-options.ts";

/** A comment that waits for extraction, as `extract` will get it. What its context states is not known yet. */
export interface WaitingComment {
  readonly comment: SegmentedComment;
  readonly context: ExtractionContext;
}

/** What a user may set for an extractor; part of its fingerprint. */
export interface ExtractorOptions {
  /** The terms of the field: the user's entries, then the shipped ones. */
  readonly glossary: readonly GlossaryEntry[];
  /** Which language model is asked, by an extractor that asks one. */
  readonly model?: ModelOptions;
}

/** Finds what a comment claims and how that answers what stands before it. */
export interface Extractor {
  readonly id: string;
  /** Changes whenever the same input may give another result. */
  readonly version: string;
  /** How many comments it looks at up the thread. Default 4. */
  readonly ancestorComments?: number;
  /** How many earlier comments of the same author it looks at. Default 0. */
  readonly earlierComments?: number;
  /** Whether it asks how likely people are to disagree where a comment stands. Default false. */
  readonly weighsForum?: boolean;
  /**
   * Whether it passes over comments of argument maps, whose claims are stated; else it finds their terms.
   * Default false.
   */
  readonly passesOverMaps?: boolean;
  /**
   * Looks at all that waits before any of it is extracted, so that what takes long is done side by side.
   *
   * Yields how many comments are done so far.
   */
  prepare?(waiting: AsyncIterable<WaitingComment>): AsyncIterable<number>;
  /**
   * Reads comments that are extracted next, of each what does not depend on others: together they take less than
   * one by one. What cannot be read fails where it is extracted, and not here.
   */
  readAhead?(comments: readonly SegmentedComment[]): void;
  /** Why it could not do all that was asked of it, once a run has ended. Default null. */
  readonly problem?: AppError | null;
  /**
   * What `extract` finds that a comment states, where that follows from the comment alone.
   *
   * An extractor that tells it can work in threads: a comment need not wait until those that it answers are
   * extracted.
   */
  statementsOf?(comment: SegmentedComment): readonly Statement[];
  /** A pure function of the comment, its ancestors, what it quotes and what its author said before. */
  extract(comment: SegmentedComment, context: ExtractionContext): Promise<Extraction>;
}

/** Builds an extractor; costly models load here and not when the module loads. */
export type ExtractorFactory = (options: ExtractorOptions) => Promise<Extractor>;
