import { cues, cueText, withoutIdleNegations } from "./cues.ts";

/** How an answer stands to what it answers. `sure` is the probability of `sign` given that it is an answer. */
export interface Sign {
  readonly sign: "against" | "for" | "open";
  readonly sure: number;
}

/** How far into a sentence a plain negation still speaks about what is answered, in characters. */
const earlyNegation = 60;
/** How sure a negation without another cue is; the least of the cues. */
const plainNegation = 0.6;
/** How far an agreement may stand before the concession that turns it, in characters. */
const concessionReach = 160;

/**
 * Reads from its cues whether a sentence answers against or for the words it answers; `open` without a cue.
 *
 * The certainties follow the counts of the prototype (hits / cases): a start such as "no" or "actually" 7 / 7,
 * a phrase of disagreement 14 / 17, plain negation 11 / 14, "yes, but" 2 / 4.
 */
export function signOf(text: string): Sign {
  const words = cueText(text);
  const agreesFirst = cues.agreementStart.test(words);
  const agrees = agreesFirst || cues.agreementPhrase.test(words);
  const turns = agrees && cues.concession.test(words.slice(0, concessionReach));
  const against = (sure: number): Sign => ({ sign: "against", sure });
  if (cues.disagreementStart.test(words)) return against(0.82);
  if (turns) return { sign: "open", sure: 0.5 };
  if (agrees) return { sign: "for", sure: agreesFirst ? 0.9 : 0.55 };
  if (cues.disagreementPhrase.test(words)) return against(0.62);
  if (cues.contrastStart.test(words)) return against(0.62);
  const opening = withoutIdleNegations(words).slice(0, earlyNegation);
  if (!cues.additionStart.test(words) && cues.negation.test(opening)) return against(plainNegation);
  return { sign: "open", sure: 0.5 };
}
