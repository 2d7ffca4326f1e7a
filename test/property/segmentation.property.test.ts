import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "../../src/model/span.ts";
import { segment } from "../../src/segmentation/segment.ts";
import { foldText, tokenize } from "../../src/text/tokens.ts";

const piece = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom("RL", "is", "the", "reward", "I", "e.g.", "etc.", "Dr.", "3.5", "No"),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(". ", "! ", "? ", "… ", ": ", " ", " ", "\n", "\n\n", "\r\n", "\r\n\r\n"),
  },
  fc.constantFrom("\n- ", "\n• ", "\n1. ", "\n  (2) ", "(", ")", "[1]", "“", "”", '"', " :) ", "¯\\_(ツ)_/¯"),
  fc.constantFrom(
    "🙂",
    "👩‍👩‍👧",
    "e\u0301",
    "\u00a0",
    "\u200b",
    "\ufeff",
    "İ",
    "ß",
    "中文。",
    "https://a.b/c?d=1. ",
  ),
  fc.string({ unit: "binary", maxLength: 6 }),
);
const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

const quotesIn = (text: string) =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.nat(text.length)), { maxLength: 4 })
    .map((pairs) =>
      pairs
        .map(([a, b], i) => ({ id: `q${i}`, span: { start: Math.min(a, b), end: Math.max(a, b) } }))
        .filter(({ span }) => span.start < span.end),
    );
const textWithQuotes = anyText.chain((text) => fc.tuple(fc.constant(text), quotesIn(text)));
const slice = (text: string, { start, end }: Span) => text.slice(start, end);

describe("segmentation of any text", () => {
  it("gives ordered, disjoint spans of trimmed words inside the text", () => {
    fc.assert(
      fc.property(textWithQuotes, ([text, quotes]) => {
        let last = 0;
        for (const { span } of segment(text, quotes)) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeLessThanOrEqual(text.length);
          const words = slice(text, span);
          expect(words).toBe(words.trim());
          expect(words).not.toBe("");
          last = span.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it("leaves out nothing but white space and the marks of list items", () => {
    fc.assert(
      fc.property(textWithQuotes, ([text, quotes]) => {
        let at = 0;
        for (const { span } of [
          ...segment(text, quotes),
          { span: { start: text.length, end: text.length } },
        ]) {
          const left = text.slice(at, span.start).split(/[\n\r\u2028\u2029\u0085\v\f]/);
          for (const gap of left) expect(gap.trim()).toMatch(/^(?:[-*+•‣◦▪●∙·–—]|\(?[\da-zA-Z]{1,5}[.)])?$/u);
          at = span.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it("never crosses the boundary of a quote, and knows which quote it lies in", () => {
    fc.assert(
      fc.property(textWithQuotes, ([text, quotes]) => {
        for (const { span, quoteId } of segment(text, quotes)) {
          for (const quote of quotes) {
            const isInside = quote.span.start <= span.start && span.end <= quote.span.end;
            expect(isInside || quote.span.end <= span.start || quote.span.start >= span.end).toBe(true);
            if (isInside) expect(quoteId).not.toBeNull();
          }
          const own = quotes.find(({ id }) => id === quoteId)?.span;
          if (quoteId !== null)
            expect(own !== undefined && own.start <= span.start && own.end >= span.end).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("counts paragraphs upward from 0 and puts lead-ins before their items", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = -1;
        for (const { paragraph, leadIn, span, kind } of segment(text, [])) {
          expect([last, last + 1]).toContain(paragraph);
          last = paragraph;
          if (leadIn !== null) expect(kind === "item" && leadIn.end <= span.start).toBe(true);
        }
      }),
    );
  });
});

describe("tokens of any text", () => {
  it("slice back to their words", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const token of tokenize(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
      }),
    );
  });

  it("are found at the same places in the folded text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(text)).toHaveLength(text.length);
      }),
    );
  });
});
