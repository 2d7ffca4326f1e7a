import { foldText } from "../../../text/tokens.ts";
import { Lexicon, phraseWords } from "./lexicon.ts";
import { phraseGroup } from "./phrase-group.ts";

const lexicon = new Lexicon([
  // The items are set-up, report or definition: steps of a scenario, not claims.
  phraseGroup(
    "item of a scenario",
    `suppose|imagine|consider|assume|scenario*|define|definition*|terms|you wrote|you said|you meant|you mean|i was thinking that you
    |something like|step|steps|is defined|let|here's how|here is how|plan|plans|setup|procedure|i believed|i used to`,
  ),
  // The items may be mere names of things as well as claims about them.
  phraseGroup(
    "item of a list",
    `combination of|options|possibilities|versions|the following|as follows|example*|includ*|such as|list|ingredients|parts|types|kinds|categories`,
  ),
  // The items are put forward by the writer.
  phraseGroup(
    "item of an argument",
    `because|reason*|why|problem*|argument*|consideration*|evidence|advantage*|disadvantage*|benefit*|drawback*|downside*|pro|pros|con|cons|i think
    |i believe|i claim|i don't|hopeful|points|thoughts|objection*|concern*|disagree*|agree|other things|more|less|better|worse|wrong`,
  ),
]);

/** A letter that is given a meaning ("X is what the agent should want:"): its list defines, it does not claim. */
const definesLetter = /(?<![\p{L}\p{N}])[b-hj-z] (?:is|=|means|be|stands)(?![\p{L}\p{N}])/u;

/** What the words before a list say about its items: steps of a scenario are no claims, listed reasons are. */
export function leadInFeatures(leadIn: string): readonly string[] {
  const folded = foldText(leadIn);
  const found = lexicon.find(phraseWords(folded));
  const isScenario = found.has("item of a scenario") || definesLetter.test(folded);
  return [
    ...(isScenario ? ["item of a scenario"] : found.has("item of a list") ? ["item of a list"] : []),
    ...(found.has("item of an argument") ? ["item of an argument"] : []),
  ];
}
