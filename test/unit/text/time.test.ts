import { describe, expect, it } from "vitest";
import { readInstant } from "../../../src/text/time.ts";

describe("readInstant", () => {
  it.each<[string, string | number, string]>([
    ["ISO 8601", "2023-10-02T00:09:48.459Z", "2023-10-02T00:09:48.459Z"],
    ["a time without a zone as UTC", "2023-10-02 00:09", "2023-10-02T00:09:00.000Z"],
    ["an offset", "2023-10-02T00:09:48+02:00", "2023-10-01T22:09:48.000Z"],
    ["a day", "2023-10-02", "2023-10-02T00:00:00.000Z"],
    ["a named UTC", "2025-03-31 14:57:05 UTC", "2025-03-31T14:57:05.000Z"],
    ["fractions of any length", "2023-10-02T00:09:48.4Z", "2023-10-02T00:09:48.400Z"],
    ["seconds", 1043610000.5, "2003-01-26T19:40:00.500Z"],
    ["milliseconds", 1043610000500, "2003-01-26T19:40:00.500Z"],
    ["seconds in digits", "1043610000", "2003-01-26T19:40:00.000Z"],
    ["the start of the epoch", 0, "1970-01-01T00:00:00.000Z"],
  ])("reads %s", (_, value, instant) => {
    expect(readInstant(value)).toBe(instant);
  });

  it.each<[string, string | number]>([
    ["words", "yesterday"],
    ["an impossible day", "2023-02-30"],
    ["an impossible hour", "2023-02-03T25:00Z"],
    ["a number beyond the calendar", 1e18],
    ["no number", Number.NaN],
    ["a year", "2023"],
  ])("takes %s for no time", (_, value) => {
    expect(readInstant(value)).toBeNull();
  });
});
