import type { PhraseGroup } from "./lexicon.ts";
import { phraseGroup } from "./phrase-group.ts";

/** Signs that somebody puts something forward, by what they say of it. */
export const assertivePhrases: readonly PhraseGroup[] = [
  phraseGroup(
    "opinion",
    `i think|i believe|i expect|i'm expecting|i guess|i suspect|i doubt|i feel like|i feel that|i reckon|i'd argue|i would argue
    |i'd say|i would say|i claim|i bet|i assume|i suppose|i propose|i suggest|i maintain|i hold that|i consider|i find it|i find that
    |i find the|i don't think|i don't believe|i don't see why|i don't see how|i don't see any|i don't buy|i can't see|i see no|i see the
    |i don't see the|in my view|in my opinion|in my experience|from my perspective|my view|my guess|my impression|my understanding
    |my sense|my problem with|my objection|my concern|my point|imo|imho|i prefer|i'd prefer|i would prefer|i would rather|i'd rather
    |i put|i strongly|i still think|i really think|i also think|i likewise think|i personally|i have mixed feelings|i'm in favor|i'm in favour
    |i'm for|i'm all for|i'm against|i'm opposed|i am for|i am against|i am in favor|i am in favour|i'm not against|for me|as far as i'm concerned|it strikes me|strikes me as`,
  ),
  phraseGroup(
    "attitude",
    `skeptical|sceptical|convinced|unconvinced|optimistic|pessimistic|worried|concerned|hopeful|confident|unhappy|happy that|i am happy
    |glad that|not crazy about|certain that|doubtful|dubious|great confidence|high credence|low credence|significant credence|mixed feelings`,
  ),
  phraseGroup(
    "agreement",
    `agree*|disagree*|exactly|good point|fair point|fair enough|makes sense|make sense|you're right|you are right|you're wrong|you are wrong
    |that's right|that's wrong|that's true|that's false|is true|is false|is wrong|is right|not true|isn't true|is correct|is incorrect
    |ditto|same here|nonsense|certainly|absolutely|definitely not|of course not|nope|no way|not really|not necessarily|concede*|granted
    |prove my point|proves my point|refute*|contradict*`,
  ),
  phraseGroup(
    "hedge",
    `maybe|perhaps|probably|possibly|likely|unlikely|presumably|apparently|arguably|supposedly|seem|seems|seemed|seemingly|appears to|appear to
    |might|may|could|tends to|tend to|sort of|kind of|kinda|roughly|basically|essentially|plausible|plausibly|potentially|conceivably|afaik|iirc`,
  ),
  phraseGroup(
    "modal",
    `should|shouldn't|must|mustn't|ought|need to|needs to|have to|has to|can't|cannot|can not|couldn't|would|wouldn't|will|won't|shall
    |supposed to|it's better to|had better|can`,
  ),
  phraseGroup(
    "cause",
    `because|since|therefore|thus|hence|so that|as a result|consequently|which means|means that|mean that|implies|imply|leads to|lead to|led to
    |results in|result in|causes|caused by|due to|depends on|depend on|requires|in order to|otherwise|if so|then|insofar as|given that|so`,
  ),
  phraseGroup(
    "contrast",
    `but|however|although|though|whereas|instead|rather than|on the other hand|on the contrary|contrary to|yet|nevertheless|nonetheless|even if
    |even though|despite|regardless|as opposed to|other than|except|unless|while`,
  ),
  phraseGroup(
    "negation",
    `not|no|never|nothing|nobody|none|neither|nor|without|isn't|aren't|wasn't|weren't|doesn't|don't|didn't|hasn't|haven't|ain't|wouldn't|won't|can't
    |cannot|couldn't|shouldn't|lack*|fail*|dont|doesnt|isnt|cant|wont`,
  ),
  phraseGroup(
    "evaluation",
    `good|great|bad|terrible|awful|horrible|excellent|best|worst|better|worse|wrong|right to|stupid|silly|dumb|crazy|insane|ridiculous|absurd|dangerous
    |risky|safe|unsafe|important|crucial|key|essential|central|useful|useless|helpful|unhelpful|harmful|hard|harder|easy|easier|difficult|impossible
    |possible|feasible|viable|fair|unfair|unjust|moral|immoral|evil|reasonable|unreasonable|sensible|appropriate|inappropriate|acceptable
    |unacceptable|misleading|confusing|weird|odd|strange|interesting|boring|annoying|nice|fine|healthy|productive|necessary|unnecessary|sufficient
    |insufficient|relevant|irrelevant|problem|problems|problematic|mistake|mistaken|flaw*|fallacy|misunderstand*|waste|benefit*|advantage*|disadvantage*|downside*
    |upside*|drawback*|risk|risks|threat|cost|costs|worth|powerful|weak|strong|effective|ineffective|efficient|inefficient|impressive|failure|success
    |successful|limiting|flexible|desirable|undesirable|unfortunately|fortunately|sadly|hopefully|luckily|needless|judgment call|too|enough|significant*`,
  ),
  phraseGroup(
    "comparison",
    `more|less|most|least|than|as much as|as well as|similar to|different from|same as|equivalent|compared to|rather|only|just as|unlike|like`,
  ),
  phraseGroup(
    "generality",
    `all|every|always|never|any|nobody|no one|everyone|everybody|people|usually|often|generally|typically|in general|rarely|almost|nearly|largely|mostly
    |entirely|completely|totally|purely|ever|whatever|whenever|many|some|lots of|a lot`,
  ),
  phraseGroup(
    "emphasis",
    `obviously|clearly|of course|in fact|actually|certainly|definitely|really|the fact|surely|undoubtedly|no doubt|truly|indeed|literally|simply
    |in reality|in practice|the reality|the truth|evidently|the point is|the problem is|the idea is|the issue is|the reason|to be clear|in other words
    |i.e|that is|needless to say|in principle|even`,
  ),
  phraseGroup(
    "answer",
    `yes|yeah|yep|yup|yea|no|nope|nah|sure|true|right|exactly|indeed|correct|wrong|good|fine|agreed|granted|okay|ok|maybe|perhaps|of course|absolutely|fair`,
    { atStart: true },
  ),
  phraseGroup(
    "takes a side",
    `agreed|exactly|certainly|absolutely|indeed|true|correct|incorrect|false|wrong|nope|nonsense|definitely|precisely|ditto|disagree|disagreed|same|rubbish
    |never|always|good|bad|unlikely|likely|hardly|bollocks|bullshit|impossible`,
  ),
  phraseGroup(
    "concession",
    `i'll grant|i grant|i will grant|i'll give you|i give you|i'll concede|i withdraw|i'll withdraw|i take that back|i'll take that back|i stand corrected|i'm updating|i've updated|i updated
    |i've changed my mind|i changed my mind|i change my mind|convinced me|point taken|i was wrong|you're right|you are right|i admit|i must admit|i have to admit|i accept|i overstated|i'll stop|i hadn't thought|i had not thought`,
  ),
];
