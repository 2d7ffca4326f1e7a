/**
 * Words that say little about what a sentence is about, in three tiers: grammar (weight 0), words of every
 * conversation (0.25) and words of every argument (0.5). Any other word weighs 1.
 *
 * A pure function has no corpus to count in, so this table stands for the document frequencies of English. It was
 * written for this project; the tiers are a judgement, not a count. Forms are listed as {@link stem} leaves them.
 */
const grammar = `a an the this that these those it its itself i me my mine myself we us our ours you your yours
 yourself he him his she her hers they them their theirs themselves one ones who whom whose which what when where
 why how if then else than as so such and or but nor yet for of to in on at by with from into onto out off over
 under up down about between among through during before after above below again further once because since while
 until although though whether either neither both each every all any some no not only own same too very can will
 just should would could may might must shall do doe did don doing have ha had having be is am are wa were been
 being there here also even still much many more most other another else ever never always yes no ok okay well
 oh hmm eh s t d ll m o re ve y ain aren couldn didn doesn hadn hasn haven isn mightn mustn needn shan shouldn
 wasn weren won wouldn cannot let im ive id dont doesnt didnt isnt cant wont thats youre theyre weve etc eg ie`;

const everyday = `get got go went gone going come came make made take took say said tell told know knew known think
 thought see saw seen look want wanted like thing something anything nothing everything someone anyone everyone
 people person guy man way lot bit kind sort really actually maybe perhaps probably quite rather pretty almost
 already now today time day year first last next new old good bad better best worse great big small long little
 right wrong true false sure fine need use used using try put give given keep find found feel mean meant seem
 talk ask call called start stop happen work help show part place end back around away far different able least
 less enough few two three several whole full own certain thank please sorry hope wish guess agree disagree point
 question answer post comment reply read write wrote written word`;

const argument = `argue argument claim believe belief reason because cause effect result problem issue idea fact
 example case instance general particular specific possible impossible likely unlikely important clear obvious
 obviously simply exactly basically generally usually often sometime necessarily certainly definitely truth
 evidence proof prove support change consider suppose assume assumption expect suggest imply understand
 explain describe define definition matter difference similar reasonable sense view opinion position side term
 level number amount high low large strong weak hard easy simple complex real current future past further
 likewise however therefore thus hence instead especially mostly mainly entirely completely totally fully
 become remain exist include involve require allow lead provide create turn set run add move live`;

/**
 * A word without the endings that change its form and not its topic. Rough on purpose: both sides of a comparison
 * go through it.
 *
 *     stem("policies") === stem("policy"), stem("rewarded") === stem("rewards")
 */
export function stem(word: string): string {
  if (word.length <= 3) return word.endsWith("s") && word.length === 3 ? word.slice(0, 2) : word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.endsWith("ing") && word.length >= 6) return undouble(word.slice(0, -3));
  if (word.endsWith("ed") && word.length >= 5) return undouble(word.slice(0, -2));
  if (word.endsWith("ss") || word.endsWith("us")) return word;
  if (word.endsWith("es") && /(?:s|x|z|ch|sh)es$/u.test(word)) return word.slice(0, -2);
  if (word.endsWith("s")) return dropE(word.slice(0, -1));
  return dropE(word);
}

const dropE = (word: string): string => (word.length >= 5 && word.endsWith("e") ? word.slice(0, -1) : word);
const undouble = (word: string): string => (/([bdgmnprt])\1$/u.test(word) ? word.slice(0, -1) : dropE(word));

const tiers: ReadonlyMap<string, number> = new Map(
  [[argument, 0.5] as const, [everyday, 0.25] as const, [grammar, 0] as const].flatMap(([list, weight]) =>
    list.split(/\s+/u).flatMap((word): (readonly [string, number])[] => [
      [word, weight],
      [stem(word), weight],
    ]),
  ),
);

/** How much a stemmed word tells about the topic, from 0 (grammar) to 1 (a word of no tier). */
export function topicWeight(stemmed: string): number {
  return tiers.get(stemmed) ?? 1;
}
