import { isGoneName } from "../gone-words.ts";
import { partKind, partsOf } from "./line-kind.ts";

const longestName = 40;
/** Longer lines are text. In UTF-16 units. */
const longestLine = 160;
const mostNameWords = 4;
const particle = /^(?:de|da|di|du|van|von|der|den|la|le|bin|al|el|of|the|and)$/u;
/** Lines that look like names and head something else. */
const heading =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:chapter|part|section|version|release|update|day|week|step|figure|table|comments?|replies|answers?|questions?|posts?|discussion|edit|ps)\b/iu;

/** Who a page says wrote something. `answers` is the name behind it, of whom is answered. */
export interface PageName {
  /** Null where the page says that the account is gone. */
  readonly name: string | null;
  readonly answers: string | null;
}

/**
 * The name that a line, or a part of one, is; null when it is something else.
 *
 *     Margaret Dunne says:        u/ada        [–]ada (OP)        Tom Brask replied to Ada
 */
export function readPageName(line: string): PageName | null {
  if (line.length > longestLine) return null;
  const plain = line
    .trim()
    .replace(/^(?:\[[–—+-]\]|[▲▼△▽↑↓•·]|u\/|@|(?:posted |submitted )?by )\s*/iu, "")
    .replace(/\s*\((?:op|author|mod|admin)\)$/iu, "")
    .replace(/(?:\s+(?:says|said|wrote|writes|commented|replied))?\s*:?$/iu, "");
  if (isGoneName(plain)) return { name: null, answers: null };
  const [, by = plain, to = null] =
    /^(.{1,40}?)\s+(?:in )?repl(?:ied|ying|y) to\s+@?(.{1,40})$/iu.exec(plain) ?? [];
  if (!isName(by) || (to !== null && !isName(to))) return null;
  return { name: by, answers: to };
}

function isName(text: string): boolean {
  if (text.length > longestName || heading.test(text) || partKind(text) !== "words") return false;
  const words = text.split(" ");
  if (words.length === 1)
    return (
      /^(?=[^\p{L}]{0,39}\p{L})[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_.'’-]*$/u.test(text) &&
      !/^v?\d+(?:\.\d+)+$/u.test(text)
    );
  return (
    words.length <= mostNameWords &&
    words.every((word) => /^[\p{Lu}\p{Lo}\p{Lt}][\p{L}\p{M}.'’-]*$/u.test(word) || particle.test(word)) &&
    /^[\p{Lu}\p{Lo}\p{Lt}]/u.test(text)
  );
}

/** A line that holds a name and a date, with nothing but votes and buttons beside them; null for another. */
export function readNameAndDate(line: string): PageName | null {
  if (line.length > longestLine) return null;
  const glued = /^\[[–—+-]\](.{1,40}?)\d{1,2}(?:mo|[ymwdhs])\*?(?:\s?Ω?-?\d{1,5})*$/u.exec(line.trim());
  if (glued) return readPageName(glued[1] ?? "");
  const cleaned = line.replace(/\[score hidden\]|\(\d+ child(?:ren)?\)/giu, "|");
  const parts = partsOf(withDateApart(cleaned));
  const kinds = parts.map(partKind);
  if (!kinds.includes("date")) return null;
  const names = parts.filter((_, index) => kinds[index] === "words");
  const [by = "", to, more] = names;
  if (names.length === 0 || more !== undefined) return null;
  const [first, second] = [readPageName(by), to === undefined ? null : readPageName(to)];
  if (first === null) return null;
  if (to === undefined) return first;
  return second?.name ? { name: first.name, answers: second.name } : null;
}

/** Old pages write `ada 12 points 3 hours ago`: votes and a date that counts back end a name. */
function withDateApart(line: string): string {
  return line
    .replace(/\s(?=[-+]?\d[\d,.]*k? points?\b)/iu, "|")
    .replace(/(?<=\d points?)\s/iu, "|")
    .replace(/(?<=\S)\s+(?=(?:an?|\d{1,3}) (?:second|minute|hour|day|week|month|year)s? ago\b)/iu, "|")
    .replace(/(?<=\bago\*?)\s(?=\S)/u, "|");
}
