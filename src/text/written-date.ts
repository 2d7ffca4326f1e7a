import { readInstant } from "./time.ts";

/**
 * A date inside a line. `instant` is null where it counts back from a moment that nobody knows ("3 hours
 * ago").
 */
export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  readonly instant: string | null;
}

/** The months of a year, as their names begin in English. */
export const months: readonly string[] = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const month =
  "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const weekday = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?";
const day = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
const zone = "(?:\\s*(?:(?:UTC|GMT)(?=[+-]\\d))?(?<zone>Z|UTC|GMT|[+-]\\d{2}:?\\d{2}))?";
const minutes = ":(?<minute>\\d{2})(?::(?<second>\\d{2}(?:[.,]\\d{1,9})?))?";
const half = "\\s*(?<half>[ap])\\.?m\\.?";
/** A time of day: 20:44, 8:44 pm or 8pm. */
const clock = `(?:,?\\s+(?:at\\s+)?(?<hour>\\d{1,2})(?:${minutes}|(?=\\s*[ap]\\.?m\\b))(?:${half})?${zone})?`;

/** Dates as pages and mail programs write them in English, the most telling form first. */
const patterns: readonly RegExp[] = [
  /(?<iso>\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?)(?!\d|:(?!\s*$))/iu,
  new RegExp(`\\b${weekday}${day}\\s+${month},?\\s+(?<year>\\d{4})${clock}(?!\\w)`, "iu"),
  new RegExp(`\\b${weekday}${month}\\s+${day},?\\s+(?<year>\\d{4})${clock}(?!\\w)`, "iu"),
  /\b(?:(?:an?|\d{1,3})\s*(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|mos?|years?|yrs?|[smhdwy])\.?\s+ago|just now|yesterday(?:\s+at\s+\d{1,2}:\d{2}(?:\s*[ap]m)?)?)(?!\w)/iu,
];

/**
 * Finds the first date in a line, with its time of day; null when there is none.
 *
 * Without a zone it is UTC, as archives mean it. Numbers with slashes are left alone: whether 3/5 is March or May
 * depends on who wrote it.
 */
export function findDate(line: string): WrittenDate | null {
  for (const pattern of patterns) {
    const match = pattern.exec(line);
    if (match === null) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    const { iso, ...parts } = match.groups ?? {};
    if (iso !== undefined) return { ...span, instant: readInstant(iso) };
    if (parts.year === undefined) return { ...span, instant: null };
    const instant = readInstant(isoOf(parts));
    if (instant !== null) return { ...span, instant };
  }
  return null;
}

/** The parts of a written date as ISO 8601; what is no date makes a string that is none either. */
function isoOf(parts: Readonly<Record<string, string | undefined>>): string {
  const { year = "", day: date = "", hour, minute = "00", second = "00", half, zone: offset = "Z" } = parts;
  const two = (value: string | number): string => String(value).padStart(2, "0");
  const monthNumber = months.indexOf((parts.month ?? "").slice(0, 3).toLowerCase()) + 1;
  const onDate = `${year}-${two(monthNumber)}-${two(date)}`;
  if (hour === undefined) return onDate;
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return `${onDate}T${two(hours)}:${minute}:${second}${offset}`;
}
