import type { ContextComment, ExtractionContext } from "../../model/extraction.ts";
import type { Segment, SegmentedComment } from "../../model/segment.ts";
import { overlap, type Place } from "../../model/span.ts";
import { type Profile, profileOf, Resemblance } from "../../text/resemblance.ts";

/**
 * Sentences of another comment, or of the same before the window, and what that comment is to the one that is
 * read.
 */
export interface ChosenContext {
  readonly kind: "before" | "answers" | "quoted" | "earlier";
  readonly comment: SegmentedComment;
  readonly segments: readonly Segment[];
}

/** Sentences of the same comment shown before a window. */
const sentencesBefore = 20;
/** Sentences shown of the parent, and of each comment further up. */
const sentencesOfParent = 30;
const sentencesOfAncestor = 8;
/** Sentences shown of each comment of which words are quoted, and of how many. */
const sentencesOfQuoted = 12;
const mostQuoted = 4;
/** Sentences shown of the author's earlier comments, in sum. */
const sentencesOfEarlier = 64;

/** A sentence of a context comment. */
interface Candidate {
  readonly comment: ContextComment;
  readonly segment: Segment;
}

/**
 * Chooses the sentences of other comments that are shown with a comment.
 *
 * Of what is long only some are shown: those that the comment quotes, then those that share most with its
 * words. What a context comment quotes itself is left out. The earlier comments of the author are chosen from
 * as if they were one, so that the room goes to what speaks of the same things. Each sentence is profiled
 * once for all windows.
 */
export class ContextChoice {
  readonly #comment: SegmentedComment;
  readonly #context: ExtractionContext;
  readonly #quoted: readonly Place[];
  readonly #profiles = new Map<Segment, Profile>();

  constructor(comment: SegmentedComment, context: ExtractionContext) {
    this.#comment = comment;
    this.#context = context;
    this.#quoted = comment.quotes.flatMap(({ source }) => source ?? []);
  }

  /** What is shown around a window that begins with segment `from` and holds `words`. */
  around(from: number, words: string): readonly ChosenContext[] {
    const { ancestors, quoted, earlier = [] } = this.#context;
    const pick =
      (kind: ChosenContext["kind"], most: number) =>
      (...comments: readonly ContextComment[]): readonly ChosenContext[] => {
        const kept = this.#nearest(comments, words, most);
        return comments.map((comment) => ({
          kind,
          comment,
          segments: comment.segments.filter((segment) => kept.has(segment)),
        }));
      };
    const before = this.#comment.segments.slice(Math.max(0, from - sentencesBefore), from);
    return [
      {
        kind: "before",
        comment: this.#comment,
        segments: before.filter(({ quoteId }) => quoteId === null),
      },
      ...ancestors.flatMap((other, distance) =>
        pick("answers", distance === 0 ? sentencesOfParent : sentencesOfAncestor)(other),
      ),
      ...quoted.slice(0, mostQuoted).flatMap((other) => pick("quoted", sentencesOfQuoted)(other)),
      ...pick("earlier", sentencesOfEarlier)(...earlier),
    ];
  }

  /** At most so many of the comments' own sentences: what is quoted, then what shares most with the words. */
  #nearest(comments: readonly ContextComment[], words: string, most: number): ReadonlySet<Segment> {
    const own = comments.flatMap((comment) =>
      comment.segments.flatMap((segment) => (segment.quoteId === null ? { comment, segment } : [])),
    );
    if (own.length <= most) return new Set(own.map(({ segment }) => segment));
    const goal = profileOf(words);
    const profiled = own.map((one) => ({ ...one, profile: this.#profileOf(one) }));
    const resemblance = new Resemblance([goal, ...profiled.map(({ profile }) => profile)]);
    const ranked = profiled
      .map(({ profile, ...one }, order) => ({
        segment: one.segment,
        order,
        weight: this.#isQuoted(one) ? 2 : resemblance.cosine(profile, goal),
      }))
      .sort((a, b) => b.weight - a.weight || a.order - b.order);
    return new Set(ranked.slice(0, most).map(({ segment }) => segment));
  }

  #profileOf({ comment, segment }: Candidate): Profile {
    const known = this.#profiles.get(segment);
    if (known) return known;
    const profile = profileOf(comment.text.slice(segment.span.start, segment.span.end));
    this.#profiles.set(segment, profile);
    return profile;
  }

  #isQuoted({ comment: { id, version }, segment: { span } }: Candidate): boolean {
    return this.#quoted.some((source) => isWithin({ commentId: id, version, span }, source));
  }
}

/** Whether a place shares letters with another in the same text. */
export function isWithin(place: Place, source: Place): boolean {
  const isSameText = place.commentId === source.commentId && place.version === source.version;
  return isSameText && overlap(place.span, source.span) > 0;
}
