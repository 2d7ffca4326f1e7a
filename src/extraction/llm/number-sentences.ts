import type { ContextComment, ExtractionContext } from "../../model/extraction.ts";
import type { Segment, SegmentedComment } from "../../model/segment.ts";
import { overlap, type Place, type Span } from "../../model/span.ts";
import { profileOf, Resemblance } from "../../text/resemblance.ts";
import { authorLabel, Speakers } from "./speakers.ts";

/**
 * A sentence as a model sees it, and where it stands.
 *
 * `role` says what it is to the comment that is read: its author's words (`own`), a quote of unknown origin (`quoted`),
 * a copy of other numbered sentences (`copy`, which `copies` names), or part of the context. `by` is the label of the
 * speaker, "?" when nobody knows.
 */
export interface NumberedSentence {
  readonly n: number;
  readonly role: "own" | "quoted" | "copy" | "context";
  readonly by: string;
  readonly place: Place;
  readonly text: string;
  readonly segment: Segment;
  readonly copies: readonly number[];
}

/** Sentences of one other comment, or of the same before the window. */
interface NumberedGroup {
  readonly kind: "before" | "answers" | "quoted" | "earlier";
  readonly by: string;
  readonly sentences: readonly NumberedSentence[];
}

/** A comment, or a window of a long one, with its context. Numbers run from 1, through `own` and then the groups. */
export interface NumberedComment {
  readonly own: readonly NumberedSentence[];
  readonly groups: readonly NumberedGroup[];
}

/** A comment is read in windows of so many sentences. */
const sentencesPerWindow = 100;
/** Sentences of the same comment shown before a window. */
const sentencesBefore = 20;
/** Sentences shown of the parent, and of each comment further up. */
const sentencesOfParent = 30;
const sentencesOfAncestor = 8;
/** Sentences shown of each comment of which words are quoted, and of how many. */
const sentencesOfQuoted = 12;
const mostQuoted = 4;
/** Sentences shown of each earlier comment of the author. */
const sentencesOfEarlier = 8;
/** A sentence is shown up to so many code units; its place is whole. */
const mostLetters = 2000;

/**
 * Numbers the sentences of a comment and of what stands around it.
 *
 * Of a context comment that is long only some sentences are shown: those that are quoted, then those that share most
 * with the comment. What a context comment quotes itself is left out. One value for each window of the comment.
 */
export function numberSentences(
  comment: SegmentedComment,
  context: ExtractionContext,
): readonly NumberedComment[] {
  const speakers = new Speakers(comment);
  const windows: NumberedComment[] = [];
  for (let from = 0; from < comment.segments.length; from += sentencesPerWindow)
    windows.push(numberWindow(comment, context, from, speakers));
  return windows;
}

function numberWindow(
  comment: SegmentedComment,
  context: ExtractionContext,
  from: number,
  speakers: Speakers,
): NumberedComment {
  const window = comment.segments.slice(from, from + sentencesPerWindow);
  const words = window.map(({ span }) => comment.text.slice(span.start, span.end)).join("\n");
  const sources = comment.quotes.flatMap(({ source }) => source ?? []);
  const chosen = chooseContext(comment, context, { from, words, sources });
  let n = window.length;
  const groups = chosen.map(({ kind, comment: other, segments }): NumberedGroup => {
    const by = other === comment ? authorLabel : speakers.labelOf(other.authorId);
    const sentences = segments.map((segment): NumberedSentence => {
      n++;
      return { n, role: "context", by, ...wordsOf(other, segment), copies: [] };
    });
    return { kind, by, sentences };
  });
  const shown = groups.flatMap(({ sentences }) => sentences);
  const own = window.map((segment, index) => ({
    n: index + 1,
    ...wordsOf(comment, segment),
    ...roleOf(comment, segment, shown, speakers),
  }));
  return { own, groups: groups.filter(({ sentences }) => sentences.length > 0) };
}

function wordsOf(
  { id, version, text }: SegmentedComment,
  segment: Segment,
): Pick<NumberedSentence, "place" | "text" | "segment"> {
  const { start, end } = segment.span;
  const words = text.slice(start, Math.min(end, start + mostLetters));
  return {
    place: { commentId: id, version, span: segment.span },
    text: end - start > mostLetters ? `${words}…` : words,
    segment,
  };
}

/** Whose words a sentence of the comment is, and of which numbered sentences it is a copy. */
function roleOf(
  comment: SegmentedComment,
  { quoteId, span }: Segment,
  shown: readonly NumberedSentence[],
  speakers: Speakers,
): Pick<NumberedSentence, "role" | "by" | "copies"> {
  const quote = comment.quotes.find(({ id }) => id === quoteId);
  if (!quote) return { role: "own", by: authorLabel, copies: [] };
  const by = speakers.labelOf(quote.speaker, quote.speakerName);
  if (quote.source === null) return { role: "quoted", by, copies: [] };
  // Of a quote of several sentences each is a copy of its own share of the source.
  const { source } = quote;
  const share = shareOf(quote.span, span, source.span);
  const inside = shown.filter(({ place }) => isWithin(place, source));
  const near = inside.filter(({ place }) => overlap(place.span, share) > 0);
  return { role: "copy", by, copies: (near.length > 0 ? near : inside).map(({ n }) => n) };
}

/** The part of `target` that lies as `part` does in `whole`. */
function shareOf(whole: Span, part: Span, target: Span): Span {
  const scale = (target.end - target.start) / (whole.end - whole.start);
  const at = (offset: number) => target.start + Math.round((offset - whole.start) * scale);
  // A few letters less on both sides: the neighbour's last letter is no copy.
  const margin = Math.min(3, Math.floor(((part.end - part.start) * scale) / 4));
  return { start: at(part.start) + margin, end: at(part.end) - margin };
}

function isWithin(place: Place, source: Place): boolean {
  const isSameText = place.commentId === source.commentId && place.version === source.version;
  return isSameText && overlap(place.span, source.span) > 0;
}

interface Chosen {
  readonly kind: NumberedGroup["kind"];
  readonly comment: SegmentedComment;
  readonly segments: readonly Segment[];
}

/** Which sentences are shown around a window that begins with segment `from` and holds `words`. */
function chooseContext(
  comment: SegmentedComment,
  { ancestors, quoted, earlier = [] }: ExtractionContext,
  { from, words, sources }: { from: number; words: string; sources: readonly Place[] },
): readonly Chosen[] {
  const pick = (kind: Chosen["kind"], most: number) => (other: ContextComment) => ({
    kind,
    comment: other,
    segments: nearest(other, words, sources, most),
  });
  const before = comment.segments.slice(Math.max(0, from - sentencesBefore), from);
  return [
    { kind: "before", comment, segments: before.filter(({ quoteId }) => quoteId === null) },
    ...ancestors.map((other, distance) =>
      pick("answers", distance === 0 ? sentencesOfParent : sentencesOfAncestor)(other),
    ),
    ...quoted.slice(0, mostQuoted).map(pick("quoted", sentencesOfQuoted)),
    ...earlier.map(pick("earlier", sentencesOfEarlier)),
  ];
}

/** At most so many of a comment's own sentences, in order: what is quoted, then what shares most with the words. */
function nearest(
  other: SegmentedComment,
  words: string,
  sources: readonly Place[],
  most: number,
): readonly Segment[] {
  const own = other.segments.filter(({ quoteId }) => quoteId === null);
  if (own.length <= most) return own;
  const goal = profileOf(words);
  const profiles = own.map(({ span }) => profileOf(other.text.slice(span.start, span.end)));
  const resemblance = new Resemblance([goal, ...profiles]);
  const isQuoted = ({ span }: Segment) =>
    sources.some((source) => isWithin({ commentId: other.id, version: other.version, span }, source));
  const ranked = own
    .map((segment, index) => ({
      index,
      weight: isQuoted(segment) ? 2 : resemblance.cosine(profiles[index] ?? goal, goal),
    }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  const kept = new Set(ranked.slice(0, most).map(({ index }) => index));
  return own.filter((_, index) => kept.has(index));
}
