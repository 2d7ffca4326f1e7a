import type { ProposedRelation } from "../model/extraction.ts";
import { probabilities } from "./probabilities.ts";
import {
  type Answered,
  type Continuation,
  continuations,
  type TimelineClaim,
} from "./refinement-candidates.ts";
import { refinementWeights } from "./refinement-weights.ts";

interface RefinementOptions {
  /** Least share of a refinement that is proposed, 0 to 1. Default: by what joins the two claims. */
  readonly threshold?: number;
  /** Index of the first claim that may refine; those before it may only be refined. Default 0. */
  readonly firstNew?: number;
  /** What each comment of the newer claims answers, by its id. Default: nothing is known. */
  readonly answered?: ReadonlyMap<string, Answered>;
}

/**
 * The least share where somebody answered the older comment, or it is named: of 10 in training threads and gold
 * texts 6 are right.
 */
const leastPrompted = 0.5;
/** That of what takes something back: 16 of 20 in training threads by weights from others, 2 of 3 in own gold. */
const leastTakenBack = 0.3;
/** That of what does neither: of five between 0.5 and it none is right on gold texts, and two of two above it. */
const leastUnprompted = 0.8;
/** What takes something back is at least so probable, by the same counts, and lower since those are few. */
const takenBack = 0.6;
/** The most that a continuation may be sure of, set by hand. */
const mostConfidence = 0.65;

/**
 * Finds claims with which an author takes up an older claim of theirs in another comment.
 *
 * A newer claim refines at most one older one: every candidate and "none of them" share a probability of 1,
 * by features of the two (refinement-candidates.ts) whose weights `npm run train` learned. An older claim has
 * one continuation in a newer comment, the surest. Words hardly show that somebody changed their mind in new
 * words: few are found.
 *
 *     older  "For everyday bread there is no point going over 70 %."
 *     newer  "So I take back no point going over 70, 72 is not hard at all."   refines the older
 *
 * Linear in the newer claims, each of which is held against a bounded number of older ones.
 *
 * @param claims - claims of one author, oldest first.
 * @returns relations from the newer to the older, in the order of the newer.
 */
export function proposeRefinements(
  claims: readonly TimelineClaim[],
  { threshold, firstNew = 0, answered = new Map() }: RefinementOptions = {},
): readonly ProposedRelation[] {
  const best = new Map<string, Choice>();
  for (const continuation of continuations({ claims, answered, firstNew })) {
    const choice = choose(continuation);
    if (choice === null || choice.share < (threshold ?? choice.least)) continue;
    const key = `${claims[choice.from]?.place.commentId} ${choice.to}`;
    if (choice.share > (best.get(key)?.share ?? 0)) best.set(key, choice);
  }
  return [...best.values()]
    .toSorted((a, b) => a.from - b.from)
    .flatMap(({ from, to, confidence }): readonly ProposedRelation[] => {
      const [newer, older] = [claims[from]?.place, claims[to]?.place];
      if (newer === undefined || older === undefined) return [];
      const evidence = [newer, older];
      const method = "own-claim-continued";
      return [{ kind: "refines", attack: null, from: newer, to: older, confidence, method, evidence }];
    });
}

interface Choice {
  readonly from: number;
  readonly to: number;
  readonly share: number;
  /** The least share with which it is proposed. */
  readonly least: number;
  readonly confidence: number;
}

/** The candidate that is most probable, the earlier of equals. */
function choose({ from, candidates }: Continuation): Choice | null {
  const shares = probabilities(
    candidates.map(({ features }) => features),
    refinementWeights.continued,
  );
  const share = Math.max(0, ...shares);
  const best = candidates[shares.indexOf(share)];
  if (best === undefined) return null;
  const { above = 0, item = 0, quoted = 0, retract = 0 } = best.features;
  const isPrompted = above + item + quoted > 0;
  const least = retract > 0 ? leastTakenBack : isPrompted ? leastPrompted : leastUnprompted;
  const confidence = Math.min(mostConfidence, Math.max(share, retract > 0 ? takenBack : 0));
  return { from, to: best.to, share, least, confidence: Math.round(confidence * 1000) / 1000 };
}
