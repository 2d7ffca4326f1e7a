import { cues, cueText } from "../../../src/extraction/rules/relations/cues.ts";
import { profileOf, Resemblance } from "../../../src/text/resemblance.ts";

/** What a later statement is to an earlier one, as probabilities that sum to 1. */
export interface PairRelation {
  readonly support: number;
  readonly attack: number;
  readonly rephrase: number;
  readonly none: number;
}

/** From this resemblance on (text/resemblance.ts) two statements say the same, unless one of them denies. */
const leastRephrase = 0.35;
/** From this one on a statement that denies, beside one that does not, denies that one. */
const leastDenial = 0.1;
/** From this one on two statements belong together. */
const leastRelated = 0.05;

/** How often each conclusion held among statements of debates, of a few hundred to a few thousand pairs each. */
const conclusions = {
  rephrase: { support: 0.3, attack: 0.15, rephrase: 0.45, none: 0.1 },
  attack: { support: 0.28, attack: 0.37, rephrase: 0.05, none: 0.3 },
  support: { support: 0.46, attack: 0.14, rephrase: 0.08, none: 0.32 },
  none: { support: 0.24, attack: 0.06, rephrase: 0.01, none: 0.69 },
} as const satisfies Record<string, PairRelation>;

/**
 * What a statement is to one that stands before it, by their words alone.
 *
 * Much in common and no denial is a rephrase; an opening that contrasts, or a denial of something in common, an
 * attack; something in common, or an opening that gives a reason, support. The direction of support is not told.
 */
export function relationOfPair(later: string, earlier: string): PairRelation {
  const words = cueText(later);
  const [a, b] = [profileOf(later), profileOf(earlier)];
  const near = new Resemblance([a, b]).between(a, b);
  const isDenial = cues.negation.test(words) !== cues.negation.test(cueText(earlier));
  if (near > leastRephrase && !isDenial) return conclusions.rephrase;
  const contrasts = cues.contrastStart.test(words) || cues.disagreementStart.test(words);
  if (contrasts || (isDenial && near > leastDenial)) return conclusions.attack;
  const reasons = cues.reasonStart.test(words) || cues.exampleStart.test(words);
  if (near > leastRelated || reasons || cues.conclusionStart.test(words)) return conclusions.support;
  return conclusions.none;
}
