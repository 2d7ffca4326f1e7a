/** Hyphens stand for blanks here as in the normal form of a term. */
const words = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .split(/\s+/)
      .filter((word) => word !== "")
      .map((word) => word.replaceAll("-", " ")),
  );

/**
 * Nouns that name no concept of a debate: talk about talk, measure, time, place and kind, and people at large.
 *
 * In the singular and in American spelling. Nouns that some debate is about ("law", "money", "child") are not here.
 */
export const genericNouns: ReadonlySet<string> = words(`
  ability account act addition advance afternoon age agreement aim alternative amount angle answer anybody anyone anything appearance approach area
  argument article ask aspect assertion assumption attempt attention attitude author
  back background bar base basis bit blog bottom box break bullet bunch business button
  call caller candidate case category caveat cause center certain chance change chapter characteristic chunk choice circumstance citation claim clarification
  class clue code-block collection combination comment commenter comparison complaint complexity component concept concern conclusion condition confusion
  connection consequence consideration contact content context contrast contribution conversation correction counterargument counterexample couple course
  credence criterion criticism critique crux curiosity
  date day deal debate decade degree description detail difference difficulty dimension direction disagreement discussion distinction document doubt downside draft dude
  edge edit effect effort element email end entity episode equivalent error essay essence estimate etc everybody everyone everything example excerpt exception
  excuse existence expectation experience explanation expression extent eye
  face fact factor fair fan feature feedback feel feeling few field figure file fine first flag focus folk follow-up footnote form format forum fraction framework
  friend front fun function future
  gap general gist glance good group guess guy
  half hand handful hard head heading headline help here hint history home hope hour house human-being
  idea illustration image impact implication importance impression improvement incident individual info information input insight instance instruction
  intent intention interest interlocutor interpretation intro introduction intuition issue item
  job joke judgment jump justification
  key kind knowledge
  lack lady language last latter law-of-thumb layer lead length lesson letter level lie life light limit limitation line link list little location logic look lot luck
  mail main majority man manner mark matter maybe meaning measure member mention mess message metaphor method middle mile mind minute miss mistake misunderstanding mix
  moment month morning motivation move movie
  name narrative nature necessity need news night none note notion number nothing
  object objection observation occasion offer office one op opening opinion opponent opportunity option order other outlook output outcome overview
  page pair paper paragraph parent part participant particular party past path pattern people percent percentage period person perspective phase phenomenon phrase
  phrasing piece place play plenty plus point pointer portion position possibility post poster potential practice precedent preference premise presence present
  pretty prior problem procedure process product project proof property proponent proposal proposition purpose push puzzle
  quality quantity question quote quotation
  range rate ratio rationale reader reading reality realm reason rebuttal recipe record reference regard relation relationship remark remainder repetition reply report
  request requirement research-direction resource respect response rest result return review right role room root round rule
  sake sample satisfaction saying scale scenario scene school-of-thought scope section segment self sense sentence sentiment sequence series set setting setup shape share
  shit short shot side sign similarity site situation size skepticism slice slide small soon sort source space speaker spectrum spirit spot stage stake stance
  stand standard standpoint start state-of-affairs statement status step stop story stretch strength stuff style subject subset substance suggestion sum summary
  support supporter surprise symbol system
  table tack take talk target task taste tendency term terminology test text thank thanks theme thing thinking thought thread threshold time tip title today today's
  tomorrow ton tone tonight tool top topic total touch track tradition transition trait treatment trend trick trouble truth try turn two type
  understanding unit update usage use user utility-of variable variant variation variety version view viewpoint vibe
  wait walk wall want way week weekend weight while whole wikipedia wiki will wish woman wonder word wording work world worry writer writing
  year yesterday zone gonna gotta dunno hmm huh wow yep yup nope cool bro sir lol haha anti pro non ohh ummm ditto moreso needless suss
  printout meantime means counter-point off-topic on-topic rule-of-thumb step-by-step trade-off non-starter no-brainer back-and-forth
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
  monday tuesday wednesday thursday friday saturday sunday spring autumn winter
  fixed-point input-output use-case high-dimensional
`);

/** Nouns of measure: what follows one begins a phrase of its own ("to a lesser degree Pakistan"). */
export const measureNouns: ReadonlySet<string> = words(
  "amount bit bunch case couple degree extent half handful kind lot majority number part percent piece plenty sort ton type way",
);

/** Adjectives that do not narrow a concept: a phrase starts behind them. */
export const genericAdjectives: ReadonlySet<string> = words(`
  able above absolute abstract actual additional adequate afraid alike alternative amazing annoying another apparent appropriate available average aware awesome awful
  bad basic beautiful best better big bigger biggest bit brief bright broad broader
  careful certain clear clearer close common comparable complete complex concerned concrete confident confused confusing considerable consistent conventional
  correct crazy crucial current curious
  dear decent deep deeper different difficult direct distinct due dumb
  each earlier early easier easiest easy enormous enough entire equal equivalent especially essential everyday everyday exact excellent existing expected explicit extra extreme
  fair false familiar famous far fascinating favorite few fewer final fine first following foolish former full fun fundamental funny further future
  general genuine giant given glad good great greater greatest grand
  happy hard harder hardest high-level higher highest honest hopeful huge hypothetical
  ideal identical immediate important impossible impressive inappropriate incorrect incredible individual initial insane interested interesting invalid irrelevant
  key known
  large larger largest last late later latest latter least left legit legitimate less lesser likely literal little long longer lot lots low lower lowest lucky
  main major many massive mean meaningful mere minimal minor misleading missing modern more most much multiple
  narrow narrower natural near nearby necessary needed new newer next nice non-trivial normal notable numerous
  obvious odd ok okay old older only open opposite ordinary original other overall own
  particular past perfect plain plausible poor popular possible potential powerful practical precise present pretty previous primary prior probable problematic proper pure
  quick quiet
  random rare real realistic reasonable recent regular related relative relevant remaining respective rest rich right rough
  sad same satisfying scary second secondary seem seeming sensible separate serious several severe short shorter sick significant silly similar simple simpler simplest single
  slight slow small smaller smallest so-called solid sorry sound special specific standard straightforward strange strong stronger strongest stupid substantial such
  sudden sufficient suitable super sure surprised surprising suspicious
  talented terrible terrific textbook third thorough tiny top total tough toy traditional tricky trivial true typical
  ugly ultimate unable unclear underlying unexpected unfair unfortunate unhappy unique universal unlikely unnecessary unrelated unusual upcoming usable useful useless usual
  vague vague-ish valid various vast very viable visible vital
  weak weaker weird well wide wider wild willing wonderful wondrous worse worst worth worthy wrong
  young younger
`);
