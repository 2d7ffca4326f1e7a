import type { Claim, Concept, Correction, Locution, Mention, Stance, Term } from "./claim.ts";
import type { Author, Comment, Source, Thread, Version } from "./comment.ts";
import type { Layer } from "./layer.ts";
import type { Quote } from "./quote.ts";
import type { Relation } from "./relation.ts";

/**
 * The terms of one comment, kept so that concepts can be counted over the corpus.
 *
 * `layers` says beside each term which layers found it, as ids with a space between; absent where one layer
 * found all.
 */
export interface CommentTerms {
  readonly commentId: string;
  readonly terms: readonly Term[];
  readonly layers?: readonly string[];
}

/** That a comment was extracted: the fingerprint of each layer, sorted, and the language. */
export interface Extracted {
  readonly commentId: string;
  readonly fingerprints: readonly string[];
  readonly language: string | null;
}

/**
 * One step of a change: what is written, and the records.
 *
 * A save creates or replaces by id, so writing the same records twice changes nothing. `remove-extractions`
 * takes away the locutions, relations, stances, mentions and terms of comments, and the claims that only they
 * state; `remove-layer` of these what one layer found, and what other layers state too stays; `mark-layer`
 * says of what nobody is said to state which layer found it; `remove-quotes` takes away the quotes;
 * `forget-extracted` marks comments for a new extraction by every layer and takes nothing away.
 * `remove-claims` takes away those of the claims that nobody states any more. A claim keeps being about what
 * `save-abouts` says of it last. Relations and mentions are taken away from where they start: no engine of
 * ours finds a relationship by its id without looking at all.
 *
 * For forgetting: `remove-comments` takes away comments with their texts, `remove-versions` texts,
 * `remove-paragraphs` the keys of comments' paragraphs. What was extracted from a comment and its quotes go
 * before it.
 */
export type Write =
  | { readonly write: "save-sources"; readonly rows: readonly Source[] }
  | { readonly write: "save-authors"; readonly rows: readonly Author[] }
  | { readonly write: "save-threads"; readonly rows: readonly Thread[] }
  | { readonly write: "save-comments"; readonly rows: readonly Comment[] }
  | { readonly write: "save-versions"; readonly rows: readonly Version[] }
  | {
      readonly write: "save-paragraphs";
      readonly rows: readonly { commentId: string; keys: readonly string[] }[];
    }
  | { readonly write: "save-quotes"; readonly rows: readonly Quote[] }
  | { readonly write: "save-claims"; readonly rows: readonly Claim[] }
  | { readonly write: "save-locutions"; readonly rows: readonly Locution[] }
  | { readonly write: "save-relations"; readonly rows: readonly Relation[] }
  | { readonly write: "save-stances"; readonly rows: readonly Stance[] }
  | { readonly write: "save-terms"; readonly rows: readonly CommentTerms[] }
  | { readonly write: "save-extracted"; readonly rows: readonly Extracted[] }
  | { readonly write: "save-concepts"; readonly rows: readonly Concept[] }
  | { readonly write: "save-mentions"; readonly rows: readonly Mention[] }
  | {
      readonly write: "save-abouts";
      readonly rows: readonly { claimId: string; conceptIds: readonly string[] }[];
    }
  | { readonly write: "save-corrections"; readonly rows: readonly Correction[] }
  | { readonly write: "forget-extracted"; readonly rows: readonly { commentId: string }[] }
  | { readonly write: "save-layers"; readonly rows: readonly Layer[] }
  | { readonly write: "remove-extractions"; readonly rows: readonly { commentId: string }[] }
  | { readonly write: "mark-layer"; readonly rows: readonly { commentId: string; extractor: string }[] }
  | { readonly write: "remove-layer"; readonly rows: readonly { commentId: string; extractor: string }[] }
  | { readonly write: "remove-quotes"; readonly rows: readonly { commentId: string }[] }
  | { readonly write: "remove-relations"; readonly rows: readonly { id: string; fromClaim: string }[] }
  | { readonly write: "remove-mentions"; readonly rows: readonly { id: string; commentId: string }[] }
  | { readonly write: "remove-claims"; readonly rows: readonly { id: string }[] }
  | {
      readonly write: "remove-stances";
      readonly rows: readonly { id: string; targetKind: "claim" | "concept"; targetId: string }[];
    }
  | { readonly write: "remove-concepts"; readonly rows: readonly { id: string }[] }
  | { readonly write: "remove-corrections"; readonly rows: readonly { id: string }[] }
  | { readonly write: "remove-versions"; readonly rows: readonly { commentId: string; id: string }[] }
  | { readonly write: "remove-paragraphs"; readonly rows: readonly { commentId: string }[] }
  | { readonly write: "remove-comments"; readonly rows: readonly { id: string }[] }
  | { readonly write: "remove-threads"; readonly rows: readonly { id: string }[] }
  | { readonly write: "remove-authors"; readonly rows: readonly { id: string }[] }
  | { readonly write: "remove-sources"; readonly rows: readonly { id: string }[] };

export type WriteId = Write["write"];

/** What one transaction applies, in order: all of it or nothing. */
export interface Change {
  readonly writes: readonly Write[];
}
