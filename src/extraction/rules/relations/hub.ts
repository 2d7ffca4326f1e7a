import type { Quote } from "../../../model/quote.ts";
import { contains } from "../../../model/span.ts";
import type { Resemblance } from "../../../text/resemblance.ts";
import { cues, cueText } from "./cues.ts";
import { type Draft, ownDraft } from "./draft.ts";
import type { Unit } from "./units.ts";

/** A post or an answer of at most so many claims is short: it makes one point, in its first claim. */
const shortPost = 5;
/** Probability that the second claim, the third … of a short post is a reason for the first or develops it. */
const confidences = [0.4, 0.36, 0.32, 0.3] as const;
/** What is added for topic words in common, per unit of resemblance, and its most. */
const resemblanceGain = 0.35;
const mostGain = 0.12;
/** What is taken away where the two have no topic word in common. */
const strangersLoss = 0.15;

/**
 * How the later claims of a short answer hang on its first: the first answers, the others are its reasons (R3).
 *
 * Looks at each stretch of own words between quotes. A claim that opens with a connective hangs on the claim
 * before it and is left alone here.
 */
export function hangOnFirst(
  units: readonly Unit[],
  quotes: readonly Quote[],
  resemblance: Resemblance,
): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const stretch of stretchesOf(units, quotes)) {
    const [first, ...rest] = stretch;
    if (first === undefined || stretch.length > shortPost) continue;
    for (const [position, unit] of rest.entries()) {
      if (unit.isAside || opensWithConnective(unit)) continue;
      const near = resemblance.between(unit.profile, first.profile);
      const gain = near === 0 ? -strangersLoss : Math.min(mostGain, resemblanceGain * near);
      const confidence = (confidences[position] ?? 0) + gain;
      drafts.push(ownDraft("supports", unit, first, confidence, "reason-for-first-claim"));
    }
  }
  return drafts;
}

/** The own claims of a comment, parted where a block quote stands between them. */
function stretchesOf(units: readonly Unit[], quotes: readonly Quote[]): readonly (readonly Unit[])[] {
  const own = units.filter((unit) => unit.quoteId === null);
  const scopes = quotes.flatMap(({ how, answer }) => (how === "inline" || answer === null ? [] : [answer]));
  const stretches = new Map<number, Unit[]>();
  for (const unit of own) {
    const scope = scopes.find((answer) => contains(answer, unit.place.span));
    const key = scope?.start ?? -1;
    stretches.set(key, [...(stretches.get(key) ?? []), unit]);
  }
  return [...stretches.values()];
}

function opensWithConnective(unit: Unit): boolean {
  const words = cueText(unit.text);
  return (
    cues.contrastStart.test(words) ||
    cues.exampleStart.test(words) ||
    cues.reasonStart.test(words) ||
    cues.restatementStart.test(words) ||
    cues.conclusionStart.test(words)
  );
}
