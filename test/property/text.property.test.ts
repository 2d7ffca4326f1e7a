import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Offsets } from "../../src/model/origin.ts";
import { decodeText } from "../../src/text/decode.ts";
import { readMarkup } from "../../src/text/markup.ts";
import { composeOffsets, fromOrigin, toOrigin, unifyLineEnds } from "../../src/text/offset-map.ts";
import { memoryInput } from "../support/inputs.ts";

/** Words and characters that have broken offset arithmetic somewhere: astral, combining, joined, invisible. */
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-z]{1,8}$/) },
  fc.constantFrom(
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u00a0",
    "é",
    "e\u0301",
    "😀",
    "👩‍👩‍👧",
    "“x”",
    "…",
    "\u202e",
    "\u200b",
    "ﬁ",
    "Z̷̨",
    "0",
    "¯\\_(ツ)_/¯",
  ),
);
const markdownPiece = fc.oneof(
  { weight: 3, arbitrary: piece },
  fc.constantFrom(
    "> ",
    ">",
    ">> ",
    "- ",
    "1. ",
    "* ",
    "*",
    "**",
    "_",
    "`",
    "``",
    "```\n",
    "~~",
    "[a](b)",
    "[",
    "](",
    "![x](y)",
    "# ",
    "    ",
    "\t",
    "&amp;",
    "&lt;",
    "&#65;",
    "&bad;",
    "\\*",
    "\\",
    "<b>",
    "</b>",
    "<br>",
    "<!-- x -->",
    "|",
    "|-|-|\n",
    ">!s!<",
    "https://a.example/b",
    "me@b.example",
    "[^1]",
    "\n[^1]: n\n",
    "\n\n<div>\n",
    "</div>\n\n",
    "---\n",
    "===\n",
    "[x] ",
    "\0",
  ),
);
const htmlPiece = fc.oneof(
  { weight: 3, arbitrary: piece },
  fc.constantFrom(
    "<p>",
    "</p>",
    "<br>",
    "<b>",
    "</b>",
    "<blockquote>",
    "</blockquote>",
    "<ul>",
    "</ul>",
    "<ol>",
    "<li>",
    "</li>",
    "<pre>",
    "</pre>",
    "<code>",
    "</code>",
    "&amp;",
    "&lt",
    "&nbsp;",
    "&#x1F600;",
    "&zz;",
    "<",
    ">",
    "&",
    "<!--",
    "-->",
    "<a href='x'>",
    "</a>",
    "<table><tr><td>",
    "</td><td>",
    "</table>",
    "<script>",
    "</script>",
    "<img alt='pic'>",
    "<q>",
    "</q>",
    "<x",
    "/>",
  ),
);
const concat = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(arbitrary, { maxLength: 40 }).map((pieces) => pieces.join(""));

/** Checks what every map promises: stretches in order that hold the same words in text and source. */
function expectHonest(text: string, offsets: Offsets, source: string): void {
  expect(offsets.length % 3).toBe(0);
  let textEnd = 0;
  let originEnd = 0;
  for (let i = 0; i < offsets.length; i += 3) {
    const [textStart = -1, originStart = -1, length = -1] = offsets.slice(i, i + 3);
    expect(textStart).toBeGreaterThanOrEqual(textEnd);
    expect(originStart).toBeGreaterThanOrEqual(originEnd);
    expect(text.slice(textStart, textStart + length)).toBe(source.slice(originStart, originStart + length));
    textEnd = textStart + length;
    originEnd = originStart + length;
  }
  expect(textEnd).toBeLessThanOrEqual(text.length);
  expect(originEnd).toBeLessThanOrEqual(source.length);
}

describe.each([
  ["plain", concat(piece)],
  ["md", concat(markdownPiece)],
  ["html", concat(htmlPiece)],
] as const)("reading %s", (markup, sources) => {
  it("gives a text whose stretches stand in the source word for word", async () => {
    await fc.assert(
      fc.asyncProperty(sources, async (source) => {
        const { text, offsets } = await readMarkup(source, markup);
        expectHonest(text, offsets, source);
      }),
      { numRuns: 300 },
    );
  });

  it("gives quotes and code that slice, and lead to the source and back", async () => {
    await fc.assert(
      fc.asyncProperty(sources, async (source) => {
        const { text, offsets, quotes, code } = await readMarkup(source, markup);
        for (const { start, end } of [...quotes, ...code]) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          const origin = toOrigin(offsets, { start, end });
          expect(origin.end).toBeLessThanOrEqual(source.length);
          const back = fromOrigin(offsets, origin);
          if (back) {
            expect(back.start).toBeGreaterThanOrEqual(start);
            expect(back.end).toBeLessThanOrEqual(end);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("loses no letter that is not markup", async () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{4,8}$/), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(words, async (list) => {
        const source =
          markup === "html"
            ? list.map((word) => `<p>${word}</p>`).join("")
            : list.map((word, i) => (markup === "md" && i % 2 ? `> *${word}*` : word)).join("\n\n");
        const { text } = await readMarkup(source, markup);
        expect(text.split(/\s+/u)).toEqual(markup === "plain" ? source.split(/\s+/u) : list);
      }),
    );
  });
});

describe("offset maps", () => {
  it("compose: two steps lead where one after the other leads", () => {
    fc.assert(
      fc.property(concat(piece), concat(piece), (a, b) => {
        const source = a + b;
        const first = unifyLineEnds(source);
        const identity = composeOffsets(
          [0, 0, first.text.length].slice(0, first.text.length ? 3 : 0),
          first.offsets,
        );
        expectHonest(first.text, identity, source);
        for (let start = 0; start < first.text.length; start++)
          expect(toOrigin(identity, { start, end: start + 1 })).toEqual(
            toOrigin(first.offsets, { start, end: start + 1 }),
          );
      }),
    );
  });
});

describe("decoding", () => {
  it("gives back any text, however its bytes are cut", async () => {
    await fc.assert(
      fc.asyncProperty(concat(piece), fc.integer({ min: 1, max: 9 }), async (text, pieceBytes) => {
        fc.pre(/\S/u.test(text));
        let decoded = "";
        for await (const part of decodeText(memoryInput(text, { pieceBytes }).open(), "x")) decoded += part;
        expect(decoded).toBe(text);
      }),
    );
  });
});
