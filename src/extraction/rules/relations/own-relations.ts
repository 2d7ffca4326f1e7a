import { pointerIn } from "../../../text/pointers.ts";
import { reportedSource } from "../../../text/reported-speech.ts";
import type { Resemblance } from "../../../text/resemblance.ts";
import { verdictOn } from "../stance/verdict.ts";
import { onlyQuotes } from "./brings-up.ts";
import { type Draft, surest } from "./draft.ts";
import { calibrate, softmax } from "./feature-table.ts";
import { isNext } from "./own-features.ts";
import { type OwnPair, ownPairs } from "./own-pairs.ts";
import { scoreOwn } from "./score-pairs.ts";
import type { Unit } from "./units.ts";

/** Less probable relations are not even suggested. */
const least = 0.22;
/** A reason is given for one or two statements, seldom for more. */
const most = 2;

/** Fitted to what is drawn on the gold texts, ours and others, on which nothing is trained. */
const calibration = { slope: 0.74, shift: -0.65 } as const;

/** A view laid in somebody's mouth, and the contrast or the verdict that follows: 4 of 7 in the prototype. */
const imagined = { confidence: 0.56, method: "rebuttal-of-imagined-view", stance: null } as const;

/**
 * How the statements of one comment hang on each other: a later one is a reason for an earlier one, follows
 * from it, or develops it. Each pair gets at most one relation, in the more probable direction.
 */
export function ownRelations(units: readonly Unit[], resemblance: Resemblance): readonly Draft[] {
  return surest(
    ownPairs(units, resemblance).flatMap((pair) => draftOf(pair) ?? []),
    { most },
  );
}

/** Null where no relation is probable enough. */
function draftOf(pair: OwnPair): Draft | null {
  const { early, late } = pair;
  if (onlyQuotes(early) || onlyQuotes(late)) return null;
  if (rebutsImagined(pair))
    return { kind: "disagrees-with", attack: "rebut", from: late, to: early, ...imagined };
  const [reason = 0, conclusion = 0, development = 0] = softmax(scoreOwn(pair));
  const backward = reason + development;
  const confidence = calibrate(Math.max(conclusion, backward), calibration);
  if (confidence < least) return null;
  const shared = { attack: null, stance: null, confidence } as const;
  if (conclusion > backward)
    return { ...shared, kind: "supports", from: early, to: late, method: "conclusion-in-comment" };
  const ends = { from: late, to: early } as const;
  return reason >= development
    ? { ...shared, ...ends, kind: "supports", method: "reason-in-comment" }
    : { ...shared, ...ends, kind: "refines", method: "development-in-comment" };
}

function rebutsImagined(pair: OwnPair): boolean {
  if (!isNext(pair)) return false;
  return (
    (pair.earlyTraits.has.imagines === 1 && pair.lateTraits.has.contrasts === 1) || rejectsReported(pair)
  );
}

/** "Critics say that trams are dear. That claim is false." */
function rejectsReported({ early, late }: OwnPair): boolean {
  if (pointerIn(late.text) !== "claim" || verdictOn(late.text) !== "against") return false;
  return reportedSource(early.text, { start: 0, end: early.text.length }) !== null;
}
