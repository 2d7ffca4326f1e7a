import type { Term } from "../../../model/claim.ts";
import type { SegmentedComment } from "../../../model/segment.ts";
import type { GlossaryMatcher } from "./glossary-matcher.ts";
import { nounPhrases } from "./noun-phrases.ts";
import type { Tagger } from "./tagger.ts";

/**
 * What a comment may be about: its noun phrases and the terms of the glossary, each at its place.
 *
 * In order of their start, the longer one first, each span once. Words inside quotes count: they were chosen to
 * be answered.
 */
export function findTerms(comment: SegmentedComment, tag: Tagger, match: GlossaryMatcher): readonly Term[] {
  const terms = new Map<string, Term>();
  for (const { span } of comment.segments) {
    const found = [...match(comment.text, span), ...nounPhrases(comment.text, tag(comment.text, span))];
    for (const term of found) terms.set(`${term.span.start} ${term.span.end}`, term);
  }
  return [...terms.values()].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}
