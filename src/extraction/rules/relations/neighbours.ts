import type { Resemblance } from "../../../text/resemblance.ts";
import { cues, cueText } from "./cues.ts";
import { type Draft, ownDraft } from "./draft.ts";
import type { Unit } from "./units.ts";

/**
 * Probability that a claim hangs on the claim before it, by the cue that opens it, in the same paragraph and at the
 * head of the next. Same paragraph as in the prototype (but 8 of 11, because 3 of 5, this 6 of 12, no mark 13 of
 * 53); across paragraphs a contrast 3 of 8, no mark 5 of 55.
 */
const confidences = {
  restatement: [0.55, 0.45],
  contrast: [0.58, 0.36],
  rebuttal: [0.56, 0.45],
  example: [0.5, 0.34],
  reason: [0.5, 0.3],
  conclusion: [0.38, 0.24],
  addition: [0.32, 0.26],
  pronoun: [0.42, 0.22],
  aside: [0.22, 0.18],
  unmarked: [0.25, 0.1],
} as const satisfies Record<string, readonly [number, number]>;
type Cue = keyof typeof confidences;

/** What is added for topic words in common, per unit of resemblance, and its most. */
const resemblanceGain = 0.4;
const mostGain = 0.14;
/** What a sentence between the two that claims nothing takes away, each: the cue may look at that one. */
const gapLoss = 0.12;

/**
 * How the claims of one comment hang on each other: each claim of the author's own with the one just before it,
 * or, after an aside in brackets, with the one before the bracket.
 *
 * A contrast or a restatement refines, a reason or an example supports what precedes, a conclusion is supported
 * by it. A view laid in somebody's mouth and the contrast that follows it stand against each other.
 */
export function neighbours(units: readonly Unit[], resemblance: Resemblance): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const unit of units) {
    const previous = previousOf(units, unit);
    if (previous === null) continue;
    const distance = Math.min(1, unit.paragraph - previous.paragraph);
    const cue = cueOf(unit, previous);
    const near = resemblance.between(unit.profile, previous.profile);
    const base = confidences[cue][distance] ?? 0;
    const confidence = base + Math.min(mostGain, resemblanceGain * near) - gapLoss * gapOf(previous, unit);
    drafts.push(draftOf(cue, unit, previous, confidence));
  }
  return drafts;
}

/** The own claim that this one may hang on: near enough, with no quote between, outside brackets if this one is. */
function previousOf(units: readonly Unit[], unit: Unit): Unit | null {
  if (unit.quoteId !== null) return null;
  for (let at = unit.index - 1; at >= 0; at--) {
    const previous = units[at];
    if (previous === undefined || previous.quoteId !== null) return null;
    if (previous.isAside && !unit.isAside) continue;
    const asides = unit.index - 1 - at;
    return unit.paragraph - previous.paragraph <= 1 + asides ? previous : null;
  }
  return null;
}

/** Sentences between two units that are no units themselves. */
function gapOf(from: Unit, to: Unit): number {
  return Math.max(0, to.segment - from.segment - (to.index - from.index));
}

function cueOf(unit: Unit, previous: Unit): Cue {
  const words = cueText(unit.text);
  const isContrast = cues.contrastStart.test(words);
  if (isContrast && cues.imagined.test(cueText(previous.text))) return "rebuttal";
  if (cues.restatementStart.test(words)) return "restatement";
  if (isContrast) return "contrast";
  if (cues.exampleStart.test(words)) return "example";
  if (cues.reasonStart.test(words)) return "reason";
  if (cues.conclusionStart.test(words)) return "conclusion";
  if (cues.additionStart.test(words)) return "addition";
  if (unit.isAside && !previous.isAside) return "aside";
  if (cues.pronounStart.test(words)) return "pronoun";
  return "unmarked";
}

function draftOf(cue: Cue, unit: Unit, previous: Unit, confidence: number): Draft {
  switch (cue) {
    case "rebuttal":
      return ownDraft("disagrees-with", unit, previous, confidence, "rebuttal-of-imagined-view");
    case "restatement":
    case "contrast":
    case "addition":
    case "aside":
      return ownDraft("refines", unit, previous, confidence, `${cue}-of-previous`);
    case "example":
    case "reason":
      return ownDraft("supports", unit, previous, confidence, `${cue}-for-previous`);
    case "conclusion":
      return ownDraft("supports", previous, unit, confidence, "conclusion-from-previous");
    case "pronoun":
      return ownDraft("refines", unit, previous, confidence, "pronoun-after-previous");
    case "unmarked":
      return ownDraft("supports", unit, previous, confidence, "unmarked-after-previous");
  }
}
