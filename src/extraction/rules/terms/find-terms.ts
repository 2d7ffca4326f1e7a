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
  const terms = new Map<string, Term>();
  for (const { span } of comment.segments) {
    const phrases = nounPhrases(comment.text, tag(comment.text, span)).filter(
      (term) => !people.has(term.key) || !/^\p{Lu}\P{Lu}/u.test(comment.text.slice(term.span.start)),
    );
    for (const term of [...match(comment.text, span), ...phrases])
      terms.set(`${term.span.start} ${term.span.end}`, term);
  }
  return [...terms.values()].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}
