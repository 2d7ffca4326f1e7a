import { describe, expect, it } from "vitest";
import { toOrigin } from "../../../src/text/offset-map.ts";
import { readQuotedLines } from "../../../src/text/quoted-lines.ts";

const quotesOf = (source: string): readonly string[] => {
  const { text, quotes } = readQuotedLines(source);
  return quotes.map(({ start, end }) => text.slice(start, end));
};

describe("readQuotedLines", () => {
  it("takes off the marks and keeps a quote in a quote", () => {
    const source = "> > Will it hold?\n> It did in May.\n\nThen it will.";
    expect(readQuotedLines(source).text).toBe("Will it hold?\nIt did in May.\n\nThen it will.");
    expect(quotesOf(source)).toEqual(["Will it hold?\nIt did in May.", "Will it hold?"]);
  });

  it("joins paragraphs of one quote over a marked empty line and parts them at an unmarked one", () => {
    expect(quotesOf("> a\n>\n> b\n\n> c\nown")).toEqual(["a\n\nb", "c"]);
  });

  it("leads each quote back to its words in the source", () => {
    const source = "Own.\n>quoted words\n>> deeper";
    const { offsets, quotes } = readQuotedLines(source);
    const places = quotes.map((span) => toOrigin(offsets, span));
    expect(places.map(({ start, end }) => source.slice(start, end))).toEqual([
      "quoted words\n>> deeper",
      "deeper",
    ]);
  });

  it("leaves plain text as it is", () => {
    const source = "1 > 0, and *this* is plain.\n  Indented.\n";
    expect(readQuotedLines(source)).toMatchObject({ text: source, quotes: [] });
  });

  it("keeps what no person writes", () => {
    const source = `${">".repeat(1000)} deep`;
    expect(readQuotedLines(source)).toMatchObject({ text: source, quotes: [] });
  });
});
