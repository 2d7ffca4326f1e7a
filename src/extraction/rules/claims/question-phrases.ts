import type { PhraseGroup } from "./lexicon.ts";
import { phraseGroup } from "./phrase-group.ts";

/** Starts of questions that assert: who would deny what they ask? */
export const questionPhrases: readonly PhraseGroup[] = [
  phraseGroup(
    "rhetorical start",
    `who wouldn't|who doesn't|who cares|who in their right mind|what * wants|what * would want|who wants|who would want|what sane|why would anyone|why would anybody|why should anyone|why should i
    |why should we|why on earth|how on earth|isn't that|isn't this|isn't it|isn't there|aren't there|aren't they|aren't we|don't you think|doesn't that|doesn't this|wouldn't that
    |wouldn't this|wouldn't it|shouldn't we|shouldn't it|can't we just|what's the point|what good|what difference|since when|who am i to|who are you to|are we really|are you seriously
    |what makes you think|what right|why can't i|why can't we|why bother|are we honestly|are we supposed|am i supposed|how is that any|how is this any|where is the evidence|where's the evidence`,
    { atStart: true },
  ),
  phraseGroup(
    "often rhetorical",
    `who would|who could|what kind of|what sort of|why would|why should|how can|how could|how is that|how is this|isn't|aren't|doesn't|wouldn't|shouldn't|can't|couldn't|won't|haven't|didn't
    |so what|do you really|is it really|would you really|why can't|why shouldn't|why wouldn't|why not just|is anyone|does anyone really|where is the|where's the`,
    { atStart: true },
  ),
  phraseGroup(
    "leading",
    `really|honestly|seriously|actually believe|any different|somehow|magically|suddenly|going to`,
  ),
];
