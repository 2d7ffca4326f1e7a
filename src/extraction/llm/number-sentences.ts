import type { ExtractionContext } from "../../model/extraction.ts";
import type { Quote } from "../../model/quote.ts";
import type { Segment, SegmentedComment } from "../../model/segment.ts";
import { overlap, type Place, type Span } from "../../model/span.ts";
import { type ChosenContext, ContextChoice, isWithin } from "./choose-context.ts";
import { authorLabel, Speakers } from "./speakers.ts";

/**
 * A sentence as a model sees it, and where it stands.
 *
 * `role` says what it is to the comment that is read: its author's words (`own`), a quote of unknown origin
 * (`quoted`), a copy of other numbered sentences (`copy`, which `copies` names), or part of the context. `by`
 * is the label of the speaker, "?" when nobody knows.
 */
export interface NumberedSentence {
  readonly n: number;
  readonly role: "own" | "quoted" | "copy" | "context";
  /** Whether it stands in an earlier comment of the author, shown for nothing but that. */
  readonly isEarlier: boolean;
  readonly by: string;
  readonly place: Place;
  readonly text: string;
  readonly segment: Segment;
  readonly copies: readonly number[];
}

/** Sentences of one other comment, or of the same before the window. */
interface NumberedGroup {
  readonly kind: ChosenContext["kind"];
  readonly by: string;
  readonly sentences: readonly NumberedSentence[];
}

/**
 * A comment, or a window of a long one, with its context. Numbers run from 1, through `own` and then the
 * groups.
 */
export interface NumberedComment {
  readonly own: readonly NumberedSentence[];
  readonly groups: readonly NumberedGroup[];
}

/** A comment is read in windows of so many sentences. */
const sentencesPerWindow = 100;
/** A sentence is shown up to so many code units; its place is whole. */
const mostLetters = 2000;

/**
 * Numbers the sentences of a comment and of what stands around it ({@link ContextChoice}). One value for each
 * window of the comment.
 */
export function numberSentences(
  comment: SegmentedComment,
  context: ExtractionContext,
): readonly NumberedComment[] {
  const speakers = new Speakers(comment);
  const choice = new ContextChoice(comment, context);
  const quotes = new Map(comment.quotes.map((quote) => [quote.id, quote]));
  const windows: NumberedComment[] = [];
  for (let from = 0; from < comment.segments.length; from += sentencesPerWindow)
    windows.push(numberWindow({ comment, choice, speakers, quotes }, from));
  return windows;
}

/** What all windows of a comment share. */
interface Reading {
  readonly comment: SegmentedComment;
  readonly choice: ContextChoice;
  readonly speakers: Speakers;
  readonly quotes: ReadonlyMap<string, Quote>;
}

function numberWindow(reading: Reading, from: number): NumberedComment {
  const { comment, choice, speakers } = reading;
  const window = comment.segments.slice(from, from + sentencesPerWindow);
  const words = window.map(({ span }) => comment.text.slice(span.start, span.end)).join("\n");
  let n = window.length;
  const groups = choice.around(from, words).map(({ kind, comment: other, segments }): NumberedGroup => {
    const by = other === comment ? authorLabel : speakers.labelOf(other.authorId);
    const sentences = segments.map((segment): NumberedSentence => {
      n++;
      return {
        n,
        role: "context",
        isEarlier: kind === "earlier",
        by,
        ...wordsOf(other, segment),
        copies: [],
      };
    });
    return { kind, by, sentences };
  });
  const shown = groups.flatMap(({ sentences }) => sentences);
  const own = window.map((segment, index) => ({
    n: index + 1,
    isEarlier: false,
    ...wordsOf(comment, segment),
    ...roleOf(reading, segment, shown),
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
  { quotes, speakers }: Reading,
  { quoteId, span }: Segment,
  shown: readonly NumberedSentence[],
): Pick<NumberedSentence, "role" | "by" | "copies"> {
  const quote = quoteId === null ? undefined : quotes.get(quoteId);
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
