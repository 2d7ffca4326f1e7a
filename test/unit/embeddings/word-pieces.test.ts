import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Vocabulary, wordPieces } from "../../../src/embeddings/word-pieces.ts";

const pieces = [
  "[PAD]",
  "[UNK]",
  "[CLS]",
  "[SEP]",
  "night",
  "train",
  "##s",
  "un",
  "##fair",
  "!",
  "é",
  "e",
  "日",
];
const vocabulary: Vocabulary = {
  pieces: new Map(pieces.map((piece, number) => [piece, number])),
  isLowerCase: true,
  hasAccents: false,
  mostPieces: 12,
};
const named = (text: string, options: Partial<Vocabulary> = {}): string =>
  wordPieces(text, { ...vocabulary, ...options })
    .map((number) => pieces[number])
    .join(" ");

describe("pieces of words", () => {
  it("are the longest that the vocabulary has, framed, marks by themselves", () => {
    expect(named("Night trains, unfair!")).toBe("[CLS] night train ##s [UNK] un ##fair ! [SEP]");
  });

  it("lose accents and case only where the model reads so", () => {
    expect(named("É")).toBe("[CLS] e [SEP]");
    expect(named("é", { isLowerCase: false, hasAccents: true })).toBe("[CLS] é [SEP]");
    expect(named("Night", { isLowerCase: false })).toBe("[CLS] [UNK] [SEP]");
  });

  it("take each ideograph for a word, and drop signs that nobody sees", () => {
    expect(named("日日ni\u200bght\u0000")).toBe("[CLS] 日 日 night [SEP]");
  });

  it("are unknown for a word of more than 100 letters", () => {
    expect(named("e".repeat(101))).toBe("[CLS] [UNK] [SEP]");
  });

  it("are no more than the model reads, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const found = wordPieces(`${text} ${"night ".repeat(20)}`, vocabulary);
        expect(found).toHaveLength(12);
        expect([found[0], found.at(-1)]).toEqual([2, 3]);
      }),
    );
  });
});
