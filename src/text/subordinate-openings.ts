import { phrasePattern } from "./phrase-pattern.ts";

/** "While trams are dear, …" */
const clause = /^(?:while|whilst|although|even though|though) [^,;:.]{6,200}, /u;

/** Whoever is at one of these holds a view, which may be granted: "while I was hoping for more, …". */
const holding =
  "(?:accept|acknowledg|admit|agree|appreciat|argu|assum|being|believ|claim|consider|den|doubt|expect|feel|grant|having|hop|imply|insist|lack|recogni|respect|say|suggest|support|sympathi|think|understand|want)";
const doing = `(?!${holding})\\p{L}{2,20}ing`;
const finite = "(?:is|are|was|were|has|have|had|does|do|did|may|might|can|could|will|would|should|must)";
const place = "(?:at|in|on|abroad|asleep|away|here|off|out|under)";
/** Behind "in" and "on" these tell how far something holds, and no place: "in theory". */
const respects =
  "(?:the )?(?:abstract|average|balance|face|fact|general|long|many|most|one|other|paper|part|past|practice|principle|short|some|theory|whole)";

/** While something else goes on: the clause says when, and grants nothing. */
const tellsWhen = phrasePattern(
  `(?:still )?${doing}(?!.* ${finite} )(?=.*, (?:i|i'm|i've|i'll|i'd|we|you|he|she|they|my|our|let) ) |
  (?:i|we|you|he|she|they|(?:my|our|your) \\p{L}+) (?:was|were) (?:\\p{L}+ly |just |still )?${doing} |
  (?:i'm|i am|we're|we are) (?:\\p{L}+ly |just |still )?${doing} |
  (?:(?:i'm|i am|we're|we are|you're|you are|\\p{L}+ (?:was|were)) (?:still )?)?${place}(?! ${respects})(?: [\\p{L}']+){0,4},`,
  { where: "start", opening: "(?:while|whilst) " },
);

/** What the speaker is or knows not, or how late they come, grants nothing of what was said. */
const excuses = phrasePattern(
  `i(?:'m| am) (?:\\p{L}+ ){0,2}(?:late|new|biased|a (?:beginner|layman|layperson|lurker|newbie)) |
  i(?:'m| am) no(?:t an?)? \\p{L}+(?=,| on | in | at ) | i(?:'m| am) not (?:\\p{L}+ )?(?:familiar|qualified) |
  i (?:could|may|might) (?:well )?be (?:wrong|mistaken|biased) | i (?:don't|do not) know (?:much|enough|a lot) |
  i know (?:little|nothing) | i(?:'ve| have)(?:n't| not| never| only) (?:\\p{L}+ )?(?:read|seen|watched|tried|skimmed)`,
  { where: "start", opening: "(?:while|whilst|although|even though|though) " },
);

/** What thanks or agrees turns against nothing, whatever stands before it. */
const agreeing = phrasePattern(
  `thanks | thank you | thx | cheers | kudos | sorry (?:for|about|if) | apologies | congrat\\p{L}+ | well done |
  good (?:point|question) | i (?:\\p{L}+ly |do |must |want to )?(?:thank you|apologi[sz]e) | i (?:\\p{L}+ly )?appreciate your |
  i(?:'m| am) (?:\\p{L}+ )?(?:grateful|with you) | you (?:do |still )?(?:make|have) a (?:\\p{L}+ )?point |
  (?:i|we)(?: would|'d)? (?:(?:\\p{L}+ly|do|also|still|have to|very much) )?(?:agree(?! to disagree)|concur|second (?:this|that)) |
  (?:i (?:do )?think )?you(?:'re| are| were) (?:\\p{L}+ )?(?:right|correct)(?! to| about the)`,
  { where: "start" },
);

/**
 * Where the main clause of a folded sentence begins that opens by granting something in a clause of its own,
 * or null: "while trams are dear, …" grants, "while waiting for the tram, …" says when.
 */
export function mainClauseAfterGrant(folded: string): number | null {
  const found = clause.exec(folded);
  return found === null || tellsWhen.test(folded) || excuses.test(folded) ? null : found[0].length;
}

/** Whether folded words that follow a concession thank for something or agree, and so turn against nothing. */
export const agreesAfterAll = (folded: string): boolean => agreeing.test(folded);
