import type { Statement } from "../../model/claim.ts";
import type { SegmentedComment } from "../../model/segment.ts";
import { ownText } from "../foreign-language.ts";
import { findClaims } from "./claims/find-claims.ts";
import { cutIntoClauses } from "./claims/statements.ts";
import { detectLanguage } from "./language.ts";
import { readTerms, type SegmentTerms } from "./terms/find-terms.ts";
import type { GlossaryMatcher } from "./terms/glossary-matcher.ts";
import type { Tagger } from "./terms/tagger.ts";

/** What the rules read of a comment whatever it answers; of one in another language than English only which. */
export interface CommentReading extends ClaimReading {
  readonly terms: readonly SegmentTerms[];
}

interface ClaimReading {
  readonly comment: SegmentedComment;
  readonly language: string | null;
  /** The sentences that state a claim, and what they state, cut into clauses. */
  readonly sentences: readonly Statement[];
  readonly statements: readonly Statement[];
}

/** What is too short to tell is read as English. */
export const isForeign = (language: string | null): language is string =>
  language !== null && language !== "en";

/**
 * Reads comments stage by stage: the words of all are tagged, then all claims are found, then all terms.
 *
 * What is read of one does not depend on the others. But the code and the tables of a stage fill the caches of
 * a processor, so that comments read together take less than one after the other (docs/speed.md).
 *
 * @returns a reading for each, in any order.
 */
export function readComments(
  comments: readonly SegmentedComment[],
  tag: Tagger,
  match: GlossaryMatcher,
): readonly CommentReading[] {
  const { foreign, read } = readWithTags(comments, tag);
  return [
    ...foreign.map((one) => ({ ...one, terms: [] })),
    ...read.map((one) => ({ ...one, terms: readTerms(one.comment, one.tag, match) })),
  ];
}

/** What a comment states. */
export function readStatements(comment: SegmentedComment, tag: Tagger): readonly Statement[] {
  return readWithTags([comment], tag).read.flatMap(({ statements }) => statements);
}

function readWithTags(comments: readonly SegmentedComment[], tag: Tagger) {
  const told = comments.map((comment) => ({ comment, language: detectLanguage(ownText(comment)) }));
  const [foreign, own] = [
    told.filter(({ language }) => isForeign(language)),
    told.filter(({ language }) => !isForeign(language)),
  ];
  const tagged = own.map((one) => ({ ...one, tag: tagSegments(one.comment, tag) }));
  const claimed = tagged.map((one) => ({ ...one, sentences: findClaims(one.comment, one.tag) }));
  const read = claimed.map((one) => ({
    ...one,
    statements: cutIntoClauses(one.comment, one.sentences, one.tag),
  }));
  return { foreign: foreign.map((one) => ({ ...one, sentences: [], statements: [] })), read };
}

/** A tagger that knows the words of each segment of a comment: claims, clauses and terms all ask for them. */
function tagSegments({ text, segments }: SegmentedComment, tag: Tagger): Tagger {
  const known = new Map(segments.map(({ span }) => [span.start, tag(text, span)]));
  return (_, { start }) => {
    const words = known.get(start);
    if (words === undefined) throw new Error(`no segment begins at ${start}`);
    return words;
  };
}
