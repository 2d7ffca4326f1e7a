import { claimKey } from "./keys.ts";
import { spellAmerican } from "./spelling.ts";

/** Fewer words than this say too little by themselves to be known in another wording. */
const fewestWords = 5;

/**
 * Words that mean another thing in another mouth or place. A wording with one of them is the same claim as
 * its like only word for word.
 */
const pointing = new Set(
  `i i'm i've i'd i'll me my mine myself we we're we've we'd we'll us our ours ourselves you you're you've you'd you'll your
  yours yourself he he's he'd he'll him his himself she she's she'd she'll her hers it it's it'd it'll its itself they
  they're they've they'd they'll them their theirs this that that's these those here there there's above below now today
  yesterday tomorrow one another other others same such former latter so else opposite
  answer topic further point`.split(/\s+/u),
);

/**
 * What may stand before a statement without changing it, folded as {@link claimKey} leaves it; the longest
 * first.
 */
const leadIns = [
  "in my humble opinion",
  "in my opinion",
  "i do think that",
  "i think that",
  "i believe that",
  "i would say that",
  "i'd say that",
  "it seems to me that",
  "the point is that",
  "the fact is that",
  "the fact is",
  "in other words",
  "of course",
  "after all",
  "i do think",
  "i think",
  "i believe",
  "i'd say",
  "as i said",
  "like i said",
  "imho",
  "imo",
  "and",
  "but",
  "so",
  "well",
  "also",
  "anyway",
  "plus",
  "besides",
  "however",
  "therefore",
  "thus",
  "hence",
  "because",
  "ok",
  "okay",
  "yes",
  "again",
  "actually",
  "basically",
  "simply put",
].map((lead) => lead.split(" "));

/** What may stand behind it. */
const tails = ["in my opinion", "thank you", "thanks", "imho", "imo", "lol", "period", "after all"].map(
  (tail) => tail.split(" "),
);

/** Contractions and what they stand for; those of pronouns are left out, because pronouns point. */
const whole: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "can't": "can not",
    cannot: "can not",
    cant: "can not",
    "won't": "will not",
    wont: "will not",
    "shan't": "shall not",
    dont: "do not",
    doesnt: "does not",
    didnt: "did not",
    isnt: "is not",
    arent: "are not",
    wasnt: "was not",
    werent: "were not",
    shouldnt: "should not",
    wouldnt: "would not",
    couldnt: "could not",
    hasnt: "has not",
    havent: "have not",
  }),
);

/**
 * What wordings of one claim have in common: they differ only in case, punctuation, spaces, British or
 * American spelling, contractions ("isn't", "is not"), and in words that stand before or behind a statement
 * without changing it ("and", "I think that", "thanks").
 *
 *     "But I think colour isn't a property of light."   "Color is not a property of light!"
 *
 * Everything else stays, in its order: negations, numbers, quantities, modal words, hedges, names,
 * comparisons, the question mark. So what denies a claim, or says more or less, has another key. Where a word
 * points to the speaker or to what was said before ("it", "you", "this"), or the text asks, the words have to
 * be equal but for case, punctuation and spaces. Articles and plurals stay too: among 25 groups of sentences
 * that folding them joined in 50,000 comments of a forum some say different things ("was God", "was a god").
 *
 * Depends on {@link claimKey} alone, so it joins whatever that joins. Linear in the text.
 */
export function sameClaimKey(text: string): string {
  const key = claimKey(text);
  const words = strip(key.split(" ")).flatMap((word) =>
    (whole.get(word) ?? word.replace(/^(\p{L}+)n't$/u, "$1 not")).split(" "),
  );
  const isWhole = words.filter((word) => /^\p{L}/u.test(word)).length >= fewestWords;
  if (!isWhole || words.some((word) => pointing.has(word) || word === "?")) return key;
  return words.map(spellAmerican).join(" ");
}

function strip(words: readonly string[]): readonly string[] {
  let [start, end] = [0, words.length];
  for (let lead = startOf(words, start); lead > 0; lead = startOf(words, start)) start += lead;
  for (const tail of tails)
    if (end - tail.length > start && tail.every((word, at) => words[end - tail.length + at] === word))
      end -= tail.length;
  return words.slice(start, end);
}

/** How many words at a place are a lead-in. */
function startOf(words: readonly string[], at: number): number {
  return leadIns.find((lead) => lead.every((word, offset) => words[at + offset] === word))?.length ?? 0;
}
