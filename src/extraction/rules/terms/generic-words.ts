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
 * In the singular and in American spelling. Nouns that some debate is about ("law", "money", "child") are not
 * here.
 */
export const genericNouns: ReadonlySet<string> = words(`
  account addition advance afternoon aim alternative amount answer anybody anyone anything approach
  argument article ask aspect back base basis bit blog bottom bullet bunch business call candidate case
  category caveat center certain chance characteristic chunk circumstance claim clue comment commenter
  concept concern counterargument couple critique day debate decade detail difficulty downside dude end
  episode equivalent essence etc everybody everyone everything example excerpt extent fair fan feel few
  fine first folk forum fraction general gist glance good guy half handful hard headline help here hint
  idea importance impression info instance interlocutor issue kind lack lady last latter law-of-thumb lead
  list little look lot main majority man manner matter maybe mess middle minute miss moment month morning
  need none notion number nothing objection occasion one op opening other outlook overview part particular
  people percent percentage period person perspective phenomenon phrasing piece place plenty plus point
  portion position possibility post poster precedent premise present pretty problem proponent proposition
  purpose push question quote realm reason rebuttal regard remark remainder repetition research-direction
  respect rest result return right round sake saying scenario school-of-thought scope sense series set
  setting setup shit short side situation slice small soon sort source stand standpoint state-of-affairs
  step stretch stuff subset summary tack take term thank thanks thing thinking thread time today today's
  tomorrow ton tonight top topic total try two type utility-of variable variant view viewpoint want way
  week weekend while whole wikipedia wiki will woman wording world year yesterday gonna gotta dunno hmm
  huh wow yep yup nope cool bro sir lol haha anti pro non ohh ummm ditto moreso needless suss printout
  meantime means counter-point off-topic on-topic rule-of-thumb step-by-step trade-off non-starter
  no-brainer back-and-forth january february march april may june july august september october november
  december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday
  saturday sunday spring autumn winter fixed-point input-output use-case high-dimensional second metre
  meters kilometer kilometre centimeter millimeter gram kilogram kilo liter litre tonne pound lb ounce
  inch foot kilowatt kilowatt-hour watt megawatt gigawatt kw kwh mw mwh gw gwh hz khz mhz ghz kb mb gb tb
  km kg cm mm mg ml lbs mph kph cent dollar euro buck penny quid usd eur gbp dozen hundred thousand
  million billion trillion im ive id youre dont lots halfway hour mile sec min hr yo yr
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
