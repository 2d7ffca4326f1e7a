import { wordsOf } from "./resemblance.ts";

/**
 * What parts two texts that are alike in their letters: one denies more often, they have other numbers, one
 * says the opposite of a word, or they compare the other way round.
 */
export type Difference = "negation" | "numbers" | "opposites" | "order";

const list = (text: string): readonly string[] => text.trim().split(/\s+/u);

/** Apostrophes are gone, as {@link wordsOf} leaves them. */
const negations = new Set(
  list(`not no never none nobody nothing nor neither nowhere cannot without hardly barely scarcely rarely seldom
  dont doesnt didnt isnt arent wasnt werent aint cant couldnt wont wouldnt shouldnt mustnt neednt hasnt havent hadnt
  lacks lacking fails failed refuses refused stops stopped ceases ceased`),
);

/** What looks like a denial and is none: "not only", "no doubt", "never fails to". */
const affirming =
  /\b(?:not (?:only|just|merely)|(?:no|little|without|few|nobody|dont|cannot|cant|not) doubts?|(?:never|not|cannot) fail(?:s|ed)? to|no wonder|nothing but|whether or not|why not)\b/gu;

/** What denies what follows or surrounds it without a word of denial; marks and apostrophes are gone. */
const denyingPhrases =
  /\b(?:doubt(?:s|ed|ful)?|far from|anything but|unlikely|(?:do|does|did) little to|fail to|question(?:s|ed)? whether|(?:false|wrong|untrue|mistaken|nonsense|a myth) that|(?:claim|idea|view|notion|belief|argument|suggestion|thesis) that .{1,200} (?:is|was) (?:\p{L}+ )?(?:false|wrong|untrue|mistaken|nonsense|absurd|unfounded|myth))\b/gu;

/**
 * "(Smith 2019)", "[Lee et al., 2004; Roy 2011]": where a statement is from, and no number of it. "(by 2030)"
 * says when.
 */
const citations =
  /[([](?!(?:by|in|until|till|since|from|before|after|around|about|during|to|for)\s)(?:[^\d()[\]]{0,60}(?<!\d)(?:1[5-9]|20)\d\d(?!\d)[a-z]?[,;]?){1,8}\s{0,3}[)\]]/giu;

const numerals: ReadonlyMap<string, string> = new Map(
  list(`zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen twenty`).map((word, value) => [word, String(value)]),
);
/** "One" stands for a person or a thing more often than for a number, and "a half" says what "half" does. */
const amounts: ReadonlyMap<string, string> = new Map([
  ...[...numerals].filter(([word]) => word !== "one"),
  ...list("thirty forty fifty sixty seventy eighty ninety").map((word, at): [string, string] => [
    word,
    String(30 + 10 * at),
  ]),
  ["half", "half"],
  ["third", "third"],
  ["quarter", "quarter"],
  ["twice", "twice"],
  ["double", "twice"],
  ["triple", "triple"],
  ["dozen", "dozen"],
  ["hundred", "hundred"],
  ["hundreds", "hundred"],
  ["thousand", "thousand"],
  ["thousands", "thousand"],
  ["million", "million"],
  ["millions", "million"],
  ["billion", "billion"],
  ["billions", "billion"],
]);

/** Words that cannot both be said of one thing; written for this project. Forms are listed, not derived. */
const pairs = list(`
  good/bad better/worse best/worst more/less more/fewer most/least most/few many/few much/little always/never always/sometimes
  always/rarely often/rarely often/seldom all/some all/few all/none every/no everyone/nobody everybody/nobody everyone/few
  right/wrong true/false correct/incorrect easy/hard easy/difficult easier/harder simple/complex simple/complicated
  cheap/expensive cheap/costly cheaper/dearer safe/dangerous safe/risky safer/riskier rich/poor richer/poorer win/lose wins/loses
  won/lost winners/losers increase/decrease increases/decreases increased/decreased increase/reduce increases/reduces increased/reduced
  raise/lower raises/lowers raised/lowered raise/cut raises/cuts raise/reduce raises/reduces rise/fall rises/falls rose/fell widens/narrows widen/narrow widened/narrowed scares/attracts repels/attracts ruined/improved ruins/improves
  up/down high/low higher/lower highest/lowest possible/impossible likely/unlikely fair/unfair big/small bigger/smaller large/small
  larger/smaller fast/slow faster/slower quick/slow quicker/slower quickly/slowly help/hurt helps/hurts help/harm helps/harms
  helpful/harmful benefits/harms legal/illegal legal/forbidden works/fails works/broken strong/weak stronger/weaker strengthens/weakens
  strengthen/weaken new/old newer/older young/old younger/older useful/useless first/last keep/drop keep/abolish keep/scrap keep/remove
  allow/ban allows/bans allowed/banned allow/forbid allows/forbids allow/prohibit allowed/forbidden allowed/prohibited
  permit/forbid permits/forbids permitted/forbidden before/after public/private love/hate loves/hates support/oppose
  supports/opposes accept/reject accepts/rejects accepted/rejected agree/disagree agrees/disagrees include/exclude includes/excludes
  with/without for/against pro/contra inside/outside early/late earlier/later near/far open/closed opens/closes opened/closed begin/end
  start/stop starts/stops starts/ends growing/shrinking grows/shrinks grew/shrank gain/loss gains/losses gain/lose gains/loses gained/lost profit/loss
  success/failure succeeds/fails succeed/fail succeeded/failed pass/fail passes/fails passed/failed create/destroy creates/destroys
  build/demolish attack/defend attacks/defends trust/distrust encourage/discourage encourages/discourages improve/worsen
  improves/worsens improved/worsened mandatory/voluntary mandatory/optional compulsory/voluntary compulsory/optional
  necessary/unnecessary necessary/superfluous guilty/innocent honest/dishonest healthy/unhealthy healthy/harmful natural/artificial
  permanent/temporary common/rare common/rarer commoner/rarer commonly/rarely majority/minority minimum/maximum above/below over/under solves/causes
  solve/cause prevents/causes prevent/cause protects/endangers protect/endanger proves/disproves confirms/refutes
  peace/war alive/dead life/death day/night hot/cold hotter/colder warm/cold warmer/colder wet/dry heavy/light heavier/lighter
  urban/rural rational/irrational present/absent presence/absence same/different similar/different empty/full clean/dirty
  cleaner/dirtier loud/quiet louder/quieter wide/narrow wider/narrower long/short longer/shorter thick/thin deep/shallow
  tall/short taller/shorter buy/sell buys/sells lend/borrow left/right north/south east/west men/women man/woman boys/girls
  human/animal humans/animals employer/employee employers/employees`);

/** Each word with those that say its opposite. */
const opposites: ReadonlyMap<string, ReadonlySet<string>> = oppositesOf(pairs);

/** Prefixes that turn a word round: "fair" and "unfair", "legal" and "illegal". */
const turning = ["un", "in", "im", "il", "ir", "dis", "non", "mis"];
/** Shorter words ("on", "form") meet such a prefix by chance. */
const fewestLetters = 4;

/**
 * What parts two texts that are alike in their letters, so that they may say the opposite of each other, or
 * something else; in the order of {@link Difference}. Empty where no sign of that is seen, which proves
 * nothing.
 *
 *     "X is safe."            "X is not safe."          negation
 *     "It takes four years."  "It takes five years."    numbers
 *     "Rents should rise."    "Rents should fall."      opposites
 *     "A is safer than B."    "B is safer than A."      order
 *
 * Signs alone: nothing is parsed, and what a word denies is not known. Linear in the texts.
 */
export function differencesBetween(a: string, b: string): readonly Difference[] {
  const [one, other] = [readSigns(a), readSigns(b)];
  const found: Difference[] = [];
  if (one.negations !== other.negations) found.push("negation");
  if (one.numbers !== other.numbers) found.push("numbers");
  if (isTurned(one.words, other.words) || isTurned(other.words, one.words)) found.push("opposites");
  if (isReversed(one.list, other.list)) found.push("order");
  return found;
}

interface Signs {
  readonly list: readonly string[];
  readonly words: ReadonlySet<string>;
  readonly negations: number;
  /** Sorted and joined, so that equal strings mean equal numbers. */
  readonly numbers: string;
}

function readSigns(text: string): Signs {
  // Thousands are grouped by commas, and decimals kept together, before the marks go.
  const joined = text
    .replaceAll(citations, " ")
    .replaceAll(/(\d),(?=\d{3}(?!\d))/gu, "$1")
    .replaceAll(/(\d)[.,](?=\d)/gu, "$1point");
  const words = wordsOf(joined);
  const folded = words.join(" ").replaceAll(affirming, " ");
  const denying = wordsOf(folded).filter((word) => negations.has(word));
  const numbers = words.flatMap((word) => amounts.get(word) ?? (/^\d/u.test(word) ? word : []));
  return {
    list: words,
    words: new Set(words),
    negations: denying.length + (folded.match(denyingPhrases)?.length ?? 0),
    numbers: [...new Set(numbers)].sort().join(" "),
  };
}

/** Whether a word that only `from` has stands against one that only `to` has. */
function isTurned(from: ReadonlySet<string>, to: ReadonlySet<string>): boolean {
  for (const word of from) {
    if (to.has(word)) continue;
    for (const opposite of opposites.get(word) ?? [])
      if (to.has(opposite) && !from.has(opposite)) return true;
    for (const prefix of turning) {
      const plain = word.slice(prefix.length);
      if (word.startsWith(prefix) && plain.length >= fewestLetters && to.has(plain) && !from.has(plain))
        return true;
    }
  }
  return false;
}

/**
 * Whether what the one compares (before "than") is rather what the other compares it with, and the other way
 * round.
 */
function isReversed(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [sidesOf(one), sidesOf(other)];
  if (a === null || b === null) return false;
  const common = (x: ReadonlySet<string>, y: ReadonlySet<string>): number =>
    [...x].filter((word) => y.has(word)).length;
  const crossed = common(a.before, b.behind) * common(a.behind, b.before);
  return crossed > common(a.before, b.before) * common(a.behind, b.behind);
}

/** The words that stand on one side of "than" alone. */
function sidesOf(words: readonly string[]) {
  const at = words.indexOf("than");
  if (at < 0) return null;
  const [before, behind] = [new Set(words.slice(0, at)), new Set(words.slice(at + 1))];
  return {
    before: new Set([...before].filter((word) => !behind.has(word))),
    behind: new Set([...behind].filter((word) => !before.has(word))),
  };
}

function oppositesOf(written: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const pair of written) {
    const [one = "", other = ""] = pair.split("/");
    found.set(one, (found.get(one) ?? new Set()).add(other));
    found.set(other, (found.get(other) ?? new Set()).add(one));
  }
  return found;
}
