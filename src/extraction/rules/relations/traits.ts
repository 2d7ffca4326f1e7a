import { phrasePattern } from "../../../text/phrase-pattern.ts";
import { bareStance, cues, cueText } from "./cues.ts";
import type { Unit } from "./units.ts";

/** What a statement shows by its words alone, whatever it is held against. Written from common English. */
const tests = {
  disagreesAtStart: cues.disagreementStart,
  disagrees: cues.disagreementPhrase,
  agreesAtStart: cues.agreementStart,
  agrees: cues.agreementPhrase,
  concedes: cues.concession,
  negates: cues.negation,
  takesStance: cues.stance,
  contrasts: cues.contrastStart,
  restates: cues.restatementStart,
  opensExample: cues.exampleStart,
  opensReason: cues.reasonStart,
  concludes: cues.conclusionStart,
  adds: cues.additionStart,
  opensWithPronoun: cues.pronounStart,
  imagines: cues.imagined,
  givesExample: cues.example,
  opines: cues.opinion,
  speaksOfTalk: cues.meta,
  addressesYou: phrasePattern("you | your | yours | you're | you've | you'd | u"),
  speaksOfSelf: phrasePattern("i | my | me | mine | we | our | i'm | i've | i'd | i'll"),
  tells:
    phrasePattern(`(?:i | we | he | she | they | (?:my | our) \\p{L}+) (?:\\p{L}+ly )?(?:was | were | had | did | went |
    got | took | used | tried | bought | saw | found | worked | moved | came | made | ran | \\p{L}{2,30}ed)`),
  counts: /\p{N}/u,
  obliges: phrasePattern(
    "should | must | ought | need to | needs to | have to | has to | shouldn't | mustn't | let's",
  ),
  hedges:
    phrasePattern(`maybe | perhaps | probably | possibly | might | may | could | seems? | i guess | i suspect | i think |
    likely | unlikely | sort of | kind of | in my experience | afaik | imo | imho`),
  generalises: phrasePattern(
    "always | never | all | every | everyone | everybody | nobody | no one | none | any | most | usually | in general",
  ),
  evaluates:
    phrasePattern(`good | bad | better | best | worse | worst | great | terrible | awful | stupid | silly | wrong | right |
    fair | unfair | important | useful | useless | pointless | fine | ridiculous | nonsense | dangerous | safe | worth |
    problem | nice | cheap | expensive | easy | hard`),
  givesCause: phrasePattern(
    "because | since | so that | due to | thanks to | that's why | which is why | means that | leads? to | causes? | which means",
  ),
  supposes: phrasePattern("if | unless | suppose | assuming | imagine | when"),
  compares: phrasePattern("than | like | unlike | compared | instead of | rather"),
  limits:
    phrasePattern(`only | unless | except | at least | as long as | provided | depends | in some cases | sometimes | not all |
    not every | to be fair | admittedly | though | although | however`),
  /** It takes a stance and says nothing else. */
  isBare: bareStance,
  /** It wants to be told, as the question that opens a debate does. */
  inquires:
    /^(?:(?:so|and|but|ok|well|now)[, ]+)?(?:what|which|who|whom|where|when|to what|how (?:much|many|far|do you|would you|should)|(?:do|did|would|have|are|can|could|should) (?:you|anyone|anybody|we|people)|any(?:one|body) (?:else|know|have)|(?:is|are) there any|thoughts|opinions)\b[^?]*\?["'”’)\]]*\s*$/u,
  pointsBack: phrasePattern("that | this | those | these | such | same | it"),
  asks: /\?["'”’)\]]*\s*$/u,
  exclaims: /!["'”’)\]]*\s*$/u,
  announces: /:\s*$/u,
} as const;

export type Trait = keyof typeof tests;

/** The traits of a statement, 1 where it has one, and its length in words. */
export interface Traits {
  readonly has: Readonly<Record<Trait, number>>;
  readonly words: number;
}

const entries = Object.entries(tests) as readonly (readonly [Trait, RegExp])[];
const none = Object.fromEntries(entries.map(([name]) => [name, 0])) as Readonly<Record<Trait, number>>;
const remembered = new WeakMap<Unit, Traits>();

/** The traits of a statement; read once, however many pairs it stands in. */
export function traitsOf(unit: Unit): Traits {
  const known = remembered.get(unit);
  if (known !== undefined) return known;
  const words = cueText(unit.text);
  // A copy has the same layout as all others, which makes it quick to read.
  const has = { ...none };
  for (const [name, test] of entries) if (test.test(words)) has[name] = 1;
  const traits = { has, words: words.split(/\s+/u).length };
  remembered.set(unit, traits);
  return traits;
}
