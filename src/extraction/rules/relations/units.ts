import type { Statement } from "../../../model/claim.ts";
import type { SegmentedComment } from "../../../model/segment.ts";
import { overlap, type Place } from "../../../model/span.ts";
import { itemMark } from "../../../text/references.ts";
import { type Profile, profileOf } from "../../../text/resemblance.ts";

/**
 * A statement with what the rules ask of it.
 *
 * `index` counts the statements of its comment in reading order, `segment` the segments. `paragraph` is that
 * of the segment it lies on. `isHead` tells that it lies on the first segment of its paragraph.
 */
export interface Unit {
  readonly place: Place;
  readonly text: string;
  readonly index: number;
  readonly segment: number;
  readonly paragraph: number;
  readonly isHead: boolean;
  readonly isItem: boolean;
  /** The mark of the list item that it opens ("2", "b", "•" for a bullet); null for all else. */
  readonly mark: string | null;
  /** Whether it stands in brackets: an aside on what precedes the bracket. */
  readonly isAside: boolean;
  readonly quoteId: string | null;
  readonly profile: Profile;
}

/** The statements of a comment as units, in reading order. Linear in segments and statements. */
export function unitsOf(comment: SegmentedComment, statements: readonly Statement[]): readonly Unit[] {
  const sorted = statements.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let from = 0;
  return sorted.map((statement, index) => {
    const { span, quoteId } = statement;
    while (from < comment.segments.length - 1 && (comment.segments[from]?.span.end ?? 0) <= span.start)
      from++;
    let at = from;
    let most = 0;
    for (let i = from; i < comment.segments.length; i++) {
      const segment = comment.segments[i];
      if (segment === undefined || segment.span.start >= span.end) break;
      const common = overlap(segment.span, span);
      if (common > most) [at, most] = [i, common];
    }
    const segment = comment.segments[at];
    const text = comment.text.slice(span.start, span.end);
    return {
      place: { commentId: comment.id, version: comment.version, span },
      text,
      index,
      segment: at,
      paragraph: segment?.paragraph ?? 0,
      isHead: comment.segments[at - 1]?.paragraph !== segment?.paragraph,
      isItem: segment?.kind === "item",
      mark: segment?.kind === "item" ? itemMark(comment.text, span.start) : null,
      isAside: isBracketed(comment.text, span.start),
      quoteId,
      profile: profileOf(text),
    };
  });
}

/** How far back a bracket that is still open is looked for, in code units. */
const bracketReach = 1500;

/** Whether the words at `start` open with a bracket or stand in one that opens earlier in the same paragraph. */
function isBracketed(text: string, start: number): boolean {
  if (/^[([]/u.test(text.slice(start, start + 1))) return true;
  const from = Math.max(text.lastIndexOf("\n", start - 1) + 1, start - bracketReach);
  let depth = 0;
  for (let at = from; at < start; at++) {
    const character = text[at];
    // An emoticon such as ":)" closes nothing.
    if (character === "(") depth++;
    else if (character === ")" && depth > 0) depth--;
  }
  return depth > 0;
}
