import { cues, cueText, withoutTagQuestions } from "./cues.ts";

/** How an answer stands to what it answers. `sure` is the probability of `sign` given that it is an answer. */
export interface Sign {
  readonly sign: "against" | "for" | "open";
  readonly sure: number;
  readonly attack: "rebut" | "undermine" | "undercut";
}

/** How far into a sentence a plain negation still speaks about what is answered, in characters. */
const earlyNegation = 60;
/** How sure a negation without another cue is; too little to be lent to another sentence. */
const plainNegation = 0.6;
/** How many sentences before or after one without a cue may lend it their sign. */
const passageReach = 3;
/** The most that a borrowed sign is sure of. */
const borrowedSure = 0.6;
/** Share of answers to quotes that attack the quoted words, where no cue tells. */
const quotePrior = 0.6;
/** How far an agreement may stand before the concession that turns it, in characters. */
const concessionReach = 160;

const undercuts =
  /(?:doesn't|does not|don't|do not|wouldn't) (?:follow|mean that|prove|imply|change that|matter)|non sequitur|irrelevant|beside the point|proves? my point|even if (?:that|this|so)|so what/u;
const undermines =
  /\b(?:source|citation|evidence|statistics|numbers|data|assum(?:e|es|ing|ption|ptions)|premise|based on|anecdot\w*|cite)\b/u;

/**
 * Reads from its cues whether a sentence answers against or for the words it answers; `open` without a cue.
 *
 * The certainties follow the counts of the prototype (hits / cases): a start such as "no" or "actually" 7 / 7,
 * a phrase of disagreement 14 / 17, plain negation 11 / 14, "yes, but" 2 / 4.
 */
export function signOf(text: string): Sign {
  const words = cueText(text);
  const attack = undercuts.test(words) ? "undercut" : "rebut";
  const agreesFirst = cues.agreementStart.test(words);
  const agrees = agreesFirst || cues.agreementPhrase.test(words);
  const turns = agrees && cues.concession.test(words.slice(0, concessionReach));
  const against = (sure: number): Sign => ({
    sign: "against",
    sure,
    attack: attack === "rebut" && undermines.test(words) && cues.negation.test(words) ? "undermine" : attack,
  });
  if (cues.disagreementStart.test(words)) return against(0.82);
  if (turns) return { sign: "open", sure: 0.5, attack };
  if (agrees) return { sign: "for", sure: agreesFirst ? 0.9 : 0.55, attack };
  if (cues.disagreementPhrase.test(words)) return against(0.62);
  if (cues.contrastStart.test(words)) return against(0.62);
  const opening = withoutTagQuestions(words).slice(0, earlyNegation);
  if (!cues.additionStart.test(words) && cues.negation.test(opening)) return against(plainNegation);
  return { sign: "open", sure: 0.5, attack };
}

/**
 * The sign of a sentence within the passage that it belongs to.
 *
 * A sentence without a cue of its own stands as the one before it does; the first, as the nearest after it that has a
 * cue. What follows a quote and shows no sign at all counts as against the quote: 63 of 78 such answers were.
 */
export function signWithin(passage: readonly string[], at: number, { isAfterQuote = false } = {}): Sign {
  const own = signOf(passage[at] ?? "");
  if (own.sign !== "open") return own;
  const before = passage.slice(Math.max(0, at - passageReach), at).toReversed();
  for (const text of [...before, ...passage.slice(at + 1, at + 1 + passageReach)]) {
    const other = signOf(text);
    if (other.sign !== "open" && other.sure > plainNegation)
      return { ...other, sure: Math.min(other.sure, borrowedSure) };
  }
  return isAfterQuote ? { sign: "against", sure: quotePrior, attack: own.attack } : own;
}
