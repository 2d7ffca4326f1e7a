import { cueText } from "../relations/cues.ts";

const adverb =
  "(?:(?:(?!hardly|scarcely|barely|rarely)\\p{L}+ly|just|still|also|quite|so|very|rather|a bit|all|as|the|plain|far|too|where i|not (?:only|just|merely)) )*";
const be = "(?<!what )(?:is|was|are|were|seems|seem|looks|look|sounds|sound|strikes me as)";
const not = "(?:is|was|are|were|does|do|did)(?:n't| not)";
/** "Hardly right", "far from true"; "far from home" says where. */
const scarcely = `(?:hardly|scarcely|barely|rarely|far from|anything but) (?:being )?${adverb}`;
const utterly = "could(?:n't| not) be (?:any )?more ";
const wrong =
  "(?:false|wrong(?! (?:with|or)(?![\\p{L}']))|nonsense|mistaken|incorrect|untrue|absurd|ridiculous|weak|weakest|bogus|silly|misleading|irrelevant|circular|backwards?|off(?! topic)|rubbish|bunk|questionable|unfair|unfounded|unsupported|doubtful|overstated|exaggerated|fallacious|invalid|a (?:stretch|fallacy|myth|straw ?man|non sequitur)|not (?:\\p{L}+ )?(?:true|right|correct|so|the case|convincing|relevant|fair|sound))";
/** A judging word that stands by itself: "good", and neither "good news" nor "right above" nor "true of trams". */
const alone =
  "(?= (?:and|but|though|although|too|enough|here|as|on the (?:money|mark)|to me|by me|for me|in my|i)(?![\\p{L}'])|(?: (?:point|one|question|example|start|argument))?(?:[.,;:!?)\"]|$| -))";
const good =
  "(?:a )?(?:right|true|correct|fair|good|great|excellent|convincing|sound|valid|solid|compelling|strong|strongest|best)";
const right = `(?:${good}${alone}|spot on|well taken)`;
const fails =
  "(?:does(?:n't| not)|do(?:n't| not)|did(?:n't| not)|won't|can't|cannot) (?:\\p{L}+ )?(?:hold|stand|work|follow|make sense|convince|persuade|apply|add up|wash|survive)";

const against = new RegExp(
  `(?<![\\p{L}'])(?:${be} (?:${adverb}${wrong}|${scarcely}(?:${good}|the truth))|${not} ${adverb}${good}|${utterly}${wrong}|${fails}|makes (?:no|little) sense|(?<!(?:never|not|n't) )fails?|falls apart|collapses|begs the question|misses the point|(?:i|i'd) (?:\\p{L}+ )?(?<!n't |not )(?:disagree|doubt|push back|reject|dispute)|i (?:don't|do not|can't|cannot|won't|refuse to) (?:\\p{L}+ )?(?:agree|buy|accept|believe|see it))(?![\\p{L}'])`,
  "u",
);
const favour = new RegExp(
  `(?<![\\p{L}'])(?:${be} ${adverb}${right}|${utterly}${right}|(?<!as it )(?:still )?(?:stands|holds|works)(?: up| water)?${alone}|makes (?!no |little )(?:\\p{L}+ )?sense|(?:i|i'd) (?:(?!almost|nearly|hardly)\\p{L}+ )?(?:agree|concede|grant|accept)|i (?:don't|do not|can't|cannot) disagree|convinces me|convinced me|point taken)(?![\\p{L}'])`,
  "u",
);
/**
 * What makes a verdict none: it is asked for, holds under a condition, is denied, somebody else's, or on
 * something that is shown by what is named.
 */
const undecided =
  /^(?:if|unless|whether|suppose|assuming|once|either)(?![\p{L}'])|\?["')\]]*$|(?<![\p{L}'])(?:don't|do not|doesn't|does not|never|nobody|no one|wouldn't|would not) (?:think|thinks|believe|say|says|said|claim|claimed|mean)(?![\p{L}'])|(?<![\p{L}'])(?:i wonder|whether|why|used to|(?:show|tell|prove to) me|(?:it|this)(?:'s not| is not| isn't) that|according to|(?:shows?|proves?|suggests?|explains?) (?:that|how|why|what)|(?:you|they|we|he|she|people|everybody|everyone|some) (?:\p{L}+ly )?(?:say|says|said|claim|claims|claimed|argue|argued|think|thinks|believe|believed|write|wrote|know)|only if|(?:would|i'd) [^.]{1,120} if)(?![\p{L}'])/u;
/** What is right so far as it goes is granted before something else is said. */
const granted = /,? (?:but|though|although|yet|however) /u;

/**
 * What a sentence says of words that it names: that they are wrong ("your point 2 is false"), or right; null
 * where it says neither, or both ("point 1 is right, point 2 is not"), or grants and turns.
 */
export function verdictOn(text: string): "against" | "for" | null {
  const words = cueText(text);
  if (undecided.test(words)) return null;
  const [isAgainst, isFor] = [against.test(words), favour.test(words)];
  if (isAgainst === isFor || (isFor && granted.test(words))) return null;
  return isAgainst ? "against" : "for";
}
