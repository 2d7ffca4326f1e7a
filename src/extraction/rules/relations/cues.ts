import { phrasePattern } from "../../../text/phrase-pattern.ts";

/**
 * Phrases that show how a sentence stands to what came before. Written for this project from common English, one
 * list an idea; `start` lists hold at the beginning of a sentence, the others anywhere in it.
 */
const interjection = "(?:(?:oh|ah|god|lol|haha|hm+|well|wow|man|honestly|frankly|tbh|imo)[,.!]*\\s+)?";
const starts = (list: string): RegExp => phrasePattern(list, { where: "start", opening: interjection });
const anywhere = (list: string): RegExp => phrasePattern(list);

export const cues = {
  disagreementStart: starts(`
    no | nope | nah | not (?:really|quite|so|necessarily|exactly|at all|true|only) | wrong | false | untrue |
    incorrect | nonsense | hardly | sadly | unfortunately | on the contrary | quite the opposite | actually |
    why (?:would|should|do|does|is|are|not) | since when | how (?:can|could|is|does) | who says | says who |
    i (?:still )?(?:disagree|doubt) | i (?:strongly|completely|respectfully|totally) disagree |
    i (?:really )?(?:don't|can ?not|can't|cannot|fail to) (?:agree(?! more)|think|believe|see|buy|find|accept) |
    i'm (?:not (?:sure|convinced)|skeptical|sceptical|unconvinced) | that's (?:not|wrong|false|just|simply not) |
    that is (?:not|wrong|false) | that (?:doesn't|does not|isn't|is not|would not|wouldn't) |
    it (?:doesn't|does not|isn't|is not) | this (?:isn't|is not|doesn't|does not) |
    you (?:are|were) (?:wrong|mistaken|ignoring|missing|assuming|confus\\p{L}+) |
    you're (?:wrong|mistaken|ignoring|missing|assuming|confus\\p{L}+) | you (?:can't|cannot|seem to|keep)`),
  disagreementPhrase: anywhere(`
    disagree\\p{L}* | i doubt | doubtful | skeptical | sceptical | unconvinced | not (?:really )?convinced |
    (?:do|does|did|is|was|are|were|would|could|can|has|have|should)n't (?:agree(?! more)|think|believe|buy|see (?:how|why|
    any|the)|true|right|the case|necessarily|follow|mean (?:that|it|they|there)|make sense|work|change|matter) |
    not (?:true|right|correct|the case|necessarily|what|the same|enough|a (?:good )?reason) | mistaken |
    misread\\p{L}* | misunderst\\p{L}+ | misrepresent\\p{L}* | misleading | incorrect | false | contradict\\p{L}* |
    on the contrary | rather than | whereas | unlike you | fails? to | overlook\\p{L}* | ignor(?:es|ing) |
    makes? no sense | nonsense | absurd | ridiculous | straw ?man | non sequitur | no evidence | no reason |
    beg(?:s|ging) the question | only proves? my | far from | (?:don't|do not) like`),
  agreementStart: starts(`
    yes | yeah | yea | yep | yup | agreed | exactly | indeed | certainly | sure | right | true | correct |
    absolutely | of course | good (?:point|question|idea) | great point | fair (?:enough|point) |
    i (?:totally |fully |completely |also |quite |very much |mostly )?agree | i think so | same here | definitely |
    totally | granted | agree | same | me too | so (?:do|am|is|does|did|have|has) (?:i|we|it|mine|ours) | amen | so true |
    that's so true | \\+1 | 100 ?(?:%|percent) | (?:brilliant|excellent|great|lovely|nice|good) (?:idea|point) |
    i(?:'d| would)? support | (?:can't|could(?:n't| not)) agree more | i (?:accept|concede|admit|grant) | you(?:'re| are) (?:right|correct) | that's (?:right|true|correct|fair|a (?:good|fair)) |
    makes sense | that makes sense | ditto | precisely | well said`),
  agreementPhrase: anywhere(`
    i (?:\\p{L}+ )?agree(?: with)? | fair enough | good point | makes? (?:a lot (?:of |more )?)?sense |
    well said | you(?:'re| are) (?:\\p{L}+ )?(?:right|correct) | that's (?:true|correct|a (?:good|fair)) |
    (?:excellent|great) (?:idea|point) | i'm all for | (?:can't|could(?:n't| not)) agree more | as you (?:say|said|note|noted|point)`),
  concession: anywhere(`, but | but | however | though | yet | except | on the other hand`),
  negation: anywhere(`
    not | no | never | none | nobody | nothing | nor | neither | cannot | without | hardly | \\p{L}+n't | dont |
    doesnt | isnt | cant | wont | didnt`),
  /** The speaker takes a position toward what the person spoken to said. */
  stance: anywhere(`
    (?:dis)?agree(?:s|d)?(?: with)? | skeptical | sceptical | you(?:'re| are) (?:right|wrong|assuming|ignoring|missing|
    saying|claiming|proposing|suggesting|mistaken) | your (?:argument|point|claim|post|example|
    proposal|question|view|reasoning|arguments|idea|opinion|position|comment) |
    (?:what|as|if|when|that|where) you (?:say|said|claim|argue|mention|mentioned|suggest|assume|think|mean|insist|
    propose|proposed|describe|wrote) | you (?:say|said|claim|claimed|argue|argued|mention|mentioned|suggested|
    insist|wrote) | that's (?:not (?:true|right)|fair|false) | good point | fair enough | i (?:doubt|would argue) | than you(?: do)? | unlike you | (?:we|you and i)
    (?:\\p{L}+ )?(?:differ|disagree|agree)`),
  /** The speaker speaks of the conversation and not of its matter. */
  meta: anywhere(`
    sorry | apologi[sz]e | apologies | thanks | thank you | i (?:\\p{L}+ )?(?:\\p{L}+ )?(?:have )?read | let me |
    i(?:'m| am) (?:a (?:bit|little) )?(?:confused|not sure (?:what|that i|i|if i)) | back to | welcome`),
  contrastStart: starts(`
    but | however | yet | still | though | although | nevertheless | nonetheless | on the other hand |
    conversely | instead | rather | whereas | then again | that said | even so | of course | granted |
    at the same time | unfortunately | in (?:fact|reality) | actually | hmm`),
  restatementStart: starts(`
    i\\.?e\\.? | in other words | that is(?=,) | that is to say | more (?:precisely|specifically|generally|exactly|
    concretely) | specifically | in particular | to be (?:clear|precise|exact|fair|more \\p{L}+) |
    to clarify | put differently | what i mean | i mean | namely | (?:update|edit|eta|correction) | or rather |
    more like | by which i mean | basically | in short | to put it | so by the same token`),
  exampleStart: starts(`
    for (?:example|instance) | e\\.?g\\.? | such as | like(?=,) | take | consider | imagine | suppose |
    a (?:good|simple|recent) example | case in point`),
  reasonStart: starts(`
    because | since | after all | for one thing | the reason | given that | hence why`),
  conclusionStart: starts(`
    so(?! (?:has|have|do|does|did|is|are|was|were|far|what|much|many|long)) | thus | therefore | hence | consequently | as a result | accordingly | it follows | that's why |
    this means | that means | in (?:sum|conclusion) | overall | all in all | clearly | this (?:shows|implies|suggests) |
    that (?:shows|implies|suggests)`),
  additionStart: starts(`
    and | also | moreover | furthermore | in addition | additionally | plus | likewise | similarly | ditto | besides |
    second(?:ly)? | third(?:ly)? | finally | another | i (?:also|likewise) | then | again`),
  pronounStart: starts(`
    this | that | it | these | those | such | they | he | she | which | its | their | the same | doing so | here`),
  /** A view is laid in somebody's mouth, or granted, and an answer to it is due. */
  imagined: starts(`
    (?:one|some|people|you|they|someone|somebody|critics?|many|others)(?: people)? (?:might|may|could|would|will|can)
    (?:\\p{L}+ )?(?:say|hope|think|argue|object|ask|believe|claim|suppose|reply|wonder|respond|expect) |
    it (?:might|may|could) (?:be|seem) (?:argued|objected|thought|said|that) | some (?:people )?(?:say|think|argue|
    believe|claim) | people (?:often |sometimes )?(?:say|think|argue|believe|claim) | suppose |
    you(?:'re| are| will|'ll) (?:probably )?(?:gonna |going to )?(?:say|object|argue) | the (?:usual|common|standard|obvious)
    (?:argument|objection|answer|reply|view) | sure | yes | granted | admittedly | true | it is true that |
    it's true that | in theory | in principle`),
  example: anywhere(`for (?:example|instance) | e\\.?g\\.? | such as`),
  opinion: anywhere(`
    i (?:\\p{L}+ )?(?:think|believe|guess|suspect|expect|feel|doubt|prefer|consider|suppose|agree|disagree) |
    i'm (?:\\p{L}+ )?(?:for|against|sure|skeptical|hopeful|planning|expecting) | in my (?:opinion|view|mind) | imo |
    should | must | need(?:s)? to | ought | better | best | worse | worst | important | likely | probably`),
} as const;

/** A sentence that takes a stance and says nothing else: "I doubt that.", "Fair enough, I agree." */
export const bareStance = new RegExp(
  `^${interjection}(?:(?:${[
    "yes|yeah|yep|yup|no|nope|nah|ok|okay|sure|well|hmm+|exactly|agreed|indeed|true|right|wrong|false|correct|nonsense|granted|amen|same|precisely|absolutely|definitely|ditto|quite|hardly",
    "fair (?:enough|point)|good (?:point|one)|great point|same here|me too|not (?:really|quite|so|exactly|at all|true|necessarily)|of course|well said|point taken|makes sense",
    "i (?:\\p{L}+ )?(?:agree|disagree|doubt it|doubt that|think so|think not|concur)(?: (?:with|on) (?:you|that|this|it|both|all of (?:that|this|it)|most of (?:that|this|it)|everything))?(?: too| as well| entirely| completely)?",
    "i (?:don't|do not) (?:think so|agree|buy (?:it|that|this)|see it|follow|believe (?:it|that|you))|i'm (?:not (?:so )?(?:sure|convinced)|with you|skeptical|sceptical|unconvinced)(?: (?:of|about) (?:that|this|it))?",
    "(?:that|this|it)(?:'s| is| was| isn't| is not) (?:\\p{L}+ )?(?:fair|true|right|wrong|false|correct|nonsense|absurd|ridiculous|silly|unfair|a (?:good|fair|great|bad|silly|valid) (?:point|question|argument))(?: enough)?",
    "(?:that|this|it) (?:makes (?:no )?sense|doesn't (?:make sense|follow)|does not follow)|you(?:'re| are) (?:\\p{L}+ )?(?:right|wrong|correct|mistaken)|who says|says who|so what|come on|seriously|really",
  ].join("|")})[\\s,.;:!?…)"”-]*){1,3}$`,
  "u",
);

/** A sentence as the cues read it: lower case, straight quotes, without the marks that may open it. */
export function cueText(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[’‘]/gu, "'")
    .replace(/^[\s"“”'«»*_~([{.…–—-]+/u, "");
}

// It begins where a run of commas and blanks does: tried at each of them, a long run would take quadratic time.
const tagQuestions =
  /(?<![,\s])[,\s]+(?:is|are|do|does|was|were|wo|ca|could|would|did|have|has|should)n't\s+(?:it|they|we|you|he|she|that|there)(?:\s+all)?\s*(?=[.?!]|$)/gu;

const noDoubt = /(?<!\p{L})(?:no |without (?:a |any )?)(?:question|doubt)(?= {0,3}(?:[,.!]|$))/gu;

/** The words without "isn't it?" and "no question", whose "not" and "no" deny nothing. */
export function withoutIdleNegations(words: string): string {
  return words.replaceAll(tagQuestions, "").replaceAll(noDoubt, "");
}
