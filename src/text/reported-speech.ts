import type { Span } from "../model/span.ts";
import { accordingTo, atEnd, atStart } from "./reporting-patterns.ts";
import { foldText } from "./tokens.ts";

/** Who says something is told at the start of a statement or at its end: so many code units are looked at. */
const [startSeen, endSeen, afterSeen] = [400, 140, 60];

/** Without one of these nothing is reported; it saves most statements the patterns. */
const cue =
  /say|said|thin?k|thought|belie|claim|argu|assum|fe(?:el|lt)|reckon|insist|guess|suspect|suppos|fear|hope|sw(?:ear|ore)|figure|writ|wrote|assert|maintain|contend|h[eo]ld|stat|report|alleg|mention|predict|warn|conclu|den[iy]|doubt|declar|announc|remark|object|complain|repeat|posit|proclaim|answer|repl|judg|advis|promis|suggest|impl|mean|expect|propos|recommend|t[eo]ld?l?|assur|inform|according|per |view|opinion|logic|reason|perspective|mind|words|account|heard?|read|rumou?r|notion|myth|idea|has it|have it|point|wisdom|theory|position|case|puts? it/u;

const endorsed = String.raw`(?:i (?:fully |completely |totally )?(?:agree|concur)|(?:i think )?(?:he|she|they|you|it|that)(?:'s|'re| is| are| was| were) (?:\p{L}+ )?(?:right|true|correct)|rightly so|is (?:true|right|correct)|exactly|quite so)(?=[.!,;]|$| (?:and|but|with|too|though)\b)`;
const endorsedAfter = new RegExp(String.raw`^[\s,.;:!-]*(?:and |which |with which )?${endorsed}`, "u");
const endorsedInside = new RegExp(`[,;-] *(?:and |which |with which )${endorsed}`, "u");

/** What its writer says against a report, or beside it, in the same statement. */
const contrast = /[,;-] *(?:but|yet|however|although|though|which)\b/u;

/**
 * The words that name whom a statement reports, or null when its writer asserts it.
 *
 *     My boss thinks that trams are dear.      According to the review, trams are dear.
 *     ^      ^                                              ^        ^
 *
 * A report is what follows a verb of saying or thinking with somebody else for its subject, "according to" or
 * "in her view", "it is often said that", "the usual view is that", and what ends with ", they say". What the
 * writer used to think is reported too, and its source is "I". Not so what the writer thinks or said; what is
 * endorsed ("as she says", "rightly argues", "…, and she is right"); what is answered in the same breath ("…,
 * but …"); a saying that is denied, asked for or a condition; and what evidence shows.
 *
 * Told by lists of words alone, so that it holds for the statements of every extractor. Looks at the first words
 * and the last, and so costs the same for long statements.
 *
 * @param span - the statement in `text`. Behind it an endorsement may follow ("I agree.").
 */
export function reportedSource(text: string, span: Span): Span | null {
  const folded = foldText(text.slice(span.start, span.end));
  if (!cue.test(folded) || /\?["')\]\s]{0,6}$/u.test(folded)) return null;
  const found = sourceIn(folded);
  if (found === null) return null;
  const rest = folded.slice(found.end, startSeen);
  const isEndorsed =
    endorsedAfter.test(foldText(text.slice(span.end, span.end + afterSeen))) || endorsedInside.test(rest);
  return isEndorsed || contrast.test(rest)
    ? null
    : { start: span.start + found.start, end: span.start + found.end };
}

/** Between who says it and what they say: "argues that ", "told us that ". */
const saying = /^(?:\s[^\s,.;:"]{1,20}){1,4}?\sthat\s/u;

/**
 * How many code units of a folded text go before what its source is said to hold: those of "according to the
 * review, ", "in her view, " and "my boss argues that "; 0 where it does not open so.
 *
 * @param source - of the text, as {@link reportedSource} finds it.
 */
export function sourceLead(folded: string, source: Span): number {
  const start = folded.slice(0, startSeen).replaceAll(/\s/gu, " ");
  for (const one of accordingTo) {
    const match = one.exec(start);
    if (match !== null) return match[0].length;
  }
  const said = saying.exec(start.slice(source.end));
  return said === null ? 0 : source.end + said[0].length;
}

function sourceIn(folded: string): Span | null {
  const start = folded.slice(0, startSeen).replaceAll(/\s/gu, " ");
  for (const one of atStart) {
    const source = sourceOf(one.exec(start));
    if (source !== null) return source;
  }
  const from = Math.max(0, folded.length - endSeen);
  const end = folded.slice(from).replaceAll(/\s/gu, " ");
  for (const one of atEnd) {
    const source = sourceOf(one.exec(end));
    if (source !== null) return { start: from + source.start, end: from + source.end };
  }
  return null;
}

/** Forms that are nouns as well: "their claims that …", "the states that …". */
const nouns =
  /^(?:claims?|states?|reports?|thought|hopes?|fears?|doubts?|answers?|objects|guess|figures?|promises?)$/u;
const article = /^(?:the|a|an|my|your|his|its|their|her|our|all|such|any|both|other|new)$|'s?$/u;
const possessive = /^(?:my|your|his|her|its|our|their)\s/u;
/** Forms with which an order begins, unless many are told of. */
const orders =
  /^(?:say|think|believe|claim|argue|assume|feel|reckon|insist|guess|suspect|suppose|fear|hope|swear|figure|write|state|report|hold|mention)$/u;
const many = /s$|^(?:you|they|people|many|some|most|police|media)$|\band\b/u;

function sourceOf(match: RegExpExecArray | null): Span | null {
  const place = match?.indices?.groups?.source;
  const { source = "", verb } = match?.groups ?? {};
  if (place === undefined) return null;
  const last = source.split(" ").at(-1) ?? "";
  if (verb !== undefined && nouns.test(verb) && article.test(last)) return null;
  if (verb === "thought" && possessive.test(source)) return null;
  if (verb !== undefined && orders.test(verb) && !many.test(last) && !/ and /u.test(source)) return null;
  // Neither "you've" nor a full stop belongs to the name.
  return { start: place[0], end: place[1] - (/'(?:ve|d|re)$|\.$/u.exec(source)?.[0].length ?? 0) };
}
