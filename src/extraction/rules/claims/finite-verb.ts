import type { TaggedWord } from "../terms/tagger.ts";

/** Whether a word is a verb that can make a statement; a form in -ing cannot by itself. */
export function isFiniteVerb({ pos, text }: TaggedWord): boolean {
  return pos === "AUX" || (pos === "VERB" && !/ing$/iu.test(text));
}
