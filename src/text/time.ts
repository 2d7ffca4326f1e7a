const isoTime =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/iu;
/** Numbers from here on are milliseconds: as seconds they would mean the year 5138. */
const leastMilliseconds = 1e11;
/** Instants lie in the years 0 to 9999, which ISO 8601 writes with four digits. */
const earliest = Date.UTC(-1, 12, 1);
const latest = Date.UTC(10000, 0, 1);

/**
 * Reads a time as exports write it, as ISO 8601 in UTC with milliseconds; null when it is none.
 *
 * Taken are ISO 8601 with or without a time of day (without a zone it is UTC, as archives mean it) and the seconds
 * or milliseconds since 1970, as a number or in digits.
 */
export function readInstant(value: string | number): string | null {
  const time = typeof value === "number" ? value : value.trim();
  if (typeof time === "number" || /^-?\d{9,}(?:\.\d+)?$/u.test(time)) {
    const epoch = Number(time);
    return toInstant(Math.abs(epoch) < leastMilliseconds ? epoch * 1000 : epoch);
  }
  const parts = isoTime.exec(time);
  if (parts === null) return null;
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "", zone = "Z"] = parts;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  // Date rolls the 31st of June over to July; such a day is a mistake and not a time.
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  date.setUTCHours(Number(hour), Number(minute), Number(second), Number(fraction.padEnd(3, "0").slice(0, 3)));
  return toInstant(date.getTime() - zoneMinutes(zone) * 60_000);
}

function zoneMinutes(zone: string): number {
  const parts = /^([+-])(\d{2}):?(\d{2})$/u.exec(zone);
  if (parts === null) return 0;
  const minutes = Number(parts[2]) * 60 + Number(parts[3]);
  return parts[1] === "-" ? -minutes : minutes;
}

function toInstant(milliseconds: number): string | null {
  if (!(milliseconds >= earliest && milliseconds < latest)) return null;
  return new Date(milliseconds).toISOString();
}
