import type { Extraction, ExtractionContext } from "../model/extraction.ts";
import type { GlossaryEntry } from "../model/glossary.ts";
import type { SegmentedComment } from "../model/segment.ts";

/** What a user may set for an extractor; part of its fingerprint. */
export interface ExtractorOptions {
  /** The terms of the field: the user's entries, then the shipped ones. */
  readonly glossary: readonly GlossaryEntry[];
}

/** Finds what a comment claims and how that answers what stands before it. */
export interface Extractor {
  readonly id: string;
  /** Changes whenever the same input may give another result. */
  readonly version: string;
  /** A pure function of the comment, its ancestors and what it quotes. */
  extract(comment: SegmentedComment, context: ExtractionContext): Promise<Extraction>;
}

/** Builds an extractor; costly models load here and not when the module loads. */
export type ExtractorFactory = (options: ExtractorOptions) => Promise<Extractor>;
