import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMarkdown } from "../../../src/text/markdown.ts";
import { toOrigin } from "../../../src/text/offset-map.ts";

const textOf = (source: string): string => readMarkdown(source).text;
const quotesOf = (source: string): readonly string[] => {
  const { text, quotes } = readMarkdown(source);
  return quotes.map(({ start, end }) => text.slice(start, end));
};

describe("readMarkdown", () => {
  it.each([
    ["emphasis", "a *b* __c__ ~~d~~ `e`", "a b c d e"],
    [
      "links",
      "see [the plan](https://p.example 'title') or <https://x.example>",
      "see the plan or https://x.example",
    ],
    ["pictures", "![a *red* tram](t.png)", "a red tram"],
    ["headings and rules", "# One\n\ntwo\n***\nthree", "One\n\ntwo\n\nthree"],
    ["entities", "a &lt; b &amp; &#x1F600; &nosuch;", "a < b & 😀 &nosuch;"],
    ["escapes", "2 \\* 3 \\\\ C:\\dir", "2 * 3 \\ C:\\dir"],
    ["raw HTML", "a <b>c</b><br>d\n\n<div>e &amp; f</div>", "a c\nd\n\ne & f"],
    ["tables", "|a|b|\n|-|-|\n|1|*2*|", "a | b\n1 | 2"],
    ["footnotes", "x[^1]\n\n[^1]: note", "x[1]\n\n[1] note"],
    ["code blocks", "```js\nlet x = '*';\n\nx++\n```", "let x = '*';\n\nx++"],
    ["comments and definitions", "a\n\n<!-- b -->\n\n[c]: d", "a"],
  ])("leaves no mark of %s", (_, source, text) => {
    expect(textOf(source)).toBe(text);
  });

  it("gives list items a marker and a line of their own", () => {
    expect(textOf("Two:\n\n* one\n* two\n\n  more\n  + deep\n\n7) seven\n8) [ ] eight")).toBe(
      "Two:\n\n- one\n- two\n  more\n  - deep\n\n7. seven\n8. [ ] eight",
    );
  });

  it("finds block quotes, outer ones before those in them", () => {
    const source = "> a\n> > b *c*\n>\n> d\n\nown\n\n>e\nlazy";
    expect(textOf(source)).toBe("a\n\nb c\n\nd\n\nown\n\ne\nlazy");
    expect(quotesOf(source)).toEqual(["a\n\nb c\n\nd", "b c", "e\nlazy"]);
  });

  it("finds a quote written in HTML across empty lines", () => {
    expect(quotesOf("<blockquote>\n\ntheirs\n\n</blockquote>\n\nmine")).toEqual(["theirs"]);
  });

  it("takes a spoiler for no quote and drops its marks", () => {
    expect(readMarkdown(">!the ghost did it!<\n\nand >!so what!< then")).toMatchObject({
      text: "the ghost did it\n\nand so what then",
      quotes: [],
    });
  });

  it("keeps tags as words where a site shows them so", () => {
    const source = "If a <b and c> d then\n\n<div>&lt;\n\n> quote";
    expect(readMarkdown(source, { hasHtml: false })).toMatchObject({
      text: "If a <b and c> d then\n\n<div><\n\nquote",
    });
    expect(textOf("If a <b and c> d")).toBe("If a  d");
  });

  it("keeps code apart", () => {
    const { text, code } = readMarkdown("run `a > b`:\n\n    c *d*");
    expect(code.map(({ start, end }) => text.slice(start, end))).toEqual(["a > b", "c *d*"]);
  });

  it("reads plain paragraphs as it reads those beside markup, without parsing them", () => {
    const line = fc.stringMatching(/^[A-Za-zé"'“(][A-Za-z0-9é ,.;:!?"'“”‘’()%$^{}=+-]{0,120}$/u);
    const ends = fc.constantFrom(
      "\n",
      "\n\n",
      "\n\n\n",
      " \n",
      "\n1. ",
      "\n- ",
      "\n=\n",
      "\n    ",
      "\n www.a.bc\n",
    );
    const anyText = fc.array(fc.tuple(line, fc.oneof({ weight: 6, arbitrary: fc.constant("\n") }, ends)));
    fc.assert(
      fc.property(anyText, (parts) => {
        const source = parts.flat().join("");
        const alone = readMarkdown(source);
        // A paragraph with markup in front, so that all is parsed; its 12 characters show as 10.
        const { text, offsets } = readMarkdown(`*beginning*\n\n${source}`);
        if (alone.text === "") return;
        expect(text).toBe(`beginning\n\n${alone.text}`);
        const place = { start: 0, end: alone.text.length };
        for (let at = 0; at < alone.text.length; at += 7) {
          const here = toOrigin(alone.offsets, { ...place, start: at });
          const there = toOrigin(offsets, { start: at + 11, end: text.length });
          expect({ start: there.start - 13, end: there.end - 13 }).toEqual(here);
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it("keeps line breaks, except where a line was wrapped for its width", () => {
    expect(textOf("roses\nviolets")).toBe("roses\nviolets");
    const wrapped =
      "This paragraph was written in a mail program that breaks every line at\nseventy columns, so its breaks mean nothing to anybody who reads.";
    expect(textOf(wrapped)).toBe(wrapped.replace("\n", " "));
  });

  it("leads from words to their place in the source, entities and quote marks included", () => {
    const source = "> a &lt; *b*\n> \\*c";
    const { text, offsets } = readMarkdown(source);
    const originOf = (words: string): string => {
      const start = text.indexOf(words);
      const origin = toOrigin(offsets, { start, end: start + words.length });
      return source.slice(origin.start, origin.end);
    };
    expect(originOf("a <")).toBe("a &lt;");
    expect(originOf("b")).toBe("b");
    expect(originOf("*c")).toBe("*c");
    expect(originOf("b\n*c")).toBe("b*\n> \\*c");
  });

  it.each([
    ["10,000 nested quotes", `${">".repeat(10_000)}a`],
    ["10,000 nested lists", `${"- ".repeat(10_000)}a`],
    ["10,000 emphasis marks", "*a ".repeat(10_000)],
  ])("keeps %s as plain text and says why", (_, source) => {
    const read = readMarkdown(source);
    expect(read.text).toBe(source);
    expect(read.problem).toMatch(/more than/u);
  });

  it.each([
    ["brackets", "[".repeat(20_000)],
    ["backticks", "` ".repeat(20_000)],
    ["ampersands", "&".repeat(50_000)],
    ["angle brackets", "<a ".repeat(30_000)],
    ["pipes", "|a".repeat(20_000)],
    ["picture openings", "![[".repeat(4_000)],
  ])("reads a flood of %s in bounded time", (_, source) => {
    const started = performance.now();
    expect(readMarkdown(source).text.length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
