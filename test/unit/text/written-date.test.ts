import { describe, expect, it } from "vitest";
import { findDate } from "../../../src/text/written-date.ts";

describe("findDate", () => {
  it.each([
    ["on 2024-03-05T18:02:11Z she", "2024-03-05T18:02:11Z", "2024-03-05T18:02:11.000Z"],
    ["2024-03-05 18:02 UTC", "2024-03-05 18:02 UTC", "2024-03-05T18:02:00.000Z"],
    ["Marta wrote on 2025-03-01:", "2025-03-01", "2025-03-01T00:00:00.000Z"],
    [
      "Tuesday, 5th March 2024, 20:44 +01:00.",
      "Tuesday, 5th March 2024, 20:44 +01:00",
      "2024-03-05T19:44:00.000Z",
    ],
    ["posted Mar. 5, 2024 at 8:44 pm", "Mar. 5, 2024 at 8:44 pm", "2024-03-05T20:44:00.000Z"],
    ["March 5 2024 3pm", "March 5 2024 3pm", "2024-03-05T15:00:00.000Z"],
    ["March 5 2024 3 amounts", "March 5 2024", "2024-03-05T00:00:00.000Z"],
    ["May 1 2024 12:05 AM", "May 1 2024 12:05 AM", "2024-05-01T00:05:00.000Z"],
    ["31 December 2023", "31 December 2023", "2023-12-31T00:00:00.000Z"],
    ["12 Sept 2023", "12 Sept 2023", "2023-09-12T00:00:00.000Z"],
  ])("finds the date in %s", (line, words, instant) => {
    const date = findDate(line);
    expect(line.slice(date?.start, date?.end)).toBe(words);
    expect(date?.instant).toBe(instant);
  });

  it.each(["3 hours ago", "an hour ago", "5mo ago", "2y ago", "just now", "Yesterday at 1:23 PM"])(
    "finds a date that counts back, without an instant: %s",
    (words) => {
      expect(findDate(`ada · ${words} · reply`)).toMatchObject({
        start: 6,
        end: 6 + words.length,
        instant: null,
      });
    },
  );

  it.each(["31 February 2024", "3/5/2024", "March comes after 2023", "the 5 of us may", "version 2024-13"])(
    "finds none in %s",
    (line) => {
      expect(findDate(line)).toBeNull();
    },
  );
});
