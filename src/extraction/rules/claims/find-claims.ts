import type { Statement } from "../../../model/claim.ts";
import type { SegmentedComment } from "../../../model/segment.ts";
import type { Span } from "../../../model/span.ts";
import type { Tagger } from "../terms/tagger.ts";
import { featuresOf } from "./features.ts";
import { readSegments } from "./read-segments.ts";
import { scoreOf } from "./score.ts";
import { claimWeights } from "./weights.ts";

/**
 * What a sentence must score above to be a claim. The threads that the weights are learned from hold more
 * claims than most texts do, and a false claim costs relations: 0.3, a probability of .57, was best over the
 * gold texts (0 to 0.7 tried, F1 within two points).
 */
const leastScore = 0.3;

/** "As Ilse said in January,": whose words follow in a quote. */
const namesSpeaker =
  /^as [^,;:.?!"“”\n]{1,60} (?:says?|said|writes?|wrote|puts? it|noted)(?: [^,;:.?!"“”\n]{1,40})?[,:]?["“]?$/iu;

/**
 * The segments of a comment that state a claim, in order.
 *
 * Sentences in a quote are claims of whoever is quoted and carry the quote's id; a quote whose words were found
 * in another comment makes none, because they are statements there already. The lead-in of a list item is the line
 * that announces the list, that of a fragment the sentence with a colon before it.
 */
export function findClaims(comment: SegmentedComment, tag: Tagger): readonly Statement[] {
  const resolved = new Set(comment.quotes.filter(({ source }) => source !== null).map(({ id }) => id));
  const readings = readSegments(comment, tag);
  return comment.segments.flatMap(({ span, leadIn, quoteId }, at): Statement[] => {
    const reading = readings[at];
    if (reading === undefined || (quoteId !== null && resolved.has(quoteId))) return [];
    if (namesSpeaker.test(reading.text)) return [];
    const features = featuresOf(reading);
    if (scoreOf(features, claimWeights) <= leastScore) return [];
    return [{ span, leadIn: leadIn ?? announcedBy(comment, at, features), quoteId }];
  });
}

/** The words that a fragment completes: the sentence before it, if that ends with a colon; else null. */
function announcedBy(
  { text, segments }: SegmentedComment,
  at: number,
  features: readonly string[],
): Span | null {
  const [before, fragment] = [segments[at - 1], segments[at]];
  if (before === undefined || before.quoteId !== fragment?.quoteId) return null;
  if (!features.some((feature) => feature.startsWith("no verb"))) return null;
  return /:["'”’*_)]*$/u.test(text.slice(before.span.start, before.span.end)) ? before.span : null;
}
