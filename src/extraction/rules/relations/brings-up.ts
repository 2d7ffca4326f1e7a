import { topicWeight } from "../../../text/frequent-words.ts";
import { wordsOf } from "../../../text/resemblance.ts";
import { foldText } from "../../../text/tokens.ts";
import type { Unit } from "./units.ts";

/** Fewer words than these are said again by chance. */
const fewestRepeated = 3;
const saying =
  "(?:you|he|she|they|[\\p{L}\\p{N}_.-]{2,30}) (?:(?:also|just|now|then) )?(?:say|says|said|write|writes|wrote|ask|asks|asked|claim|claims|claimed|call it|called it)";
/** "You say 'price the street'." and "'Price the street', you write." */
const onlySays = new RegExp(
  `^[(\\s]{0,4}(?:(?:and|but|so|then|here) )?(?:${saying}[:,]? (?:that )?"[^"]{2,400}"|"[^"]{2,400}",? ${saying})[.:!…)\\s-]{0,6}$`,
  "u",
);

const mark = /["“”„«]/u;

/** Whether a statement only says what somebody said, in quotation marks; what answers that follows. */
export const onlyQuotes = ({ text }: Unit): boolean => mark.test(text) && onlySays.test(foldText(text));

/**
 * Whether a statement does no more than bring up what it may answer: it only quotes, or says the words of one
 * of these statements again.
 */
export const bringsUp = (unit: Unit, targets: readonly Unit[]): boolean =>
  onlyQuotes(unit) || targets.some((target) => saysAgain(unit, target));

function saysAgain({ text, profile }: Unit, target: Unit): boolean {
  for (const stem of profile.counts.keys()) if (!target.profile.counts.has(stem)) return false;
  const words = wordsOf(text);
  if (words.length < fewestRepeated || !words.some((word) => topicWeight(word) === 1)) return false;
  return ` ${wordsOf(target.text).join(" ")} `.includes(` ${words.join(" ")} `);
}
