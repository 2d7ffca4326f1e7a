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
  /** Least confidence of a refinement that is proposed, 0 to 1. Default {@link leastRefinement}. */
  readonly threshold?: number;
  /** Index of the first claim that may refine; those before it may only be refined. Default 0. */
  readonly firstNew?: number;
  /** What each comment of the newer claims answers, by its id. Default: nothing is known. */
  readonly answered?: ReadonlyMap<string, Answered>;
}

/** From 0.3 to this one of six was right on our own gold set; chosen there (docs/extraction.md has the table). */
const leastRefinement = 0.5;
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
  { threshold = leastRefinement, firstNew = 0, answered = new Map() }: RefinementOptions = {},
): readonly ProposedRelation[] {
  const best = new Map<string, Choice>();
  for (const continuation of continuations({ claims, answered, firstNew })) {
    const choice = choose(continuation);
    if (choice === null || choice.confidence < threshold) continue;
    const key = `${claims[choice.from]?.place.commentId} ${choice.to}`;
    if (choice.confidence > (best.get(key)?.confidence ?? 0)) best.set(key, choice);
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
  readonly confidence: number;
}

/** The candidate that is most probable, the earlier of equals. */
function choose({ from, candidates }: Continuation): Choice | null {
  let best: Choice | null = null;
  const shares = probabilities(
    candidates.map(({ features }) => features),
    refinementWeights.continued,
  );
  for (const [index, share] of shares.entries()) {
    const to = candidates[index]?.to;
    const confidence = Math.round(Math.min(mostConfidence, share) * 1000) / 1000;
    if (to !== undefined && confidence > (best?.confidence ?? 0)) best = { from, to, confidence };
  }
  return best;
}
