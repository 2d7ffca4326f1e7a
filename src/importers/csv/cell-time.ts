import { readInstant } from "../../text/time.ts";
import { findDate, months } from "../../text/written-date.ts";

/** The time that a cell gives. */
export interface CellTime {
  readonly instant: string;
  /** What stands behind it and is not understood, such as the name of a zone; null where nothing does. */
  readonly unread: string | null;
}

/**
 * Reads a time as exports, spreadsheets and people write it; null when it is none, or when nobody knows whether
 * `3/5/2024` is a day of March or of May. There is one reading of `25/12/2024`, and of `05.03.2024`: with dots, as
 * most of Europe writes, the day comes first.
 */
export function readCellTime(value: string): CellTime | null {
  const instant = readInstant(value);
  if (instant !== null) return { instant, unread: null };
  const written = value.replace(numericDate, nameMonth);
  const date = findDate(written);
  if (date === null || date.instant === null) return null;
  const rest = written
    .slice(date.end)
    .replace(/^\s*\([^()]*\)/u, "")
    .trim();
  return { instant: date.instant, unread: /[\p{L}\p{N}]/u.test(rest) ? rest : null };
}

const numericDate = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?=$|[\s,])/u;

/** A date in numbers with its month named; as it stands where it has no reading, or more than one. */
function nameMonth(date: string, first: string, separator: string, second: string, third: string): string {
  const written = (year: string, month: string, day: string): string => {
    const name = months[Number(month) - 1];
    return name === undefined ? date : `${day} ${name} ${year}`;
  };
  if (first.length === 4) return written(first, second, third);
  if (separator === "." || Number(first) > 12 || Number(first) === Number(second))
    return written(third, second, first);
  return Number(second) > 12 ? written(third, first, second) : date;
}
