import type { LinkedComment } from "../linking/link.ts";
import { wordsWithSpans } from "../linking/word-match.ts";
import type { ProposedRelation } from "../model/extraction.ts";
import { type Place, type Span, sliceSpan } from "../model/span.ts";
import { claimKey } from "../text/keys.ts";

/** Share of the words of both sentences, taken once each, that two wordings of one claim have in common. */
const leastResemblance = 0.5;
/**
 * An edited sentence says the same thing anew; that it is this sentence which took the other's place is
 * likely.
 */
const confidence = 0.8;

/**
 * Adds to the texts of one comment, oldest first, the refinements that edits made, and leaves of the earlier
 * texts only what was refined. What an edit brought was said when it was made.
 */
export function withRefinements(texts: readonly LinkedComment[]): readonly LinkedComment[] {
  const relations = texts.slice(1).map((newer, index) => {
    const older = texts[index];
    return older === undefined ? [] : refineByEdit(older, newer);
  });
  return texts.map((text, index) => {
    const refining = relations[index - 1] ?? [];
    const refined = relations[index] ?? [];
    const isNew = (span: Span): boolean => refining.some(({ from }) => isEqual(from.span, span));
    const isKept = (span: Span): boolean => isNew(span) || refined.some(({ to }) => isEqual(to.span, span));
    const saidAt = (span: Span): string | null =>
      isNew(span) ? (text.comment.editedAt ?? text.comment.createdAt) : text.comment.createdAt;
    if (index === texts.length - 1)
      return {
        ...text,
        saidAt,
        extraction: { ...text.extraction, relations: [...text.extraction.relations, ...refining] },
      };
    return {
      ...text,
      saidAt,
      extraction: {
        ...text.extraction,
        statements: text.extraction.statements.filter(({ span }) => isKept(span)),
        relations: refining,
        stances: [],
        terms: [],
        diagnostics: [],
      },
    };
  });
}

/**
 * Joins claims of a text to those of the text before an edit whose words they changed: the newer refines the
 * older.
 *
 *     before  [ The weir is unsafe. ] [ It should go. ]
 *     after   [ The weir is unsafe in spring. ] [ It should go. ]     the first refines the first
 *
 * A sentence that stands in both texts, wherever and whatever its case and punctuation, was not edited. Of
 * the others the most alike are joined first, each once; a sentence that is like none was added or taken out.
 */
function refineByEdit(older: LinkedComment, newer: LinkedComment): readonly ProposedRelation[] {
  const before = reworded(older, newer);
  const after = reworded(newer, older);
  const pairs = before
    .flatMap((old) => after.map((now) => ({ old, now, likeness: resemblance(old.words, now.words) })))
    .filter(({ likeness }) => likeness >= leastResemblance)
    .sort(
      (a, b) =>
        b.likeness - a.likeness ||
        a.old.place.span.start - b.old.place.span.start ||
        a.now.place.span.start - b.now.place.span.start,
    );
  const joined = new Set<Worded>();
  const relations: ProposedRelation[] = [];
  for (const { old, now } of pairs) {
    if (joined.has(old) || joined.has(now)) continue;
    joined.add(old).add(now);
    const [from, to] = [now.place, old.place];
    const evidence = [from, to];
    relations.push({ kind: "refines", attack: null, from, to, confidence, method: "edited", evidence });
  }
  return relations.sort((a, b) => a.from.span.start - b.from.span.start);
}

interface Worded {
  readonly place: Place;
  readonly words: ReadonlySet<string>;
}

/** The sentences of a text, and its statements, in the form in which two wordings are equal. */
function sentencesOf({ segmented, extraction }: LinkedComment): ReadonlySet<string> {
  const spans = [...segmented.segments, ...extraction.statements].map(({ span }) => span);
  return new Set(spans.map((span) => claimKey(sliceSpan(segmented.text, span))));
}

/** The own statements that are no sentences of the other text. */
function reworded({ segmented, extraction }: LinkedComment, other: LinkedComment): readonly Worded[] {
  const { id: commentId, version, text } = segmented;
  const kept = sentencesOf(other);
  return extraction.statements.flatMap(({ span, quoteId }) => {
    if (quoteId !== null || kept.has(claimKey(sliceSpan(text, span)))) return [];
    const words = new Set(wordsWithSpans(sliceSpan(text, span)).map((word) => word.key));
    return [{ place: { commentId, version, span }, words }];
  });
}

const isEqual = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

function resemblance(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}
