import { readInstant } from "../text/time.ts";

/**
 * The time that a field of a record gives, null when it gives none. What is there and is no time is told to `warn`
 * and left out.
 */
export function instantOf(
  field: string,
  value: string | number | null | undefined,
  warn: (message: string) => void,
): string | null {
  if (value == null || value === "") return null;
  const instant = readInstant(value);
  if (instant === null) warn(notATime(field, String(value)));
  return instant;
}

/** What is said of a value that should be a time. */
export function notATime(field: string, value: string): string {
  const shown = JSON.stringify(value.slice(0, 60));
  return `${field}: ${shown} is not a time and was left out; 2024-03-05T18:02:11Z or 2024-03-05 would be one`;
}
