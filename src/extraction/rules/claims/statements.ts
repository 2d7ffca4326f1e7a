import type { Statement } from "../../../model/claim.ts";
import type {
  ContextComment,
  ExtractionContext,
  ProposedRelation,
  ProposedStance,
} from "../../../model/extraction.ts";
import type { Segment, SegmentedComment } from "../../../model/segment.ts";
import { contains, type Place, type Span } from "../../../model/span.ts";
import { turnAfterConcession } from "../../../text/concessions.ts";
import { reportedSource } from "../../../text/reported-speech.ts";
import { wordsOf } from "../../../text/resemblance.ts";
import { stopWords } from "../../../text/stop-words.ts";
import type { Tagger } from "../terms/tagger.ts";
import { splitClauses } from "./clauses.ts";

/** Each sentence as the statements that it joins, in order. */
export function cutIntoClauses(
  { text }: SegmentedComment,
  sentences: readonly Statement[],
  tag: Tagger,
): readonly Statement[] {
  return sentences.flatMap(({ span, leadIn, quoteId }) =>
    splitClauses(span, tag(text, span)).map((clause) => ({ span: clause, leadIn, quoteId })),
  );
}

/** What relations were drawn of whole sentences for. */
export interface Drawn {
  readonly relations: readonly ProposedRelation[];
  readonly stances: readonly ProposedStance[];
}

/** A context whose statements are whole sentences again, as the rules of relations look at them. */
export function wholeSentences(context: ExtractionContext): ExtractionContext {
  const { ancestors, quoted, earlier } = context;
  const whole = { ...context, ancestors: ancestors.map(wholeOf), quoted: quoted.map(wholeOf) };
  return earlier === undefined ? whole : { ...whole, earlier: earlier.map(wholeOf) };
}

/** A comment is the context of many; it is the same value each time, so that what others remember of it holds. */
const remembered = new WeakMap<ContextComment, ContextComment>();

function wholeOf(comment: ContextComment): ContextComment {
  const known = remembered.get(comment);
  if (known !== undefined) return known;
  const whole = { ...comment, statements: joinClauses(comment.segments, comment.statements) };
  remembered.set(comment, whole);
  return whole;
}

/** Statements of one segment as one, from the first word of the first to the last word of the last. Linear. */
function joinClauses(segments: readonly Segment[], statements: readonly Statement[]): readonly Statement[] {
  const joined: Statement[] = [];
  const sorted = statements.toSorted((a, b) => a.span.start - b.span.start);
  let at = 0;
  let before: Segment | undefined;
  for (const statement of sorted) {
    while (at < segments.length && (segments[at]?.span.end ?? 0) <= statement.span.start) at++;
    const segment = segments[at];
    const last = joined.at(-1);
    if (
      last !== undefined &&
      segment !== undefined &&
      segment === before &&
      contains(segment.span, statement.span)
    )
      joined[joined.length - 1] = { ...last, span: { start: last.span.start, end: statement.span.end } };
    else joined.push(statement);
    before = segment;
  }
  return joined;
}

/**
 * Moves the ends of relations from whole sentences to the clause that is meant: of several the one that
 * shares most topic words with the other end. Where none does, an attack comes from the last clause, which
 * follows the concession, and ends on the first; so does everything else. Nothing comes from a clause that
 * reports somebody while another says what its writer holds ("You say that trams are dear, but they pay for
 * themselves."), and no reason is given for one in the same comment. No attack comes from what is granted: "Sure, trams are dear, but they pay for themselves."
 */
export function placeOnClauses(
  { relations, stances }: Drawn,
  clauses: readonly Statement[],
  comment: SegmentedComment,
  context: ExtractionContext,
): Drawn {
  if (relations.length === 0 && stances.length === 0) return { relations, stances };
  const others = [...context.ancestors, ...context.quoted, ...(context.earlier ?? [])];
  const known = new Map(others.map((other) => [other.id, clausesIn(other, other.statements)]));
  known.set(comment.id, clausesIn(comment, clauses));
  const move = (place: Place, other: Place, { attacks = false, isHeld = false } = {}): Place => {
    const text = known.get(place.commentId)?.text ?? "";
    const all = known.get(place.commentId)?.within(place.span) ?? [];
    if (all.length < 2) return place;
    const turn = attacks ? turnAfterConcession(text.slice(place.span.start, place.span.end)) : null;
    const held = all.filter(
      ({ start, end }) =>
        (!isHeld || reportedSource(text, { start, end }) === null) &&
        (turn === null || end > place.span.start + turn),
    );
    const inside = held.length > 0 ? held : all;
    const wanted = topicWords(known.get(other.commentId)?.text ?? "", other.span);
    const shared = inside.map(
      (span) => [...topicWords(text, span)].filter((word) => wanted.has(word)).length,
    );
    const most = Math.max(...shared);
    const chosen = attacks && most === 0 ? inside.length - 1 : shared.indexOf(most);
    return { ...place, span: inside[chosen] ?? place.span };
  };
  return {
    relations: relations.map((relation) => {
      const attacks = relation.kind === "disagrees-with";
      const from = move(relation.from, relation.to, { attacks, isHeld: true });
      const isOwn = relation.to.commentId === relation.from.commentId;
      const to = move(relation.to, relation.from, { isHeld: isOwn && !attacks });
      const evidence = relation.evidence.map((place) =>
        place === relation.from ? from : place === relation.to ? to : place,
      );
      return { ...relation, from, to, evidence };
    }),
    stances: stances.map((stance) => ({
      ...stance,
      toward: move(stance.toward, stance.evidence),
      evidence: move(stance.evidence, stance.toward, {
        attacks: stance.stance === "against",
        isHeld: true,
      }),
    })),
  };
}

interface ClausesOfText {
  readonly text: string;
  /** The clauses of a sentence, in order, found by where it starts. */
  within(sentence: Span): readonly Span[];
}

function clausesIn({ text }: SegmentedComment, statements: readonly Statement[]): ClausesOfText {
  const spans = statements.map(({ span }) => span).sort((a, b) => a.start - b.start);
  const places = new Map(spans.map(({ start }, at) => [start, at]));
  return {
    text,
    within(sentence) {
      const from = places.get(sentence.start);
      if (from === undefined) return [];
      let to = from;
      while ((spans[to]?.end ?? Number.POSITIVE_INFINITY) <= sentence.end) to++;
      return spans.slice(from, to);
    },
  };
}

function topicWords(text: string, { start, end }: Span): ReadonlySet<string> {
  return new Set(wordsOf(text.slice(start, end)).filter((word) => !stopWords.has(word)));
}
