import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formatBoundaries, parseBoundaries } from "../../../../src/importers/profile-dump/boundaries-file.ts";
import { feed } from "../../../support/drafts.ts";

const dump = feed(["|The dam is low.", "It  must\nbe raised.", "|No.", "- a list", "It held in 2013."]);
const written = formatBoundaries(dump);
const read = (edited: string) => parseBoundaries(edited, dump, "dump.txt.boundaries");
const parse = (edited: string) => read(edited).starts;
/** The paragraphs that are quotes, with whose words they are. */
const quotesIn = (edited: string) =>
  read(edited).blocks.flatMap(({ quoteScore, quotedFrom = null }, index) =>
    quoteScore === 1 ? [[index + 1, quotedFrom]] : [],
  );

describe("boundaries of a dump as text", () => {
  it("show each paragraph in a line, and the guess before those that begin a comment", () => {
    const lines = written.split("\n").filter((line) => !line.startsWith("#") && line !== "");
    expect(lines).toEqual([
      ">",
      "=== 0.80",
      "1 The dam is low.",
      "2 It must be raised.",
      "=== 0.80",
      "3 No.",
      "4 a list",
      "5 It held in 2013.",
    ]);
  });

  it("are read back as they were written", () => {
    expect(parse(written)).toEqual(dump.starts);
    expect(parse(written.replaceAll("\n", "\r\n"))).toEqual(dump.starts);
  });

  it("are split, joined and moved by lines of ===", () => {
    expect(parse(written.replace("5 It", "===\n5 It"))).toEqual([0, 2, 4]);
    expect(parse(written.replace("=== 0.80\n3 No.", "3 No."))).toEqual([0]);
    expect(parse(written.replace("=== 0.80\n3 No.\n", "3 No.\n=== mine\n"))).toEqual([0, 3]);
  });

  it("begin with the first paragraph whatever was deleted, and take notes", () => {
    expect(parse(written.replace("=== 0.80\n1", "# checked by hand\n1"))).toEqual([0, 2]);
  });

  it.each([
    [
      "a paragraph that was deleted",
      written.replace("2 It must be raised.\n", ""),
      /:\d+: paragraph 2 was expected here, not 3/u,
    ],
    ["the last paragraph gone", written.replace("5 It held in 2013.\n", ""), /paragraph 5 is missing/u],
    [
      "words that are not the dump's",
      written.replace("1 The dam", "1 A dam"),
      /paragraph 1 is not that of the dump/u,
    ],
    ["a paragraph too many", `${written}6 More.\n`, /no further paragraph/u],
    ["other text", "Dear all,\n", /paragraph 1 was expected here, not other words/u],
  ])("are refused with the line for %s", (_, edited, message) => {
    expect(() => parse(edited)).toThrow(
      expect.objectContaining({ code: "import.boundaries-invalid", message: expect.stringMatching(message) }),
    );
  });

  it("mark quotes, and whose they are", () => {
    const marked = written
      .replace("2 It", "> 2 It")
      .replace("4 a", "> Ann Lee: 4 a")
      .replace("5 It", "> me: 5 It");
    expect(quotesIn(marked)).toEqual([
      [2, null],
      [4, "Ann Lee"],
      [5, dump.author],
    ]);
    expect(parse(marked)).toEqual(dump.starts);
    const again = formatBoundaries({ ...dump, ...read(marked) });
    expect(quotesIn(again)).toEqual(quotesIn(marked));
  });

  it("take a colon in a quoted paragraph for its words", () => {
    const ratio = feed(["|The ratio: 3 to 1.", "No."]);
    const text = formatBoundaries(ratio).replace("1 The", "> 1 The");
    expect(parseBoundaries(text, ratio, "r").blocks[0]).toMatchObject({ quoteScore: 1, quotedFrom: null });
  });

  it("leave the guesses where a file of before marks no quote, and take none for one that says so", () => {
    const guessed = feed(["|The dam is low.", ">It must be raised."]);
    const text = formatBoundaries(guessed);
    const scores = (edited: string) =>
      parseBoundaries(edited, guessed, "g").blocks.map(({ quoteScore }) => quoteScore);
    expect(text).toContain("\n> 2 It must be raised.");
    expect(scores(text)).toEqual([0, 1]);
    expect(scores(text.replace("> 2", "2"))).toEqual([0, 0]);
    expect(scores(text.replace("> 2", "2").replace("\n>\n", "\n"))).toEqual([0.1, 0.8]);
  });

  it("are as the documentation shows them", () => {
    const documented = readFileSync(new URL("../../../../docs/formats.md", import.meta.url), "utf8");
    const example = /```text\n(>\n===[\s\S]*?)```/u.exec(documented)?.[1] ?? "";
    const paragraphs = example.split("\n").flatMap((line) => /\d+ (\D.*)$/u.exec(line)?.[1] ?? []);
    const { starts, blocks } = parseBoundaries(example, feed(paragraphs), "example");
    expect(starts).toEqual([0, 2]);
    expect(blocks.map(({ quoteScore, quotedFrom = null }) => [quoteScore, quotedFrom])).toEqual([
      [1, null],
      [0, null],
      [1, "Ann Lee"],
      [1, "Ann"],
      [0, null],
    ]);
  });
});
