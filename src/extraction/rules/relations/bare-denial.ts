import { cues, cueText } from "./cues.ts";
import type { Unit } from "./units.ts";

const untrue =
  "(?:that's |that is |it's |it is )?(?:just |simply |plain |completely )?(?:wrong|false|untrue|incorrect|not (?:true|so|the case))";
const isNot =
  "(?:(?:it|that|this|they|he|she|we|you|there) (?:(?:is|are|was|were|do|does|did|would|will|can|could|has|have) not|(?:is|are|was|were|do|does|did|would|wo|ca|could|has|have)n't|cannot)|(?:it|that|he|she)'s not|(?:they|we|you)'re not)";
const marks = '[\\s,.;:!…)"”-]{0,6}';
const opening = `(?:(?:sorry|well|no|nope|nah|actually)${marks}){0,3}`;
const denial = new RegExp(
  `^${opening}(?:${untrue}|${isNot}(?: at all)?|nope|nah)(?:${marks}sorry)?${marks}$`,
  "u",
);
const deniesTruth = new RegExp(`${untrue}(?:${marks}sorry)?${marks}$`, "u");

/**
 * Whether a statement does nothing but deny another: "No, it is not.", "Not true.", "It isn't."
 *
 * What says "not" itself is denied by "Not true." alone: "No, it is not." then says the same again.
 */
export function onlyDenies({ text }: Unit, target: Unit): boolean {
  const words = cueText(text);
  if (!denial.test(words)) return false;
  return deniesTruth.test(words) || !cues.negation.test(cueText(target.text));
}
