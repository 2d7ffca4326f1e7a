/**
 * Words by which an answer shows whether it stands for or against what it answers, written for this project
 * from common English. Each is one feature of the classifier, so that its weight tells what it is worth.
 */
const list = (text: string): readonly string[] =>
  text
    .split("|")
    .map((phrase) => phrase.trim().replace(/\s+/gu, " "))
    .filter((phrase) => phrase !== "");

/** How a sentence opens; of those that fit, the longest counts and only it. */
export const openings = list(`
  no | nope | nah | not | wrong | false | nonsense | bullshit | hardly | actually | why | why not |
  since when | how | who | what | where | when | is | are | do | does | did | was | so | so you | but |
  but what | however | well | and | and yet | and that's | or | yet | still | although | though | while
  | because | if | if you | even if | i disagree | i don't | i do | i doubt | i'm not | i am not | i
  can't | i think | i mean | i agree | i also | i'd | i'd argue | i would | i've | i just | i guess | i
  hope | i love | i like | i never | i have | i was | i wish | i know | i see | i see your point | i get
  | i understand | that's not | that isn't | that is not | that's | that is | that's true | that's fair
  | that's a good | that's why | that's exactly | that's just | that's what | that would | that doesn't
  | that was | that | this | this is | this isn't | it's not | it isn't | it's | it is | it was | it |
  they | they don't | they aren't | they're | there is | there's | there are | there is no | we | he |
  she | you | you're | you are | you can | you can't | you don't | you have | you know | you mean |
  you're right | you are right | you're wrong | your | yes | yes but | yeah | yeah but | yep | yup | yea
  | agreed | exactly | indeed | certainly | definitely | absolutely | totally | sure | sure but | true |
  true but | right | correct | of course | good | good point | great | nice | fair | fair enough | fair
  point | same | same here | thank you | thanks | ditto | precisely | me too | lol | haha | oh | wow |
  hmm | really | please | maybe | perhaps | probably | just | nobody | no one | everyone | people | most
  | some | all | only | except | unless | also | plus | as | at least | to be fair | honestly |
  unfortunately | sadly | seriously | in fact | in my | in other words | then | then why | good luck |
  ok | okay | right now | to | as if | like | like i said | my | our | sounds like | or maybe | the fact
  | the problem | the issue | nothing | never | again | besides | depends | it depends | imagine | ah |
  cool | amen | this guy | says`);

/** What a sentence says anywhere. */
export const phrases = list(`
  disagree | doubt | not convinced | skeptical | sceptical | not true | isn't true | not the same | not
  the case | doesn't mean | does not mean | doesn't make | doesn't matter | doesn't follow | don't think
  | do not think | don't believe | don't see | makes no sense | make no sense | no evidence | no reason
  | no idea | nothing to do with | the opposite | on the contrary | rather than | instead of | whereas |
  far from | fails to | ignoring | ignore | ignores | missing the point | the point is | not the point |
  beside the point | mistaken | misleading | misunderstand | misunderstanding | straw man | strawman |
  cherry | hypocrite | hypocrisy | hypocritical | ridiculous | absurd | stupid | idiot | idiots | dumb |
  moron | crazy | insane | joke | propaganda | liar | lie | lies | lying | bullshit | crap | shit | fuck
  | fucking | wtf | bs | source | citation | evidence | proof | prove | fact is | the facts | in fact |
  actually | literally | simply | even though | even if | even then | as if | so what | who cares | good
  luck | tell that to | try again | what about | how about | how is | how does | why do you | why would
  | why should | do you really | do you think | are you | did you | you're saying | you are saying | you
  said | you say | you think | you believe | you claim | you seem | you just | you don't | you can't |
  you want | you need | your argument | your point | your own | agree | agreed | i agree | agree with |
  totally | exactly | exactly this | absolutely | definitely | of course | good point | great point |
  fair point | fair enough | you're right | you are right | is right | true | very true | so true | well
  said | makes sense | make sense | thank you | thanks | good idea | love this | i love | hope |
  hopefully | same thing | same here | me too | as well | too | also | not only | and that's why |
  that's why | which is why | this is why | that's what | reminds me | on top of | not to mention |
  especially | let alone | add to that | to add | in addition | but | however | though | although | yet
  | except | only if | unless | to be fair | granted | i guess | i suppose | maybe | perhaps | probably
  | might | could be | should | must | need to | have to | would be | would have | if you | if they | if
  we | never | nobody | no one | nothing | none | always | everyone | everybody | better | worse | wrong
  | false | right | problem | issue | unfortunately | sadly | lol | haha | isn't it | aren't they |
  don't they`);

export const positiveWords: ReadonlySet<string> = new Set(
  list(`
  good | great | nice | love | like | best | better | beautiful | excellent | amazing | awesome | happy
  | glad | fair | useful | helpful | interesting | brilliant | wonderful | lovely | perfect | cool |
  thanks | thank | hope | welcome | enjoy | fun | smart | wise | sensible | reasonable | fantastic`),
);

export const negativeWords: ReadonlySet<string> = new Set(
  list(`
  bad | worse | worst | awful | terrible | horrible | hate | stupid | dumb | idiot | idiots | moron |
  ridiculous | absurd | nonsense | insane | crazy | pathetic | disgusting | shame | shameful | fail |
  failed | failure | useless | pointless | wrong | evil | corrupt | corruption | lie | lies | liar |
  lying | liars | fraud | criminal | racist | fascist | garbage | trash | crap | shit | bullshit | fuck
  | fucking | damn | hell | ass | scam | ugly | sick | poor | sad | dangerous | disaster | problem |
  ignorant | hypocrite | hypocrites | hypocrisy | delusional | clown | joke | propaganda | silly |
  broken | annoying`),
);

export const swearWords: ReadonlySet<string> = new Set(
  list(`
  shit | bullshit | fuck | fucking | fucked | damn | hell | ass | asshole | crap | bitch | wtf | bs |
  stfu | goddamn | dick | idiot | idiots | moron | morons | retard | clown | clowns | scum`),
);

const negations: ReadonlySet<string> = new Set(
  list(`
  not | no | never | none | nobody | nothing | nor | neither | cannot | without | hardly | dont | doesnt
  | isnt | cant | wont | didnt | arent | wasnt | aint`),
);

/** Whether a word, in lower case with straight apostrophes, denies. */
export const isNegation = (word: string): boolean => negations.has(word) || word.endsWith("n't");

/** Words with their opposites, both ways. */
export const opposites: ReadonlyMap<string, string> = new Map(
  list(`
  good bad | better worse | best worst | more less | always never | right wrong | true false | easy hard
  | cheap expensive | safe dangerous | rich poor | win lose | increase decrease | increases decreases |
  up down | high low | higher lower | possible impossible | likely unlikely | fair unfair | many few |
  everyone nobody | everybody nobody | all none | big small | fast slow | help hurt | helps hurts |
  legal illegal | works fails | strong weak | new old | useful useless | first last | keep drop | allow
  ban | before after | public private | love hate | rise fall`).flatMap((pair) => {
    const [one = "", other = ""] = pair.split(" ");
    return [[one, other] as const, [other, one] as const];
  }),
);
