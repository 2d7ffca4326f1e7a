import { phrasePattern } from "../text/phrase-pattern.ts";

/**
 * What a sentence says by which people come back to what they wrote before. Each cue is a phrase at a word's
 * border.
 */
const phrases = {
  /** It goes, or some of it does. */
  retract: `take back | takes back | taking back | take it back | take that back | withdraw | withdrawn |
    retract | scratch that | scratch the | drop it | drop that | drop the | forget what | forget that |
    no longer | stop using | stop saying | i was wrong | i was thinking | too quick | too strong |
    too harsh | sorry | redo | i'll park | i will park | wrong about | changed my mind | i've changed |
    i have changed | updating | badly | i should've | i should have | my mistake | i overstated`,
  /** Somebody else has a point. */
  grant: `grant | granted | concede | admit | fair | fair enough | you're right | you are right |
    you may be right | i accept | fine | ok | okay | didn't know | turns out | turned out | touché |
    touche | delta | point taken | true`,
  /** It is said again, or said better. */
  restate: `i said | as i wrote | as i mentioned | i've said | i have said | said above | said before |
    said earlier | i wrote | my point | my claim | my theory | my argument | my reason | my first reason |
    my second reason | my number | my numbers | my idea | my rule | my post | my proposal | my suggestion |
    my main | main thing | the point is | i mean | i meant | to be clear | in other words | literally |
    was talking about | still | again | i keep | stand by | stands`,
  mine: "i'd | i'll | i would | i will | my | i think | i'm | i still | i",
  change: `now | instead | anymore | any more | only | at least | less | more | smaller | not | without |
    rather than | even if | unless | perhaps | maybe | might`,
  /** A verdict, which people refine more than a fact. */
  verdict: `should | shouldn't | must | ought | better | worse | best | i think | i believe | i'd say |
    i would say | need | in favor | in favour | against | i want | no point | never | always | clearly |
    clear | plainly | wrong | right`,
} as const;

export type RefinementCue = keyof typeof phrases;

const patterns = Object.entries(phrases).map(
  ([cue, list]) => [cue as RefinementCue, phrasePattern(list)] as const,
);

/** The cues in a folded text (`foldText`). */
export function refinementCues(folded: string): ReadonlySet<RefinementCue> {
  return new Set(patterns.filter(([, pattern]) => pattern.test(folded)).map(([cue]) => cue));
}
