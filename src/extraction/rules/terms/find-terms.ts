import type { Term } from "../../../model/claim.ts";
import type { ExtractionContext } from "../../../model/extraction.ts";
import type { SegmentedComment } from "../../../model/segment.ts";
import type { GlossaryMatcher } from "./glossary-matcher.ts";
import { nounPhrases } from "./noun-phrases.ts";
import { namesOfPeople } from "./people.ts";
import type { Tagger } from "./tagger.ts";

/** What a segment may be about by its words alone: each in the order in which it is found. */
export interface SegmentTerms {
  readonly phrases: readonly Term[];
  readonly ofGlossary: readonly Term[];
}

/** The noun phrases of each segment of a comment, and the terms of the glossary in it. */
export function readTerms(
  { text, segments }: SegmentedComment,
  tag: Tagger,
  match: GlossaryMatcher,
): readonly SegmentTerms[] {
  return segments.map(({ span }) => ({
    phrases: nounPhrases(text, tag(text, span)),
    ofGlossary: match(text, span),
  }));
}

/**
 * What a comment may be about: its noun phrases and the terms of the glossary, each at its place.
 *
 * In order of their start, the longer one first, each span once. Words inside quotes count: they were chosen to
 * be answered. To call somebody by name is not to speak of a concept.
 */
export function findTerms(
  comment: SegmentedComment,
  context: ExtractionContext,
  tag: Tagger,
  match: GlossaryMatcher,
): readonly Term[] {
  return chooseTerms(comment, context, readTerms(comment, tag, match));
}

/** The same where the terms of each segment were read before. */
export function chooseTerms(
  comment: SegmentedComment,
  context: ExtractionContext,
  read: readonly SegmentTerms[],
): readonly Term[] {
  const people = namesOfPeople(comment, context);
  return read.flatMap(({ phrases, ofGlossary }) => {
    const concepts = phrases.filter(
      ({ key, span: { start } }) =>
        !people.has(key) || !/^\p{Lu}\P{Lu}/u.test(comment.text.slice(start, start + longestStart)),
    );
    return inOrder([...concepts, ...ofGlossary]);
  });
}

/** UTF-16 units of two characters. */
const longestStart = 4;

/** The terms in order, of several at one place the first. */
function inOrder(terms: readonly Term[]): readonly Term[] {
  const sorted = terms.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return sorted.filter(({ span }, at) => {
    const before = sorted[at - 1]?.span;
    return before === undefined || before.start !== span.start || before.end !== span.end;
  });
}
