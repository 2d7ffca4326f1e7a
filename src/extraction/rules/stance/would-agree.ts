import { phrasePattern } from "../../../text/phrase-pattern.ts";
import { cueText } from "../relations/cues.ts";

const assent = phrasePattern(`
  (?:i|we)(?:'d| would| could| might|'ll| will) (?:\\p{L}+ )?(?:agree|accept|concede|grant|concur|support|side with|
  be (?:with you|on your side|for it|convinced|happy|fine)) |
  you(?:'d| would| might) (?:\\p{L}+ )?(?:be (?:right|correct)|have a point) |
  (?:that|this|it)(?:'d| would| might) (?:\\p{L}+ )?be (?:right|true|fair|fine)`);
const condition = phrasePattern(
  "if | unless | until | once | were | had | provided | as long as | as soon as",
);

/** Whether a sentence assents under a condition only: "if trams were free, I'd agree" agrees to nothing yet. */
export function wouldAgree(text: string): boolean {
  const words = cueText(text);
  return assent.test(words) && condition.test(words);
}
