import type { Term } from "../../../model/claim.ts";
import type { ExtractionContext } from "../../../model/extraction.ts";
import type { SegmentedComment } from "../../../model/segment.ts";
import type { GlossaryMatcher } from "./glossary-matcher.ts";
import { nounPhrases } from "./noun-phrases.ts";
import { namesOfPeople } from "./people.ts";
import type { Tagger } from "./tagger.ts";

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
  const people = namesOfPeople(comment, context);
  return comment.segments.flatMap(({ span }) => {
    const phrases = nounPhrases(comment.text, tag(comment.text, span)).filter(
      ({ key, span: { start } }) =>
        !people.has(key) || !/^\p{Lu}\P{Lu}/u.test(comment.text.slice(start, start + longestStart)),
    );
    return inOrder([...phrases, ...match(comment.text, span)]);
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
