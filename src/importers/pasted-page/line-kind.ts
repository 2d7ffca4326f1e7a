import { findDate } from "../../text/written-date.ts";

/**
 * What a line of a copied page is. `button` stands for what can be clicked ("Reply", "permalink"), `badge` for
 * what the page says of a person or a comment ("Moderator", "Joined"), `sign` for a line without letters and
 * digits, `words` for all that may be somebody's words or name.
 */
export type LineKind = "blank" | "date" | "votes" | "number" | "button" | "badge" | "sign" | "words";

/** Longer lines are words. In UTF-16 units. */
const longestMeta = 120;

const months =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
/** Dates that a page writes and that name no moment: `3d`, `Mar 3`, `Mar '23`, `yesterday at 10:14`. */
const vagueDate = new RegExp(
  `^(?:\\d{1,3}\\s?(?:s|m|h|d|w|y|secs?|mins?|hrs?|mo|mos|months?|wks?|weeks?|yrs?|years?|days?|hours?|minutes?)\\.?(?: ago)?|(?:${months})\\.? (?:\\d{1,2}|['’]\\d{2}|\\d{4})|\\d{1,2} (?:${months})\\.?|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|(?:today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|just now)(?:,? (?:at )?\\d{1,2}:\\d{2}(?:\\s?[ap]m)?)?$`,
  "iu",
);
const votes = /^\(?[-+−]?\d[\d,.]*k? (?:points?|votes?|upvotes?|likes?|karma|hearts?)\)?$/iu;
const number = /^[(#]?[-+−]?\d[\d,.]*[km]?\)?$/iu;
/** Words of old Reddit's line of links, which copying glues together. */
const gluedLinks =
  /^(?:permalink|embed|save|unsave|parent|report|give award|reply|share|context|full comments|hide|crosspost|edit|delete)+$/iu;
const button =
  /^(?:(?:up|down)vote[ds]?|repl(?:y|ies)|quote|report|share|save|flag|like[ds]?(?: \(\d+\))?|dislike|award|give award|follow|unfollow|subscribe|message|edit|delete|hide|unhide|link|copy link|permalink|permanent link|parent|context|root|prev|next|more|see more|show more|read more|expand|collapse|expand full comment|view (?:entire )?(?:discussion|thread|replies).{0,20}|(?:view |show |see )?(?:all )?\d+(?: more)? (?:repl(?:y|ies)|comments?).{0,40}|(?:load|show|view|see) (?:\d+ |more |all |older |newer |previous ).{0,40}|continue (?:this )?thread.{0,10}|leave a (?:reply|comment)|add (?:a )?comment|post (?:a )?comment|click to expand\W*|go to comments|back to top|top|reactions?:?|react|(?:you must )?(?:log|sign) in (?:or .{1,20} )?to .{1,30}|sort(?:ed)? by.{0,20}|all \d+ comments)$/iu;
const badge =
  /^(?:op|author|mod(?:erator)?|admin(?:istrator)?|staff|owner|member|collaborator|contributor|pro|verified|pinned|stickied|edited|(?:well-known|new|active|senior|junior|regular|trusted) (?:member|user)|top \d+% (?:commenter|poster)|joined:?.{0,20}|(?:messages|posts|location|likes|reaction score|karma):?(?: [\d,.]+)?|score hidden|comment score below threshold|\[score hidden\]|(?:u\/\S{1,40} |.{1,40}['’]s )?(?:avatar|profile picture)|profile badge.{0,80}|level \d+|liked by .{1,80}|commented|replied|said|wrote|on|by|in|english|translate|r\/\w{2,30}|\d+ child(?:ren)?|[–+-])$/iu;

/** Arrows, dots and rules that a page draws; a brace or a row of dots is somebody's. */
const sign = /^[\s•·∙⋅›»<>▲▼△▽↑↓→➔★☆⚑✓|–—−_=*\u200b-]+$/u;

/** A page's line, cut at what pages put between its parts. */
export function partsOf(line: string): readonly string[] {
  return line
    .replace(/\[[–—+-]\]/gu, "|")
    .split(/[|•·∙⋅›»▲▼△▽↑↓★☆⚑✓–—\t\u200b\u2192\u2794]+|\s{2,}/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** What a line is, by its parts: words where one of them is. A date counts above votes, and these above the rest. */
export function lineKind(line: string): LineKind {
  if (line.trim() === "") return "blank";
  if (line.length > longestMeta) return "words";
  const kinds = new Set(partsOf(line).map(partKind));
  for (const kind of ["words", "date", "votes", "button", "badge", "number"] as const)
    if (kinds.has(kind)) return kind;
  return "sign";
}

/** What one part of a line is. */
export function partKind(part: string): LineKind {
  if (sign.test(part)) return "sign";
  if (number.test(part)) return "number";
  if (votes.test(part)) return "votes";
  if (isDate(part)) return "date";
  if (button.test(part) || gluedLinks.test(part)) return "button";
  return badge.test(part) ? "badge" : "words";
}

/** Whether a line, or a part of one, gives a date and says that it is of something else than the writing. */
export function isOtherDate(line: string): boolean {
  return /^\W*(?:(?:last )?edited|updated|joined)\b/iu.test(line);
}

function isDate(part: string): boolean {
  const plain = part
    .replace(
      /^\(?(?:(?:last )?(?:edited|updated)|posted|commented|replied|on|at|joined:?)(?: on| at)?\s+/iu,
      "",
    )
    .replace(/[\s,*)]*(?:\(?edited\)?)?[\s*)]*$/iu, "");
  if (vagueDate.test(plain)) return true;
  const found = findDate(plain);
  return (
    found !== null && /^[\s,]*(?:[A-Z]{2,5})?$/u.test(plain.slice(0, found.start) + plain.slice(found.end))
  );
}
