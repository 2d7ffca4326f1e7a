/**
 * Classes of English openers and closers, as conversation analysis and the literature on discourse markers
 * sort them (Schiffrin 1987, "Discourse Markers"; Fraser 1999, doi:10.1016/S0378-2166(98)00101-5). They are
 * phrases of any forum and name no topic.
 */
const start = String.raw`^[\s"'“‘(\[]*`;
const adverb = `(?:(?:also|still|really|just|totally|completely|strongly|kinda|kind of|sort of|mostly|generally|somewhat|partly|certainly|definitely|probably|fully|basically|very much|quite|actually|honestly|personally) )*`;

/** A turn that reacts to somebody: thanks, assent, dissent, hesitation. */
export const acknowledges = new RegExp(
  String.raw`${start}(?:(?:thanks?|thank you)\b(?! again)|thx|cheers\b|sure\b|yeah|yes\b|yep|yup|no\b(?=[,.!—-]| i\b)|nope|nah\b|ok(?:ay)?\b(?!,? (?:so|but|now|then)\b)|ohh*\b|ahh*\b|hm+\b|huh\b|wow|haha|lol|great\b|nice\b|cool\b|neat\b|good (?:point|question|catch|idea|post|stuff)|fair (?:point|enough)|interesting\b|excellent|fantastic|awesome|love (?:this|it)|congrat|kudos|agreed?\b|disagree|indeed\b|exactly|right[,.!]|true[,.!]|correct\b|my (?:bad|apolog)|apologies|sorry\b(?! (?:if|in advance))|oops|welcome\b|hi\b|hello\b|hey\b|seems (?:right|wrong|false|true|plausible|like)|sounds (?:right|good|like)|strong(?:ly)? (?:agree|disagree|upvot)|(?:this|that|it)(?:'s| is| was| all)? (?:seems |sounds |is |was |makes )?(?:very |really |super |so |all )?(?:helpful|great|awesome|interesting|makes? (?:a lot of |perfect )?sense|fair|true|useful|excellent)|${adverb}(?:agreed|disagree))`,
  "iu",
);

/** A turn that begins with the writer's own position. */
export const takesPosition = new RegExp(
  String.raw`${start}(?:(?:well|so far),? )?(?:i(?:'d|'m|'ve|'ll)?\b ${adverb}(?:agree|disagree|think|guess|find|found|believe|doubt|suspect|wonder|bet|like|love|appreciate|wish|have (?:a|no|some|mixed)|was (?:just|wondering|going|surprised)|would(?: have)?|like to|don't (?:think|see|know|understand|get|agree|buy)|do(?:n't)? think|feel|suppose|propose|want to|consider|confused|not sure|curious|unsure|skeptical|a bit|talking about|happy|sympathetic|inclined)|my (?:main )?(?:complaint|guess|take|view|impression|understanding|sense|opinion|question|reaction|concern|point|response|answer|thoughts?)\b|(?:one|another|a (?:couple|few|minor|quick|small)) (?:more |other )?(?:thing|question|point|thought|note|nitpick|comment|consideration)|follow-?up\b|imo\b|imho\b|in my (?:opinion|view)|nitpick|minor\b|quick (?:question|note)|have you|did you|do you|are you|can you|could you|would you|what do you|why do you|how do you|you (?:say|said|wrote|mention|seem|are|don't|also)|you're\b|your\b)`,
  "iu",
);

/** A paragraph that goes on from the one before. */
export const continues = new RegExp(
  String.raw`${start}(?:and|but|or|nor|so|then|thus|hence|therefore|however|nevertheless|nonetheless|still,|yet|also|additionally|in addition|furthermore|moreover|likewise|similarly|conversely|by contrast|in contrast|on the (?:other|contrary|one)|instead|rather|otherwise|besides|anyway|anyhow|in any case|either way|regardless|again|indeed,|for (?:example|instance|my part|the same)|e\.g|i\.e|in other words|that is,|specifically|in particular|in fact|in practice|in principle|in general|in short|in summary|to be clear|to clarify|to summari[sz]e|more (?:generally|specifically|broadly|seriously|importantly|precisely|concretely)|first(?:ly)?,|second(?:ly)?,|third(?:ly)?,|finally|lastly|next,|meanwhile|afterwards?|later|separately|of course|obviously|granted|admittedly|presumably|maybe|perhaps|probably|ultimately|overall|basically|now,?|if so|if not|as a result|as for|as such|because|since|although|though|while|whereas|when|once|after|before|until|unless|given|suppose|imagine|consider|note|see also|ditto|ok(?:ay)?,? (?:so|but|now|then)|(?:thanks?|thank you) again|sorry (?:if|in advance)|hope (?:that|this)|\[?\d{1,2}\]|same (?:for|with)|given that|speaking of|like,|well,? ok|there (?:are|is) (?:also|probably|other)|it's also|it's still|part of|on top of)(?![\p{L}\p{N}])`,
  "iu",
);

/** A paragraph whose first word points back. */
export const pointsBack = new RegExp(
  String.raw`${start}(?:this|that|these|those|it|they|them|he|she|such|here|there|both|neither|either|each|the (?:above|former|latter|same|first|second|third|other|rest|point|problem|positive|main|idea|result|question|reason|fact))\b`,
  "iu",
);

/** A paragraph that answers words put before it. */
export const answers = new RegExp(
  String.raw`${acknowledges.source}|${start}(?:i(?:'d|'m|'ve)?\b|you\b|you're|your\b|can you|could you|why\b|what (?:do|does|if|about|makes|is)\b|how (?:do|does|would|is)\b|is (?:this|that|it|there)\b|are (?:you|there)\b|do you|does\b|not (?:sure|really|quite|necessarily|at all|exactly)|(?:this|that|it)(?:'s| is| isn't| doesn't| seems| sounds| may| might| would| depends| depend)\b|(?:this|that) (?:is|isn't|seems|sounds|kinda|kind of|part|claim|argument|point|quote|paragraph|sentence)|the (?:above|quote|word|phrase|thing|point|problem)|there(?:'s| is| are)\b|maybe\b|perhaps\b|depends\b|if so|if you|but\b|well\b|so (?:you|what)|where\b|who\b|(?:nobody|no one)\b)`,
  "iu",
);

/** A paragraph that can only answer the words right before it: it takes a stand on "that", or asks about it. */
export const answersDirectly = new RegExp(
  String.raw`${start}(?:(?:so |well,? |yeah,? |yes,? |no,? |hm+,? )?i(?:'d|'m)? ${adverb}(?:don't |do not |would(?:n't)? |can't )?${adverb}(?:agree|disagree|buy|accept|believe|object|dispute)(?:d)?(?: with)? (?:this|that|it)\b|i don't (?:think|see|know|believe|understand) (?:that's|this is|that is|so\b|how this|how that|why this|why that|what (?:this|that|you mean)|this|it's true)|(?:that|this)(?:'s| is| isn't| seems| sounds)(?:n't)? (?:not |clearly |just |probably |simply |plainly |indeed |obviously )?(?:true|right|wrong|false|correct|incorrect|fair|unfair|a (?:good|fair|bad|strawman|misunderstanding))|(?:can|could|would) you (?:elaborate|explain|clarify|expand|say more)|what do you mean|why (?:not|is that|do you think|would)\b|(?:citation|source)(?: needed)?\?|not (?:true|necessarily|quite|really|at all)\b|(?:in|from) what sense|how so)`,
  "iu",
);

/** A paragraph that opens with a verb whose rest stands in the words before it: "Tallinn did, in 2014", "It will." */
export const answersShortly =
  /^(?:[\p{L}'-]+ ){1,3}(?:will|won't|do|does|did|don't|doesn't|didn't|is|isn't|are|aren't|was|wasn't|has|hasn't|have|haven't|can|can't|could|would|should)[,.;!:](?=\s|$)|^(?:neither|nor|so) (?:do|does|did|is|are|was|will|would|can|have|has) |^(?:because|for the same reason)\b|^i (?:claim|said|say|wrote|claimed|made|meant) no such\b|^(?:i )?(?:never|didn't|don't) (?:say|said|claim|claimed|write|wrote) (?:that|so|it)\b/iu;

/** What ends a turn: regret, thanks, an offer, a pointer to more. */
export const closes =
  /(?:\bsorry (?:if|in advance|for|about)\b|\bapologies\b|\bthanks? (?:again|for|in advance|you)|\bhope (?:that|this|it) |\blet me know\b|\bhappy to (?:chat|talk|discuss|elaborate|hear)|\bcurious (?:what|to|how|if|whether|about)|\bdoes that (?:make sense|help|answer)|\bwhat do you think\b|\bjust (?:my|a) (?:two cents|thought)|\bi (?:could|might|may) be wrong\b|\bnot (?:really )?my area\b|\bfor (?:more|further|related)\b[^.]{0,60}\b(?:see|discussion|details)\b|\bsee (?:also )?(?:my|here|this|section|the)\b[^.]{0,80}[.)\]]*$|\b(?:here|there|elsewhere|later)[.)\]]*$|\bcc @|[:;]-?[)P]\s*\)*$|¯\\_)/iu;

/** An introduction of somebody's words: "you wrote:", "as the post puts it:". */
export const attributes =
  /\b(?:you|you've|they|he|she|op|post|article|author|paper|essay|comment|someone|somebody|people|abstract|page|[\p{Lu}]\p{L}+)(?: (?:also|later|even|then|earlier|just|had|have|has))* (?:wrote|write|writes|written|said|say|says|saying|state[sd]?|claim(?:s|ed)?|argue[sd]?|ask(?:s|ed)?|put it|puts it|quote[sd]?|mention(?:s|ed)?|noted?|notes)\b[^.?!]{0,40}:$|\b(?:from|quoting|to quote|quoted from|according to)\b[^.?!]{0,60}:$/u;

/** Words of the first person singular. */
export const firstPerson = /(?:^|[^\p{L}'])(?:I|I'(?:m|d|ve|ll)|my|me|myself|mine)(?![\p{L}'])/u;
/** Words that address a reader. */
export const secondPerson =
  /(?:^|[^\p{L}])(?:you|your|yours|you're|you've|you'd|you'll|OP|@\p{L}+)(?![\p{L}])/iu;
/** Words that name what is answered. */
export const namesPost =
  /\b(?:this|the|your|that|these|those) (?:\w+ )?(?:post|comment|article|essay|paper|argument|description|excerpt|paragraph|section|question|proposal|piece|interview|podcast|sequence|thread|reply|result|definition|link)s?\b/iu;

/** "This post …": it points to what is answered, not to the paragraph before. */
export const opensWithPost = new RegExp(`${start}(?:i )?${namesPost.source}`, "iu");

/** Straight quotation marks and apostrophes, which the patterns above expect. */
export function straighten(text: string): string {
  return text
    .replace(/[‘’‚‛]/gu, "'")
    .replace(/[“”„‟]/gu, '"')
    .replace(/[\u00a0\u202f]/gu, " ");
}
