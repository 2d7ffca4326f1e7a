import type { Resemblance } from "../../../text/resemblance.ts";
import { type Draft, surest } from "./draft.ts";
import { calibrate, softmax, weigh } from "./feature-table.ts";
import { ownFeatures } from "./own-features.ts";
import { type OwnPair, ownPairs } from "./own-pairs.ts";
import { ownWeights } from "./relation-weights.ts";
import { traitsOf } from "./traits.ts";
import type { Unit } from "./units.ts";

/** Less probable relations are not even suggested. */
const least = 0.22;
/** A reason is given for one or two statements, seldom for more. */
const most = 2;

/** Fitted to what is drawn on the gold texts, ours and others, on which nothing is trained. */
const calibration = { slope: 0.74, shift: -0.83 } as const;

/** A view laid in somebody's mouth, and the contrast that follows: 4 of 7 in the prototype. */
const imagined = { confidence: 0.56, method: "rebuttal-of-imagined-view", stance: null } as const;

const scores = {
  reason: weigh(ownFeatures, ownWeights.reason),
  conclusion: weigh(ownFeatures, ownWeights.conclusion),
  development: weigh(ownFeatures, ownWeights.development),
} as const;

/**
 * How the statements of one comment hang on each other: a later one is a reason for an earlier one, follows from it, or
 * develops it. Each pair gets at most one relation, in the more probable direction.
 */
export function ownRelations(units: readonly Unit[], resemblance: Resemblance): readonly Draft[] {
  return surest(ownPairs(units, resemblance).map(draftOf), { least, most });
}

function draftOf(pair: OwnPair): Draft {
  const { early, late } = pair;
  if (rebutsImagined(pair))
    return { kind: "disagrees-with", attack: "rebut", from: late, to: early, ...imagined };
  const [reason = 0, conclusion = 0, development = 0] = softmax([
    scores.reason(pair),
    scores.conclusion(pair),
    scores.development(pair),
    0,
  ]);
  const backward = reason + development;
  const shared = {
    attack: null,
    stance: null,
    confidence: calibrate(Math.max(conclusion, backward), calibration),
  } as const;
  if (conclusion > backward)
    return { ...shared, kind: "supports", from: early, to: late, method: "conclusion-in-comment" };
  const ends = { from: late, to: early } as const;
  return reason >= development
    ? { ...shared, ...ends, kind: "supports", method: "reason-in-comment" }
    : { ...shared, ...ends, kind: "refines", method: "development-in-comment" };
}

function rebutsImagined({ early, late, positions: [first, second] }: OwnPair): boolean {
  return second === first + 1 && traitsOf(early).has.imagines === 1 && traitsOf(late).has.contrasts === 1;
}
