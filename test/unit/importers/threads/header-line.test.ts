import { describe, expect, it } from "vitest";
import { type HeaderLine, readHeaderLine, readLabel } from "../../../../src/importers/threads/header-line.ts";

const header = (given: Partial<HeaderLine>): HeaderLine => ({
  name: "",
  at: null,
  number: null,
  answers: null,
  textStart: null,
  ...given,
});

describe("readHeaderLine", () => {
  it.each<[string, Partial<HeaderLine>]>([
    ["ada | 2024-03-05T18:02:11Z | #1", { name: "ada", at: "2024-03-05T18:02:11.000Z", number: "1" }],
    ["Bo Lund wrote on March 5, 2024 at 8:44 pm:", { name: "Bo Lund", at: "2024-03-05T20:44:00.000Z" }],
    ["On Tue, 5 Mar 2024 at 18:02, Ada wrote:", { name: "Ada", at: "2024-03-05T18:02:00.000Z" }],
    ["[–] ada 12 points 3 hours ago", { name: "ada" }],
    ["ada 3 hours ago | parent | next [–]", { name: "ada" }],
    ["Marta wrote on 2025-03-01:", { name: "Marta", at: "2025-03-01T00:00:00.000Z" }],
    ["Cy (2024-03-05):", { name: "Cy", at: "2024-03-05T00:00:00.000Z" }],
    ["#7 · Ada Berg · 5 March 2024", { name: "Ada Berg", at: "2024-03-05T00:00:00.000Z", number: "7" }],
    [
      "cy, replying to Ada Berg, 6 March 2024",
      { name: "cy", at: "2024-03-06T00:00:00.000Z", answers: { name: "Ada Berg" } },
    ],
    [
      "cy, in reply to #3, 2024-03-06",
      { name: "cy", at: "2024-03-06T00:00:00.000Z", answers: { number: "3" } },
    ],
    ["u/ada 5y ago", { name: "ada" }],
  ])("reads %s", (line, given) => {
    expect(readHeaderLine(line)).toEqual(header(given));
  });

  it.each([
    ["[2024-03-05 18:02] ada: The dam is low.", "ada"],
    ["2024-03-05 18:02 <ada> The dam is low.", "ada"],
    ["2024-03-05T18:02:11Z - Ada Berg: The dam is low.", "Ada Berg"],
  ])("reads the chat line %s with the place of its words", (line, name) => {
    const read = readHeaderLine(line);
    expect(read).toMatchObject({ name });
    expect(line.slice(read?.textStart ?? 0)).toBe("The dam is low.");
  });

  it.each([
    "In March 2021 the water stood a hand below the crest.",
    "On 5 March 2024 we saw that the dam, the spillway and the road were damaged.",
    "See issue #3 for the details",
    "2024-03-05",
    "As of 2024-03-05: the dam is low",
    "The survey of 2024-03-05 says otherwise!",
    "#1",
    "A line of words without any date",
    `${"long ".repeat(40)}2024-03-05`,
  ])("takes a line of text for text: %s", (line) => {
    expect(readHeaderLine(line)).toBeNull();
  });
});

describe("readLabel", () => {
  it("reads the label of a speaker and where the words begin", () => {
    expect(readLabel("Ada Berg: I think so.")).toEqual(header({ name: "Ada Berg", textStart: 10 }));
    expect(readLabel("**Bo**: No.")).toEqual(header({ name: "Bo", textStart: 8 }));
  });

  it.each([
    "https://example.org: a page",
    "note: lower case",
    "A sentence that goes on and on: then more",
    "Ada:",
  ])("reads none in %s", (line) => {
    expect(readLabel(line)).toBeNull();
  });
});
