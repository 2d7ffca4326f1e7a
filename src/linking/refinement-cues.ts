/** What a sentence says by which people come back to what they wrote before. Each cue is a phrase at a word's border. */
const phrases = {
  /** It goes, or some of it does. */
  retract: `take back;takes back;taking back;take it back;take that back;withdraw;withdrawn;retract;scratch that;scratch the;
    drop it;drop that;drop the;forget what;forget that;no longer;stop using;stop saying;i was wrong;i was thinking;
    too quick;too strong;too harsh;sorry;redo;i'll park;i will park;wrong about;changed my mind;i've changed;i have changed;
    updating;badly;i should've;i should have;my mistake;i overstated`,
  /** Somebody else has a point. */
  grant: `grant;granted;concede;admit;fair;fair enough;you're right;you are right;you may be right;i accept;fine;ok;okay;
    didn't know;turns out;turned out;touché;touche;delta;point taken;true`,
  /** It is said again, or said better. */
  restate: `i said;as i wrote;as i mentioned;i've said;i have said;said above;said before;said earlier;i wrote;my point;
    my claim;my theory;my argument;my reason;my first reason;my second reason;my number;my numbers;my idea;my rule;my post;my proposal;
    my suggestion;my main;main thing;the point is;i mean;i meant;to be clear;in other words;literally;was talking about;
    still;again;i keep;stand by;stands`,
  mine: "i'd;i'll;i would;i will;my;i think;i'm;i still;i",
  change: `now;instead;anymore;any more;only;at least;less;more;smaller;not;without;rather than;even if;unless;perhaps;
    maybe;might`,
  /** A verdict, which people refine more than a fact. */
  verdict: `should;shouldn't;must;ought;better;worse;best;i think;i believe;i'd say;i would say;need;in favor;in favour;
    against;i want;no point;never;always;clearly;clear;plainly;wrong;right`,
} as const;

export type RefinementCue = keyof typeof phrases;

const patterns = Object.entries(phrases).map(([cue, list]) => {
  const words = list.split(";").map((phrase) => phrase.trim().replaceAll(" ", "\\s+"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|")})(?![\\p{L}\\p{N}]|'\\p{L})`, "u");
  return [cue as RefinementCue, pattern] as const;
});

/** The cues in a folded text (`foldText`). */
export function refinementCues(folded: string): ReadonlySet<RefinementCue> {
  return new Set(patterns.filter(([, pattern]) => pattern.test(folded)).map(([cue]) => cue));
}

const reference =
  /(?<![\p{L}\p{N}])(?:(?:points?|no|number|nr|item|part|reason)\.?\s+#?(\d{1,2}|[a-z])(?![\p{L}\p{N}])|(?<![.,$])(\d)(?= and \d| still|,\s)|([b-hj-z])(?= (?:is|was|i)(?![\p{L}\p{N}])))/gu;

/** Marks of list items that a folded text refers to: "drop point 3" refers to "3", "c is the weakest" to "c". */
export function itemsReferredTo(folded: string): ReadonlySet<string> {
  return new Set([...folded.matchAll(reference)].map((match) => match[1] ?? match[2] ?? match[3] ?? ""));
}

/** The mark of the list item that the words at `start` open, lower case: "3" in "3. Slow is fine."; else null. */
export function itemMark(text: string, start: number): string | null {
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const match = /^[^\S\n]{0,20}\(?(\d{1,2}|[A-Za-z])[.)]\s{1,20}/u.exec(text.slice(line, start + 5));
  return match !== null && line + match[0].length >= start ? (match[1] ?? "").toLowerCase() : null;
}

const quotedWords = /["“]([^"”\n]{2,160})["”]/gu;

/** The words between quotation marks. */
export function wordsQuoted(text: string): readonly string[] {
  return [...text.matchAll(quotedWords)].map((match) => match[1] ?? "");
}
