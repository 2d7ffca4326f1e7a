import type { ContextComment, ExtractionContext } from "../../model/extraction.ts";
import type { Segment, SegmentedComment } from "../../model/segment.ts";
import { overlap, type Place } from "../../model/span.ts";
import { type Profile, profileOf, Resemblance, WordFrequency } from "../../text/resemblance.ts";
import { SpanIndex } from "../../text/span-index.ts";

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

/** Sentences that may be shown, and how many of them hold each word. */
interface Candidates {
  readonly sentences: readonly (Candidate & { readonly profile: Profile; readonly isQuoted: boolean })[];
  readonly frequency: WordFrequency;
}

/**
 * Chooses the sentences of other comments that are shown with a comment.
 *
 * Of what is long only some are shown: those that the comment quotes, then those that share most with its
 * words. What a context comment quotes itself is left out. The earlier comments of the author are chosen from
 * as if they were one, so that the room goes to what speaks of the same things. What is chosen from is read
 * once for all windows.
 */
export class ContextChoice {
  readonly #comment: SegmentedComment;
  readonly #context: ExtractionContext;
  /** The places that the comment quotes, by the text that they stand in. */
  readonly #quoted: ReadonlyMap<string, SpanIndex<Place>>;
  readonly #candidates = new Map<string, Candidates>();

  constructor(comment: SegmentedComment, context: ExtractionContext) {
    this.#comment = comment;
    this.#context = context;
    this.#quoted = placesByText(comment.quotes.flatMap(({ source }) => source ?? []));
  }

  /** What is shown around a window that begins with segment `from` and holds `words`. */
  around(from: number, words: string): readonly ChosenContext[] {
    const { ancestors, quoted, earlier = [] } = this.#context;
    const pick =
      (kind: ChosenContext["kind"], most: number) =>
      (...comments: readonly ContextComment[]): readonly ChosenContext[] => {
        const kept = this.#nearest(kind, comments, { words, most });
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
  #nearest(
    kind: ChosenContext["kind"],
    comments: readonly ContextComment[],
    { words, most }: { readonly words: string; readonly most: number },
  ): ReadonlySet<Segment> {
    const own = comments.flatMap((comment) =>
      comment.segments.flatMap((segment) => (segment.quoteId === null ? { comment, segment } : [])),
    );
    if (own.length <= most) return new Set(own.map(({ segment }) => segment));
    const { sentences, frequency } = this.#read(kind, own);
    const goal = profileOf(words);
    const resemblance = new Resemblance(frequency, goal);
    const ranked = sentences
      .map(({ segment, profile, isQuoted }, order) => ({
        segment,
        order,
        weight: isQuoted ? 2 : resemblance.cosine(profile, goal),
      }))
      .sort((a, b) => b.weight - a.weight || a.order - b.order);
    return new Set(ranked.slice(0, most).map(({ segment }) => segment));
  }

  /** Reads sentences, once for all windows: of one comment, or of all earlier ones. */
  #read(kind: ChosenContext["kind"], own: readonly Candidate[]): Candidates {
    const key = `${kind} ${own[0]?.comment.id}`;
    const known = this.#candidates.get(key);
    if (known !== undefined) return known;
    const sentences = own.map((one) => ({ ...one, profile: profileIn(one), isQuoted: this.#isQuoted(one) }));
    const frequency = new WordFrequency(sentences.map(({ profile }) => profile));
    const candidates = { sentences, frequency };
    this.#candidates.set(key, candidates);
    return candidates;
  }

  #isQuoted({ comment: { id, version }, segment: { span } }: Candidate): boolean {
    const places = this.#quoted.get(textKey({ commentId: id, version }));
    return places !== undefined && places.meeting(span).length > 0;
  }
}

function profileIn({ comment, segment: { span } }: Candidate): Profile {
  return profileOf(comment.text.slice(span.start, span.end));
}

const textKey = ({ commentId, version }: Pick<Place, "commentId" | "version">): string =>
  `${commentId} ${version}`;

function placesByText(places: readonly Place[]): ReadonlyMap<string, SpanIndex<Place>> {
  const byText = new Map<string, Place[]>();
  for (const place of places.toSorted((a, b) => a.span.start - b.span.start)) {
    const known = byText.get(textKey(place));
    if (known === undefined) byText.set(textKey(place), [place]);
    else known.push(place);
  }
  return new Map([...byText].map(([key, own]) => [key, new SpanIndex(own, ({ span }) => span)]));
}

/** Whether a place shares letters with another in the same text. */
export function isWithin(place: Place, source: Place): boolean {
  const isSameText = place.commentId === source.commentId && place.version === source.version;
  return isSameText && overlap(place.span, source.span) > 0;
}
