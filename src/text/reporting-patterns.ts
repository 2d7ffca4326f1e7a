import * as words from "./reporting-words.ts";

/** A word of a name, up to so many of them. */
const word = String.raw`(?!${words.notInSource}(?![\p{L}\p{N}']))[@\p{L}\p{N}][\p{L}\p{N}@.'_-]*`;
const nameOf = (most: number): string =>
  String.raw`(?<source>(?!no one\b|of\b)${word}(?:\s+(?:(?!(?:you|he|she|they|it)\b)${word}|\([^()]{1,40}\))){0,${most - 1}}?)(?<!\s(?:and|or|of))`;

const opener = String.raw`^[\s"'(*_>-]*(?:(?:and|but|so|yet|or|now|well|also|still|again|yes|no|ok|okay|however|meanwhile|then|here|anyway|besides|further|elsewhere|above|earlier|of course),?\s+){0,2}`;
/** "In his last book, Smith …", "in your first comment you …". */
const intro = String.raw`(?:(?:in|on|at|from|by|over|during|last|back|throughout|two|ten|years|to)\s[^,;:"?]{1,60},\s+|(?:in|on|at|from|to)\s[^,;:"?]{1,40}\s(?=(?:you|he|she|they)\s))?`;
const adverb = String.raw`(?:\s+${words.adverbs}){0,3}`;

const that = String.raw`,?\s+that,?\s+(?!all the time|a lot|because|when|if\b|too\b)[^\s]+\s+[^\s]`;
/** What follows a verb where a statement follows it: "that …", words in quotation marks, or a clause. */
const statement = String.raw`(?:${that}|[,:]?\s*"|\s+(?:i|he|she|they|we|there|everybody|everyone|nobody)\s|\s+(?!(?:that|${words.notOpening})[\s,.;])(?:[^\s,;:.]+\s+){1,8}?${words.verbs}(?![\p{L}']))`;

const opinionOf =
  "(?:view|opinion|eyes|words|mind|telling|account|reading|estimation|perspective|point of view|standpoint|logic|reasoning)";
const someones = String.raw`(?:your|his|her|their|(?:${word}\s+){0,4}?${word}(?:'s|s'))`;
const pattern = (source: string): RegExp => new RegExp(source, "du");

/** What the writer found out alone: "according to my calculations". */
const ownSource = String.raw`(?!me\b|us\b|my (?:\w+ )?(?:calculations?|estimates?|experience|math|maths|count|notes|data|figures|numbers|measurements|reading|understanding|view|records|memory)\b|what i\b)`;
/** What nobody says: "per person", "as per usual", "according to plan". */
const noSource = String.raw`(?!(?:usual|se|plan|schedule|capita|head|person|household|seat|item|unit|page|second|minute|hour|day|night|week|weekend|month|year|decade|mile|kilomet(?:er|re)|visit|trip|class|customer|student|employee)\s*[,;])`;

/** "According to the review, …", "as per the rules, …", "in her view, …", "as Smith puts it, …", "as she said in May, "…"". */
export const accordingTo: readonly RegExp[] = [
  pattern(
    String.raw`${opener}(?:at least )?(?:according to|(?:as )?per)\s+${noSource}(?<source>${ownSource}[^,;:"]{2,70}?)\s*[,;]`,
  ),
  pattern(
    String.raw`${opener}according to\s+(?<source>${ownSource}(?:my|your|his|her|our|their)\s+[\p{L}-]+)\s+(?=(?:the|a|an|it|they|we|you|he|she|this|there|i|no|all)\s)`,
  ),
  pattern(String.raw`${opener}as\s+${nameOf(6)}\s+(?:once |so \p{L}+ )?puts?\s+it[,:]`),
  pattern(
    String.raw`${opener}as\s+${nameOf(6)}\s+(?:once |already |also |so \p{L}+ )?(?:says?|said|writes?|wrote|put it|argued?|noted?)(?:\s+[^\s,;:"][^,;:"]{0,40})?[,:]\s*(?=")`,
  ),
  pattern(String.raw`${opener}to hear\s+${nameOf(6)}\s+tell\s+it,`),
  pattern(
    String.raw`${opener}(?:in|to|from|by)\s+(?<source>${someones}\s+(?:own |humble )?${opinionOf})(?:,|\s(?=(?:the|a|an|it|they|we|you|he|she|this|there|all|no)\s))`,
  ),
  pattern(String.raw`${opener}(?:in|from|by)\s+the\s+${opinionOf}\s+of\s+${nameOf(6)},`),
];

/** What the writer used to think. */
const formerView = [
  pattern(
    String.raw`${opener}${intro}(?<source>i)\s+(?:used to|once|initially|originally|formerly|previously|at first|first)\s+(?:also |really |always )?(?:think|thought|believe|believed|assume|assumed|say|hold|held|feel|felt|argue)${statement}`,
  ),
  pattern(
    String.raw`${opener}(?:at first|initially|originally|back then|years ago|until recently|as a (?:kid|child|student|teenager)|when i was [^,]{1,30}),?\s+(?<source>i)\s+(?:always |had |also |really ){0,2}(?:thought|believed|assumed|felt|held)${statement}`,
  ),
];

/** "It is often said that …", "I have heard that …", "there is a belief that …", "trams are said to …". */
const hearsay = [
  pattern(
    String.raw`${opener}${intro}(?<source>it(?:'s| is| was| has been| had been)\s+(?:(?:\p{L}+ly|often|sometimes|always|still|also|even|now)\s+){0,2}${words.impersonal})\s+that\s`,
  ),
  pattern(
    String.raw`${opener}${intro}(?<source>i(?:'ve| have| had|'d| keep)?(?: also| often| just| always| once| even| recently| sometimes)?\s+(?:heard|hear|hearing|read|reading|been told)(?: it said| somewhere| (?:somewhere )?(?:in|on|from|by|at) [^,;:"]{1,40}?)?)\s+that\s`,
  ),
  pattern(
    String.raw`${opener}${intro}(?<source>i(?:'m| am| was)(?: once| also| often)? told)(?: (?:by|in|at) [^,;:"]{1,30}?)?\s+that\s`,
  ),
  pattern(
    String.raw`${opener}(?<source>there(?:'s| is| was| exists) (?:a|an|this|the) (?:\p{L}+ ){0,3}?(?:belief|view|idea|claim|myth|notion|misconception|saying|rumou?r|perception|narrative|assumption))\s+(?:out there |around )?that\s`,
  ),
  pattern(String.raw`${opener}(?<source>allegedly|reportedly|supposedly),?\s`),
  pattern(
    String.raw`${opener}(?:${word}\s+){1,8}?(?<source>(?:is|are|was|were)\s+(?:(?:\p{L}+ly|often|sometimes)\s+)?(?:said|believed|thought|alleged|rumou?red|claimed|reported))\s+to\s`,
  ),
];

const name = nameOf(8);
/** "My boss thinks …", "you seem to say that …", "critics might object that …". */
const bySubject = [
  pattern(String.raw`${opener}${intro}${name}(?:'d|'ve)?${adverb}\s+(?<verb>${words.bareVerbs})${statement}`),
  pattern(
    String.raw`${opener}${intro}${name}(?:'d|'ve)?${adverb}\s+(?:(?<verb>${words.thatVerbs})${that}|${words.tellVerbs}\s+${words.listeners}${statement}|(?:has|have)\s+it\s+that\s|(?:wants?|would have)\s+(?:us|me|you|people)\s+(?:to\s+)?(?:believe|think)${statement})`,
  ),
  pattern(
    String.raw`${opener}${intro}${name}(?:'s|'re|\s+(?:is|are|was|were|keeps?|kept)|\s+(?:has|have) been)${adverb}\s+${words.progressives}(?:\s+${words.listeners})?${statement}`,
  ),
  pattern(
    String.raw`${opener}${intro}${name}${adverb}\s+(?:seem|seems|seemed|appear|appears|tend|tends|like|likes|liked|used)\s+to\s+(?:be (?:saying|claiming|arguing|assuming|suggesting|implying)|think|believe|say|assume|hold|argue|suggest|imply)${statement}`,
  ),
  pattern(
    String.raw`${opener}(?<source>${words.persons})(?:'d|'ve)?${adverb}\s+${words.personalVerbs}${that}`,
  ),
  pattern(
    String.raw`${opener}(?<source>(?:${word}\s+)?${words.anybody})\s+(?:might|may|would|could|will|can)${adverb}\s+(?:say|argue|object|claim|think|reply|respond|answer|insist|suggest|maintain|counter)${statement}`,
  ),
];

/** "Her point is that …", "the usual view is that …". */
const byThesis = [
  pattern(
    String.raw`${opener}(?<source>${someones}\s+(?:\p{L}+ ){0,2}?${words.theses})(?: (?:here|there|above|(?:about|on|against|for|in|of)(?: ${word}){1,4}?))?\s+(?:is|was|seems to be|appears to be|has been)\s+(?:\p{L}+ly |always |just )?that\s`,
  ),
  pattern(
    String.raw`${opener}(?<source>the ${words.current} \p{L}+)(?: (?:about|on|against|for|in|of)(?: ${word}){1,4}?)?\s+(?:is|was|has it|holds|says|goes)\s+that\s`,
  ),
];

/** Verbs that stand behind what was said. */
const said = "(?:says?|said|argue[sd]?|claim(?:s|ed)?|writes?|wrote|thinks?|thought|believe[sd]?)";
const close = String.raw`[.!"')\]]*\s*$`;
/** Where a statement ends with whose it is: "…, they say". */
export const atEnd: readonly RegExp[] = [
  pattern(String.raw`,"?\s+(?:or so\s+|so\s+)?${said}\s+${nameOf(5)}${close}`),
  pattern(String.raw`,"?\s+(?:or so\s+)?${nameOf(4)}${adverb}\s+${said}${close}`),
  pattern(
    String.raw`(?:,\s+|\s(?=according to (?:the|a|an|my)\s))(?:according to|in the (?:view|words|opinion) of)\s+${nameOf(8)}${close}`,
  ),
  pattern(String.raw`,\s+as\s+${nameOf(6)}\s+(?:once |so \p{L}+ )?puts?\s+it${close}`),
  pattern(String.raw`,\s+in\s+(?<source>${someones}\s+(?:view|opinion))${close}`),
];

/** Where it begins with whose it is; the first that fits tells. */
export const atStart: readonly RegExp[] = [
  ...accordingTo,
  ...formerView,
  ...hearsay,
  ...bySubject,
  ...byThesis,
];
