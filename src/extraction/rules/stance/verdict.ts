import { cueText } from "../relations/cues.ts";

const adverb =
  "(?:(?:(?!hardly|scarcely|barely|rarely)\\p{L}+ly|just|still|also|quite|so|very|rather|a bit|the|plain|far|too|where i) )*";
const be = "(?:is|was|are|were|seems|seem|looks|look|sounds|sound|strikes me as)";
const not = "(?:is|was|are|were|does|do|did)(?:n't| not)";
const wrong =
  "(?:false|wrong|nonsense|mistaken|incorrect|untrue|absurd|ridiculous|weak|weakest|bogus|silly|misleading|irrelevant|circular|backwards?|off|rubbish|bunk|questionable|unfair|unfounded|unsupported|doubtful|overstated|exaggerated|fallacious|invalid|a (?:stretch|fallacy|myth|straw ?man|non sequitur)|not (?:\\p{L}+ )?(?:true|right|correct|so|the case|convincing|relevant|fair|sound))";
const right =
  "(?:right|true|correct|fair|good|great|excellent|convincing|sound|valid|solid|spot on|well taken|compelling|strong|strongest|best)";
const fails =
  "(?:does(?:n't| not)|do(?:n't| not)|did(?:n't| not)|won't|can't|cannot) (?:\\p{L}+ )?(?:hold|stand|work|follow|make sense|convince|persuade|apply|add up|wash|survive)";

const against = new RegExp(
  `(?<![\\p{L}'])(?:${be} ${adverb}${wrong}|${not} ${adverb}${right}|${fails}|fails?|falls apart|collapses|begs the question|misses the point|(?:i|i'd) (?:\\p{L}+ )?(?:disagree|push back|reject|dispute)|i (?:don't|do not|can't|cannot) (?:\\p{L}+ )?(?:agree|buy|accept|believe|see it))(?![\\p{L}'])`,
  "u",
);
const favour = new RegExp(
  `(?<![\\p{L}'])(?:${be} ${adverb}${right}|(?:still )?(?:stands|holds)(?: up)?|makes (?:\\p{L}+ )?sense|(?:i|i'd) (?:\\p{L}+ )?(?:agree|concede|grant|accept)|convinces me|convinced me|point taken)(?![\\p{L}'])`,
  "u",
);
/** What makes a verdict none: it is asked for, holds under a condition, or is denied. */
const undecided =
  /^(?:if|unless|whether|suppose)(?![\p{L}'])|\?["')\]]*$|(?<![\p{L}'])(?:don't|do not|doesn't|does not|never) (?:think|believe|say|claim|mean)(?![\p{L}'])/u;

/**
 * What a sentence says of words that it names: that they are wrong ("your point 2 is false"), or right; null
 * where it says neither, or both ("point 1 is right, point 2 is not").
 */
export function verdictOn(text: string): "against" | "for" | null {
  const words = cueText(text);
  if (undecided.test(words)) return null;
  const [isAgainst, isFor] = [against.test(words), favour.test(words)];
  return isAgainst === isFor ? null : isAgainst ? "against" : "for";
}
