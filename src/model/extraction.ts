import type { Statement, Term } from "./claim.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { RelationKind } from "./relation.ts";
import type { SegmentedComment } from "./segment.ts";
import type { Place } from "./span.ts";

/** A relation as an extractor draws it, between places; linking turns places into locutions. */
export interface ProposedRelation {
  readonly kind: RelationKind;
  readonly attack: "rebut" | "undermine" | "undercut" | null;
  readonly from: Place;
  readonly to: Place;
  readonly confidence: number;
  readonly method: string;
  readonly evidence: readonly Place[];
}

/** The answerer's position toward the words answered: agreement is `for`, disagreement `against`. */
export interface ProposedStance {
  readonly toward: Place;
  readonly stance: "for" | "against" | "neutral";
  readonly evidence: Place;
}

/**
 * What an extractor found in one comment.
 *
 * Statements, terms and the `from` ends of relations lie in the comment's own text; `to` ends lie in it or in a
 * comment of the context. `language` is an ISO 639-1 code, or null when the text is too short to tell.
 */
export interface Extraction {
  readonly language: string | null;
  readonly statements: readonly Statement[];
  readonly terms: readonly Term[];
  readonly relations: readonly ProposedRelation[];
  readonly stances: readonly ProposedStance[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the extractor has no answer yet: the comment keeps what it had and waits on. Default false. */
  readonly isWaiting?: boolean;
}

/** What is found where nothing is, in no language. */
export const nothingFound: Extraction = {
  language: null,
  statements: [],
  terms: [],
  relations: [],
  stances: [],
  diagnostics: [],
};

/** A comment that was extracted before, with the places of its statements. */
export interface ContextComment extends SegmentedComment {
  readonly statements: readonly Statement[];
}

/**
 * What an extractor may look at beside the comment: `ancestors`, nearest first, the comments it quotes, and
 * where the extractor asks for them (`earlierComments`) `earlier` ones of the same author, the nearest in
 * topic first.
 *
 * `forum` is, where the extractor asks for it (`weighsForum`), by how much likelier than usual a reply
 * disagrees where the comment stands, in log odds; absent it is 0.
 */
export interface ExtractionContext {
  readonly ancestors: readonly ContextComment[];
  readonly quoted: readonly ContextComment[];
  readonly earlier?: readonly ContextComment[];
  readonly forum?: number;
}

/** The context of a comment that answers, quotes and follows nothing. */
export const noContext: ExtractionContext = { ancestors: [], quoted: [] };
