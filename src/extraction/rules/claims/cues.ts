import { phrasePattern } from "../../../text/tokens.ts";

/**
 * Words that speak for or against a sentence stating a claim.
 *
 * `weight` adds to the score once, however often the cue occurs. The groups and signs follow the definition of a
 * claim (a proposition that a reasonable participant could dispute) and general English; the sizes were set by
 * hand in steps of a fifth and looked at on three labelled texts.
 */
export interface Cue {
  readonly name: string;
  readonly weight: number;
  readonly pattern: RegExp;
}

const cue = (name: string, weight: number, phrases: string, options?: { atStart: boolean }): Cue => ({
  name,
  weight,
  pattern: phrasePattern(
    phrases
      .split("|")
      .map((phrase) => phrase.trim().replace(/\s+/g, " "))
      .filter((phrase) => phrase !== ""),
    options,
  ),
});

/** Signs that somebody puts something forward. */
export const assertive: readonly Cue[] = [
  cue(
    "opinion",
    1.6,
    `i think|i believe|i expect|i'm expecting|i guess|i suspect|i doubt|i feel like|i feel that|i reckon|i'd argue|i would argue
    |i'd say|i would say|i claim|i bet|i assume|i suppose|i propose|i suggest|i maintain|i hold that|i consider|i find it|i find that
    |i find the|i don't think|i don't believe|i don't see why|i don't see how|i don't see any|i don't buy|i can't see|i see no|i see the
    |i don't see the|in my view|in my opinion|in my experience|from my perspective|my view|my guess|my impression|my understanding
    |my sense|my problem with|my objection|my concern|my point|imo|imho|i prefer|i'd prefer|i would prefer|i would rather|i'd rather
    |i put|i strongly|i still think|i really think|i also think|i likewise think|i personally|i have mixed feelings|i'm in favor|i'm in favour
    |i'm for|i'm all for|i'm against|i'm opposed|i am not saying|i'm not saying|for me|as far as i'm concerned|it strikes me|strikes me as`,
  ),
  cue(
    "attitude",
    1.2,
    `skeptical|sceptical|convinced|unconvinced|optimistic|pessimistic|worried|concerned|hopeful|confident|unhappy|happy that|i am happy
    |glad that|not crazy about|certain that|doubtful|dubious|great confidence|high credence|low credence|significant credence|mixed feelings`,
  ),
  cue(
    "agreement",
    1.5,
    `agree*|disagree*|exactly|good point|fair point|fair enough|makes sense|make sense|you're right|you are right|you're wrong|you are wrong
    |that's right|that's wrong|that's true|that's false|is true|is false|is wrong|is right|not true|isn't true|is correct|is incorrect
    |ditto|same here|nonsense|certainly|absolutely|definitely not|of course not|nope|no way|not really|not necessarily|concede*|granted
    |prove my point|proves my point|refute*|contradict*`,
  ),
  cue(
    "hedge",
    0.8,
    `maybe|perhaps|probably|possibly|likely|unlikely|presumably|apparently|arguably|supposedly|seem|seems|seemed|seemingly|appears to|appear to
    |might|may|could|tends to|tend to|sort of|kind of|kinda|roughly|basically|essentially|plausible|plausibly|potentially|conceivably|afaik|iirc`,
  ),
  cue(
    "modal",
    0.6,
    `should|shouldn't|must|mustn't|ought|need to|needs to|have to|has to|can't|cannot|can not|couldn't|would|wouldn't|will|won't|shall
    |supposed to|it's better to|had better|can`,
  ),
  cue(
    "cause",
    0.9,
    `because|since|therefore|thus|hence|so that|as a result|consequently|which means|means that|mean that|implies|imply|leads to|lead to|led to
    |results in|result in|causes|caused by|due to|depends on|depend on|requires|in order to|otherwise|if so|then|insofar as|given that|so`,
  ),
  cue(
    "contrast",
    0.7,
    `but|however|although|though|whereas|instead|rather than|on the other hand|on the contrary|contrary to|yet|nevertheless|nonetheless|even if
    |even though|despite|regardless|as opposed to|other than|except|unless|while`,
  ),
  cue(
    "negation",
    0.5,
    `not|no|never|nothing|nobody|none|neither|nor|without|isn't|aren't|wasn't|weren't|doesn't|don't|didn't|hasn't|haven't|ain't|wouldn't|won't|can't
    |cannot|couldn't|shouldn't|lack*|fail*|dont|doesnt|isnt|cant|wont`,
  ),
  cue(
    "evaluation",
    1,
    `good|great|bad|terrible|awful|horrible|excellent|best|worst|better|worse|wrong|right to|stupid|silly|dumb|crazy|insane|ridiculous|absurd|dangerous
    |risky|safe|unsafe|important|crucial|key|essential|central|useful|useless|helpful|unhelpful|harmful|hard|harder|easy|easier|difficult|impossible
    |possible|feasible|viable|fair|unfair|unjust|moral|immoral|evil|reasonable|unreasonable|sensible|appropriate|inappropriate|acceptable
    |unacceptable|misleading|confusing|weird|odd|strange|interesting|boring|annoying|nice|fine|healthy|productive|necessary|unnecessary|sufficient
    |insufficient|relevant|irrelevant|problem|problems|problematic|mistake|mistaken|flaw*|fallacy|misunderstand*|waste|benefit*|advantage*|disadvantage*|downside*
    |upside*|drawback*|risk|risks|threat|cost|costs|worth|powerful|weak|strong|effective|ineffective|efficient|inefficient|impressive|failure|success
    |successful|limiting|flexible|desirable|undesirable|unfortunately|fortunately|sadly|hopefully|luckily|needless|judgment call|too|enough|significant*`,
  ),
  cue(
    "comparison",
    0.5,
    `more|less|most|least|than|as much as|as well as|similar to|different from|same as|equivalent|compared to|rather|only|just as|unlike|like`,
  ),
  cue(
    "generality",
    0.4,
    `all|every|always|never|any|nobody|no one|everyone|everybody|people|usually|often|generally|typically|in general|rarely|almost|nearly|largely|mostly
    |entirely|completely|totally|purely|ever|whatever|whenever|many|some|lots of|a lot`,
  ),
  cue(
    "emphasis",
    0.6,
    `obviously|clearly|of course|in fact|actually|certainly|definitely|really|the fact|surely|undoubtedly|no doubt|truly|indeed|literally|simply
    |in reality|in practice|the reality|the truth|evidently|the point is|the problem is|the idea is|the issue is|the reason|to be clear|in other words
    |i.e|that is|needless to say|in principle|even`,
  ),
];

/** Signs that a sentence does something else than to put a claim forward. */
export const unassertive: readonly Cue[] = [
  cue(
    "thanks",
    -3,
    `thanks|thank you|thx|many thanks|cheers|much appreciated|i appreciate your|i appreciate you|appreciated|kudos|congrats|congratulations|welcome
    |hi|hello|hey|dear|good luck|best wishes|have a nice|have a good|hope that helps|hope this helps|happy to|nice to meet|looking forward`,
    { atStart: true },
  ),
  cue(
    "apology",
    -2,
    `sorry|my apologies|apologies|i apologize|i apologise|oops|my bad|ohh, sorry|oh, sorry|forgive me|pardon|sorry about`,
    {
      atStart: true,
    },
  ),
  cue(
    "announcement",
    -2.6,
    `i'll|i will|i'd like to|i would like to|i want to|i'm going to|i am going to|let me|let's|lets|allow me|now consider|let us|i will try|first, define
    |here is|here's|here are|below is|below are|the following|as follows|for example:|for instance:|other things|another example|some examples|a few examples|speaking of
    |more specifically:|moving on|back to|first of all:|to start|in this post|in this comment|this post|in summary:|tl;dr|disclaimer|edit:|eta:|note:
    |there are probably other|so anyway:`,
    { atStart: true },
  ),
  cue(
    "set-up",
    -2.4,
    `suppose|imagine|consider|assume|picture|define|say we|say that|say you|let x|let's say|let's consider|let's suppose|recall|take for example|now suppose|now imagine
    |pretend|think of a|so suppose|so imagine|first, define|for concreteness|as an example`,
    { atStart: true },
  ),
  cue(
    "pointer",
    -2.6,
    `see|see also|cf|cc|read|source|sources|link|links|related:|related reading|via|update|i talk about|i discuss|i wrote about|i've written about|i elaborate|more details
    |more on this|more on that|also see|for more|ref|refs|e.g., here|here's a link`,
    { atStart: true },
  ),
  cue(
    "request",
    -2.2,
    `let me know|please|feel free|could you|can you|would you mind|can someone|would someone|i'd love to hear|i'd be interested|i'm interested in hearing
    |i would be interested|do you have|correct me if|tell me`,
    { atStart: true },
  ),
  cue(
    "not knowing",
    -2,
    `i'm confused|i'm a bit confused|i am confused|i'm not sure what you|i'm not quite sure what you|i'm not sure i understand|i'm not sure i follow|i don't understand what
    |i don't know what you|i don't follow|i wonder|i'm wondering|i was wondering|i'm curious|i am curious|just curious|i'm not an expert|i haven't read|i haven't looked
    |i have not read|i'm not familiar|i forget|i don't remember|i can't remember|i don't recall|not sure what you|i'm misunderstanding|if i'm missing|i have to confess
    |i must admit|i must confess|i have read|i've read|i read`,
  ),
  cue(
    "report",
    -1.6,
    `you wrote|you said|you say|you mention*|you asked|you write|he wrote|she wrote|they wrote|he said|she said|he says|she says|they say|the post says|the op says|the article says
    |i wrote|i said|i mentioned|you meant|you mean|i was thinking that you|i quote|quoting|as you put it|were you|are you saying|are you proposing|that's what you|is that what you|so you're saying|so you mean|in his post|in her post`,
  ),
  cue(
    "narrative",
    -1.2,
    `i was|i went|i had|i did|i didn't|i tried|i got|i came|i saw|i met|i used to|i've been|i have been|i just discovered|i just wanted|i just saw|i definitely saw|we were|yesterday|last week|last year
    |my wife|my friend|i discovered|i started|i asked|i noticed|i remember`,
  ),
  cue(
    "offer",
    -1.8,
    `if you want|if you like|if you'd like|if you wish|if you're interested|if you haven't already|i'll post|i'll share|i'll send|i'll link|i can post|i can share|i can send`,
  ),
  cue(
    "definition",
    -1.2,
    `by that i mean|i mean by|is defined as|is short for|stands for|which i call|which i dub|i dub|i'll call|we call|call it`,
  ),
  cue(
    "wish",
    -0.8,
    `i wish|i hope|hopefully we'll|fingers crossed|we'll see|we'll find out|time will tell|who knows`,
  ),
];

/** Starts of questions that assert: who would deny what they ask? */
export const rhetorical: readonly Cue[] = [
  cue(
    "rhetorical start",
    4.2,
    `who wouldn't|who doesn't|who cares|who in their right mind|what * wants|what * would want|who wants|who would want|what sane|why would anyone|why would anybody|why should anyone|why should i
    |why should we|why on earth|how on earth|isn't that|isn't this|isn't it|isn't there|aren't there|aren't they|aren't we|don't you think|doesn't that|doesn't this|wouldn't that
    |wouldn't this|wouldn't it|shouldn't we|shouldn't it|can't we just|what's the point|what good|what difference|since when|who am i to|who are you to|are we really|are you seriously
    |what makes you think|what right|why can't i|why can't we|why bother|are we honestly|are we supposed|am i supposed|how is that any|how is this any|where is the evidence|where's the evidence`,
    { atStart: true },
  ),
  cue(
    "often rhetorical",
    2.4,
    `who would|who could|what kind of|what sort of|why would|why should|how can|how could|how is that|how is this|isn't|aren't|doesn't|wouldn't|shouldn't|can't|couldn't|won't|haven't|didn't
    |so what|do you really|is it really|would you really|why can't|why shouldn't|why wouldn't|why not just|is anyone|does anyone really|where is the|where's the`,
    { atStart: true },
  ),
];

/** Words inside a question that show what its writer holds. */
export const leadingWords = phrasePattern(
  "really|honestly|seriously|actually believe|any different|somehow|magically|suddenly|going to".split("|"),
);

/** Words for the ends that turn a statement into a question and leave it a claim: "…, right?". */
export const tagQuestion =
  /,\s*(?:right|no|correct|eh|huh|yes|yeah|is it|isn't it|isn't that so|is it not|aren't they|aren't we|aren't you|doesn't it|don't they|don't you|do they|don't we|wouldn't it|won't it|can't it|can't we|wasn't it|does it|would it|hasn't it)\s*\?/u;

const phrases = (list: string) => phrasePattern(list.split("|").map((phrase) => phrase.trim()));

/** Lead-ins whose items are set-up, report or definition: steps of a scenario, not claims. */
export const scenarioLeadIn = phrases(
  `suppose|imagine|consider|assume|scenario*|define|definition*|terms|you wrote|you said|you meant|you mean|i was thinking that you
  |something like|step|steps|is defined|let|here's how|here is how|plan|plans|setup|procedure`,
);

/** A letter that is given a meaning ("X is what the agent should want:"): its list defines, it does not claim. */
export const definesLetter = /(?<![\p{L}\p{N}])[b-hj-z] (?:is|=|means|be|stands)(?![\p{L}\p{N}])/u;

/** Lead-ins whose items may be mere names of things as well as claims about them. */
export const listLeadIn = phrases(
  `combination of|options|possibilities|versions|the following|as follows|example*|includ*|such as|list|ingredients|parts|types|kinds|categories`,
);

/** Lead-ins whose items are put forward by the writer. */
export const claimLeadIn = phrases(
  `because|reason*|why|problem*|argument*|consideration*|evidence|advantage*|disadvantage*|benefit*|drawback*|downside*|pro|pros|con|cons|i think
  |i believe|i claim|i don't|hopeful|points|thoughts|objection*|concern*|disagree*|agree|other things|more|less|better|worse|wrong`,
);

/** One-word answers that take a side. */
export const sideWords = phrases(
  `agreed|exactly|certainly|absolutely|indeed|true|correct|incorrect|false|wrong|nope|nonsense|definitely|precisely|ditto|disagree|disagreed
  |same|rubbish`,
);
