/** Reads a list of words as the alternatives of a pattern. */
const oneOf = (words: string): string => `(?:${words.trim().split(/\s+/u).join("|")})`;

/** Verbs after which a statement in somebody's mouth or mind follows, with "that" or without. */
export const bareVerbs = oneOf(`
  say says said think thinks thought believe believes believed claim claims claimed argue argues argued assume assumes
  assumed feel feels felt reckon reckons reckoned insist insists insisted guess suspect suspects suspected suppose supposes
  supposed fear fears feared hope hopes hoped swear swears swore figure figures figured`);

/** Verbs that need "that" before the statement, since what else follows them is a thing. */
export const thatVerbs = oneOf(`
  write writes wrote assert asserts asserted maintain maintains maintained contend contends contended hold holds held state
  states stated report reports reported allege alleges alleged mention mentions mentioned predict predicts predicted warn
  warns warned conclude concludes concluded deny denies denied doubt doubts doubted declare declares declared announce
  announces announced remark remarks remarked object objects objected complain complains complained repeat repeats repeated
  posit posits posited proclaim proclaims proclaimed answer answers answered reply replies replied judge judges judged
  advise advises advised promise promises promised`);

/** Verbs by which people report and evidence shows: a report only of {@link persons}. */
export const personalVerbs = oneOf(`
  suggest suggests suggested imply implies implied mean expect expects expected propose proposes proposed recommend
  recommends recommended`);
export const persons = oneOf(
  "you he she they people some someone somebody many others critics opponents supporters",
);

/** Verbs with a listener before the statement. */
export const tellVerbs = oneOf(
  "tell tells told assure assures assured warn warns warned inform informs informed",
);
export const listeners = oneOf("me us you him her them people everyone everybody");

/** Forms in -ing after a form of "be" or "keep". */
export const progressives = oneOf(`
  saying thinking claiming arguing assuming suggesting implying asserting insisting believing telling maintaining
  proposing repeating predicting`);

/** What may stand before the verb and leaves the report as it is. One that endorses ("rightly") is none. */
export const adverbs = oneOf(`
  also still then often always usually sometimes even just simply now clearly seriously apparently really actually
  explicitly repeatedly basically essentially generally all both already here there above earlier elsewhere once
  wrongly falsely mistakenly loudly confidently famously merely again instead have has had do does did`);

/** Of whom "might say that" is a report, as an objection that is met before it is made. */
export const anybody = oneOf(
  "some someone somebody one critics opponents sceptics skeptics many people others defenders proponents supporters",
);

/**
 * What no name of a source holds: words of a clause of its own, of the speaker, of a denial, of evidence, and
 * those with which an order begins ("just suppose that").
 */
export const notInSource = oneOf(`
  i i'm i've i'd i'll it's that's there's he's she's here's me mine myself we we're we've us who whom whose which what that this these those if when whenever
  because since although though while whereas unless until as than before after so why how where whether like not no nobody
  none nothing never neither nor don't doesn't didn't won't wouldn't can't cannot couldn't isn't aren't is are was were am be
  been will would should must shall might may could can let let's there anything everything something evidence data logic experience
  please lets having first second next suppose say just simply always also still then often now even again instead to once
  rightly correctly justly aptly convincingly persuasively accurately wisely truly`);

/** What somebody puts forward: "her point is that". */
export const theses = oneOf(`
  claim argument point view position idea belief theory contention thesis objection assumption opinion reasoning assertion
  conclusion answer reply conviction stance suspicion premise line case fear suggestion criticism complaint`);

/** Said of a view that is about, and not of the writer's: "the usual view is that". */
export const current = oneOf(`
  usual common standard popular conventional official received mainstream traditional prevailing orthodox dominant
  widespread accepted opposite opposing rival`);

/** What is said by nobody in particular: "it is often said that". */
export const impersonal = oneOf(`
  said claimed argued believed thought assumed alleged reported held suggested rumoured rumored maintained asserted
  objected feared`);

/** Words that stand behind a verb of saying and begin no statement: "they think about", "you say so". */
export const notOpening = oneOf(`
  about of in on at to for with like as so what whatever how why where when things something nothing anything more less too
  yes no hi thanks sorry and or but otherwise`);

/** Words that a statement has for its verb, and hardly anything else has. */
export const verbs = oneOf(`
  is are was were am will would can could should must may might has have had do does did isn't aren't wasn't weren't
  won't wouldn't can't cannot couldn't shouldn't doesn't don't didn't it's he's she's that's there's they're you're we're
  needs need makes make causes cause costs cost gets get takes take works work means gives give goes go comes come wants
  want helps help hurts hurt kills kill leads lead matters matter ought deserves deserve depends depend`);
