import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonl } from "../../src/importers/jsonl.ts";
import { profileDump } from "../../src/importers/profile-dump.ts";
import { toOrigin } from "../../src/text/offset-map.ts";
import { importAll, memoryInput } from "../support/inputs.ts";

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[a-zA-Z]{1,8}$/) },
  fc.constantFrom(
    " ",
    ". ",
    "\n",
    "\n\n",
    "\r\n",
    "\u00a0",
    "😀",
    "e\u0301",
    "👩‍👩‍👧",
    "> ",
    "- ",
    "*",
    "`",
    "&amp;",
    "<p>",
    "<blockquote>",
    "</blockquote>",
    "<li>",
    "\ud800",
    "\0",
    "“",
    "”",
  ),
);
const words = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));

describe("a JSONL record", () => {
  it("becomes a comment whose stretches stand in its field, and quotes that slice", async () => {
    const record = fc.record({
      id: fc.integer(),
      text: words,
      markup: fc.constantFrom("plain", "md", "html"),
      quotes: fc.array(fc.record({ start: fc.nat(40), end: fc.nat(40) }), { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 5 }), async (records) => {
        const content = records.map((one) => JSON.stringify(one)).join("\n");
        const { comments, diagnostics } = await importAll(jsonl, memoryInput(content, { pieceBytes: 64 }));
        expect(comments).toHaveLength(records.length);
        let given = 0;
        for (const [index, { text, offsets, quotes }] of comments.entries()) {
          const field = (records[index]?.text ?? "").replace(/\0|\p{Surrogate}/gu, "\ufffd");
          for (let i = 0; i < offsets.length; i += 3) {
            const [textStart = 0, originStart = 0, length = 0] = offsets.slice(i, i + 3);
            expect(text.slice(textStart, textStart + length)).toBe(
              field.slice(originStart, originStart + length),
            );
          }
          for (const { span, how } of quotes) {
            expect(text.slice(span.start, span.end)).toHaveLength(span.end - span.start);
            expect(span.end).toBeGreaterThan(span.start);
            expect(toOrigin(offsets, span).end).toBeLessThanOrEqual(field.length);
            if (how === "markup") given++;
          }
        }
        const asked = records.reduce((sum, one) => sum + one.quotes.length, 0);
        const dropped = diagnostics.filter(({ code }) => code === "import.span-invalid").length;
        expect(given + dropped).toBeGreaterThanOrEqual(asked);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a profile dump", () => {
  const paragraph = fc
    .array(fc.stringMatching(/^[a-z]{2,7}$/), { minLength: 3, maxLength: 12 })
    .map((list) => `${list.join(" ")}.`);
  const block = fc.oneof(
    { weight: 3, arbitrary: paragraph },
    fc
      .array(paragraph, { minLength: 1, maxLength: 4 })
      .map((items) => items.map((item) => `  • ${item}`).join("\n")),
  );

  it("loses no word, repeats none, and begins with its first block", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(block, { minLength: 1, maxLength: 25 }),
        fc.constantFrom("\n\n", "\n\n\n", "\r\n\r\n"),
        async (blocks, gap) => {
          const content = blocks.join(gap);
          const { feeds } = await importAll(profileDump, memoryInput(content, { pieceBytes: 500 }));
          const [feed] = feeds;
          if (!feed) throw new Error("no feed");
          const wordsIn = content.match(/[a-z]+/gu);
          const inBlocks = feed.blocks.map(({ span }) => feed.text.slice(span.start, span.end)).join("\n");
          expect(inBlocks.match(/[a-z]+/gu)).toEqual(wordsIn);
          expect(feed.text.match(/[a-z]+/gu)).toEqual(wordsIn);
          expect(feed.starts[0]).toBe(0);
          for (const { boundaryScore, quoteScore } of feed.blocks) {
            expect(boundaryScore).toBeGreaterThanOrEqual(0);
            expect(boundaryScore).toBeLessThanOrEqual(1);
            expect(quoteScore).toBeGreaterThanOrEqual(0);
            expect(quoteScore).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
