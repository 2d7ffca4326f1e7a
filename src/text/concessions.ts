import { agreesAfterAll, mainClauseAfterGrant } from "./subordinate-openings.ts";
import { foldText } from "./tokens.ts";

/** Words by which a sentence grants something before it turns against it. */
const grants =
  "(?:(?:oh|ah|well|and|but|so|hmm+),? )?(?:granted|sure(?:ly)?|true|fair(?: (?:enough|point))?|yes|yeah|yep|ok|okay|agreed|right(?![ -](?:now|away|after|before|here|there|hand|wing))|admittedly|of course|no doubt|certainly|i (?:fully |totally |do |also )?(?:agree|grant|accept|admit|concede|get|see|know|understand)|i'll (?:grant|give)|you(?:'re| are) (?:\\p{L}+ )?(?:right|correct)|it(?:'s| is| may be| might be) (?:\\p{L}+ )?(?:true|right|correct|possible)|that(?:'s| is| may be| might be) (?:\\p{L}+ )?(?:true|right|fair|correct)|good point)";
const turn = "(?:but|yet|however|still|nevertheless|nonetheless|even so|that said)";
/** Behind these "but" excepts something and turns against nothing: "all but one", "cannot help but". */
const excepting = "(?<![\\p{L}'])(?:all|help|last|none|(?:any|every|no) ?(?:one|body|thing))";
const opensGranting = new RegExp(`^[\\s"'(*_>-]*${grants}(?![\\p{L}'])`, "u");
const turnsWith = new RegExp(
  `[,;:–—-] *(?<turn>${turn})(?![\\p{L}'])|(?<=[^\\s,])(?<!${excepting}) (?<bare>but)(?![\\p{L}'])`,
  "u",
);
/** "May be dear, but": the hedge grants where the turn follows. */
const mayBe = /^[^,;:.]{3,120}? (?:may|might)(?: well| indeed)? [^,;:.]{3,120}, (?:but|yet) /u;
/** Marks that may stand before the first word. */
const marks = /^[\s"'(*_>-]*/u;
/** So many code units of a sentence are looked at. */
const seen = 500;

/**
 * Where a sentence that first grants something turns against it, in code units from its start, or null where
 * it grants nothing or does not turn: thanks and assent turn against nothing.
 *
 *     Sure, trams are dear, but they pay for themselves.
 *                           ^
 */
export function turnAfterConcession(text: string): number | null {
  const folded = foldText(text.slice(0, seen)).replaceAll(/\s/gu, " ");
  const start = marks.exec(folded)?.[0].length ?? 0;
  const main = mainClauseAfterGrant(folded.slice(start));
  if (main !== null) return agreesAfterAll(folded.slice(start + main)) ? null : start + main;
  const granted = opensGranting.exec(folded);
  if (granted === null && !mayBe.test(folded)) return null;
  const from = granted?.[0].length ?? 0;
  const found = turnsWith.exec(folded.slice(from));
  const word = found?.groups?.turn ?? found?.groups?.bare;
  if (found === null || word === undefined) return null;
  const end = from + found.index + found[0].length;
  return agreesAfterAll(folded.slice(end).trimStart()) ? null : end - word.length;
}
