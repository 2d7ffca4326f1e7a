import { foldText } from "./tokens.ts";

/**
 * What a sentence points to of what was said just before, without a number or words of it.
 *
 * `claim` is the one thing that was said ("that claim", "your argument"), `conclusion` and `reason` a part of
 * it, `former` and `latter` one of two, `step` that from a reason to what it is given for ("that does not
 * follow").
 */
export type Pointer = "claim" | "conclusion" | "reason" | "former" | "latter" | "step";

const verb =
  "(?:is|isn't|was|wasn't|does|doesn't|did|didn't|do|don't|has|hasn't|would|wouldn't|will|won't|can|can't|cannot|fails?|ignores?|needs?|assumes?|rests?|relies|holds?|makes?|seems?|looks?|sounds?|falls?|misses|overlooks?|proves?|begs|works?|stands?|contradicts?|confuses|forgets|depends|collapses|applies|only|just|simply|still|also|alone|though|too|here)";
/** At most two words stand before what is pointed to, which something then is said of. */
const opening = "^[\\s\"'(*_>-]*(?:(?!that |this |your |the |at |by )[\\p{L}']{1,20},? ){0,2}";
const pointing = (nouns: string): RegExp =>
  new RegExp(
    `${opening}(?:that|this|your) (?:(?!your |the |my |his |her |their )\\p{L}{2,20} )?(?:${nouns}) ${verb}(?![\\p{L}'])(?! that(?! ${verb}))`,
    "u",
  );
const oneOf = (word: string): RegExp =>
  new RegExp(`${opening}the ${word}(?: (?:claim|point|argument))? ${verb}(?![\\p{L}'])`, "u");

/** Subjects of "does not follow" and of what else denies a step; "I do not follow" denies none. */
const step =
  /(?<![\p{L}'])(?:(?:that|this|it|which|conclusion|inference|one) (?:simply |just |really |still )?(?:does not|doesn't|doesnt|need not|would not|wouldn't) (?:\p{L}+ )?follow(?![\p{L}']| (?:(?:the|any|a|those|these|his|her|your|their|my|our) |(?:him|her|them|me|us|you)(?![\p{L}'])))|non[ -]sequitur)/u;

/** The first that fits tells. */
const patterns: readonly (readonly [Pointer, RegExp])[] = [
  ["step", step],
  ["former", oneOf("former")],
  ["latter", oneOf("latter")],
  ["conclusion", pointing("conclusion|inference")],
  ["reason", pointing("reason|premise")],
  [
    "claim",
    pointing(
      "claim|argument|statement|assertion|assumption|objection|reasoning|point|proposition|generali[sz]ation",
    ),
  ],
];

/** A word without which a sentence points to nothing; it spares most sentences the patterns. */
const mayPoint =
  /follow|sequitur|former|latter|conclusion|inference|reason|premise|claim|argument|statement|assertion|assumption|objection|point|proposition|generali/u;

/** What a sentence points to; null where it points to nothing. Whether there is such a thing is not told. */
export function pointerIn(text: string): Pointer | null {
  const folded = foldText(text);
  if (!mayPoint.test(folded)) return null;
  return patterns.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}
