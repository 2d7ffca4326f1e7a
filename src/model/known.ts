import type { CommentTerms, Extracted } from "./change.ts";
import type { Claim, Concept, Correction, Locution, Mention, Stance } from "./claim.ts";
import type { Author, Comment, Source, Version } from "./comment.ts";
import type { Layer } from "./layer.ts";
import type { Quote } from "./quote.ts";
import type { Relation } from "./relation.ts";

/** How far the store has come: counts that a stage needs before it plans. */
export interface StoreCounts {
  readonly sources: number;
  readonly comments: number;
  /** The `seq` that the next new comment takes. */
  readonly nextSeq: number;
}

/** A comment that waits for extraction. */
export interface PendingComment {
  readonly id: string;
  readonly seq: number;
  readonly parentId: string | null;
}

/** A comment with locutions that no layer is said to state; `source` is the one that brought it first. */
export interface UnmarkedComment {
  readonly commentId: string;
  readonly source: string;
  readonly fingerprints: readonly string[];
}

/**
 * What is stored already, as the stages of the pipeline read it.
 *
 * A store implements it; the pipeline plans changes from it and never writes. Lists are in the order of the ids
 * asked for where that makes sense, else by id; what is unknown is left out. Scans are streams, so that memory
 * does not grow with the store.
 */
export interface Known {
  counts(): Promise<StoreCounts>;
  sources(): Promise<readonly Source[]>;
  authors(ids: readonly string[]): Promise<readonly Author[]>;
  comments(ids: readonly string[]): Promise<readonly Comment[]>;
  /** Which of these ids are stored: of claims, locutions, concepts or threads. */
  existing(
    kind: "claims" | "locutions" | "concepts" | "threads",
    ids: readonly string[],
  ): Promise<ReadonlySet<string>>;
  versions(commentIds: readonly string[]): Promise<readonly Version[]>;
  /** Ids of the comments that answer or quote one of these. */
  children(ids: readonly string[]): Promise<readonly string[]>;
  /** Comments without native ids that hold a paragraph with one of these keys. */
  paragraphs(
    keys: readonly string[],
  ): Promise<readonly { readonly key: string; readonly commentId: string }[]>;
  /**
   * The newest live comments of a thread that came before a moment, newest first: by time, and where
   * `createdAt` is null or equal by the order of import.
   */
  thread(
    threadId: string,
    before: { readonly createdAt: string | null; readonly seq: number },
    limit: number,
  ): Promise<readonly Comment[]>;
  quotes(commentIds: readonly string[]): Promise<readonly Quote[]>;
  locutions(commentIds: readonly string[]): Promise<readonly Locution[]>;
  /** All claims, by id. */
  claims(): AsyncIterable<Claim>;
  /** People's stances toward these claims. */
  stancesOn(claimIds: readonly string[]): Promise<readonly Stance[]>;
  claimsById(ids: readonly string[]): Promise<readonly Claim[]>;
  /** Claims whose key is one of these. */
  claimsByKey(keys: readonly string[]): Promise<readonly Claim[]>;
  /** Claims that stand in a `disagrees-with` with one of these, either way. */
  opponents(
    claimIds: readonly string[],
  ): Promise<readonly { readonly claimId: string; readonly opponentId: string }[]>;
  /** Relations that start or end in one of these comments. */
  relations(commentIds: readonly string[]): Promise<readonly Relation[]>;
  /** What extracted each of these comments: no fingerprint where nothing did. */
  extracted(commentIds: readonly string[]): Promise<readonly Extracted[]>;
  /** The terms of those of these comments that have any. */
  termsOf(commentIds: readonly string[]): Promise<readonly CommentTerms[]>;
  /**
   * Comments with locutions that no layer is said to state: of argument maps, or stored before there were
   * layers.
   */
  unmarked(): AsyncIterable<UnmarkedComment>;
  /** The layers of the store, by id. */
  layers(): Promise<readonly Layer[]>;
  /** Whether any comment has this fingerprint. */
  isRead(fingerprint: string): Promise<boolean>;
  /** Live comments without the fingerprint `fingerprint`, by `seq`, after `afterSeq`. */
  pending(fingerprint: string, afterSeq: number, limit: number): Promise<readonly PendingComment[]>;
  /**
   * The comments of all entries of one person, oldest first: by time where known, else by the order of their source.
   */
  timeline(authorIds: readonly string[]): AsyncIterable<Comment>;
  authorIds(): Promise<readonly string[]>;
  /** The terms of every comment that has any, by `seq`, with the text that their spans slice. */
  terms(): AsyncIterable<CommentTerms & { readonly version: string; readonly text: string }>;
  concepts(): Promise<readonly Concept[]>;
  mentions(commentIds: readonly string[]): Promise<readonly Mention[]>;
  /** What claims are about now. */
  abouts(
    claimIds: readonly string[],
  ): Promise<readonly { readonly claimId: string; readonly conceptIds: readonly string[] }[]>;
  /** Ids of the comments that a source brought first or brought a text of. */
  commentsOfSource(sourceId: string): Promise<readonly string[]>;
  /** Ids of the comments that quote a person, by id or by name, or hold a reaction of theirs. */
  commentsNaming(author: Author): Promise<readonly string[]>;
  /** Ids of the comments with words in a relation that ends on words of one of these. */
  relating(commentIds: readonly string[]): Promise<readonly string[]>;
  locutionsById(ids: readonly string[]): Promise<readonly Locution[]>;
  /** The locutions that state one of these claims. */
  stating(claimIds: readonly string[]): Promise<readonly Locution[]>;
  /** People's corrections of claims, concepts, relations or quotes with one of these ids. */
  corrections(targetIds: readonly string[]): Promise<readonly Correction[]>;
  /** All that people corrected, by id. */
  allCorrections(): Promise<readonly Correction[]>;
  /** Which of these people wrote a comment, said a locution or hold a stance. */
  activeAuthors(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Which of these threads have a comment. */
  filledThreads(ids: readonly string[]): Promise<ReadonlySet<string>>;
}
