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
  if (instant === null) warn(`${field}: ${JSON.stringify(value)} is not a time and was left out`);
  return instant;
}
