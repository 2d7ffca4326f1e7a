import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PieceIndex } from "../../../src/pipeline/piece-index.ts";

const words = (most: number) =>
  fc
    .array(fc.constantFrom("tide", "pier", "gull", "the", "é", "日本"), { maxLength: most })
    .map((list) => list.join(" "));

describe("the index of pieces", () => {
  it("names the pages that hold words in a row, in their order", () => {
    fc.assert(
      fc.property(fc.array(words(12), { maxLength: 9 }), fc.array(words(5)), (pages, pieces) => {
        const index = new PieceIndex(pages);
        for (const piece of pieces.filter((one) => one !== "")) {
          const holding = pages.flatMap((page, at) => (` ${page} `.includes(` ${piece} `) ? [at] : []));
          expect(index.pagesWith(piece), piece).toEqual(holding);
        }
      }),
    );
  });

  it("reads a page once for each length of piece, however many pieces are looked for", () => {
    let reads = 0;
    const pages = Array.from({ length: 50 }, (_, at) => `the tide at pier ${at} is low`);
    const counted = new Proxy(pages, {
      get(target, name, receiver) {
        if (typeof name === "string" && /^\d+$/u.test(name)) reads++;
        return Reflect.get(target, name, receiver);
      },
    });
    const index = new PieceIndex(counted);
    reads = 0;
    for (let at = 0; at < 1000; at++) {
      expect(index.pagesWith(`pier ${at} is`)).toEqual(at < pages.length ? [at] : []);
      expect(index.pagesWith(`gulls ${at} never`)).toEqual([]);
    }
    expect(reads).toBe(pages.length);
    index.pagesWith("the tide");
    expect(reads).toBe(2 * pages.length);
  });

  it("counts what it holds in bytes, with the pieces of each length that was asked for", () => {
    const index = new PieceIndex(["a b c", "a b"]);
    expect(index.size).toBe(16);
    index.pagesWith("a b");
    expect(index.size).toBe(16 + 3 * 8);
  });

  it("takes as many pages as can be told apart", () => {
    expect(() => new PieceIndex(Array.from({ length: 2049 }, () => ""))).toThrow(RangeError);
    const pages = Array.from({ length: 2048 }, (_, at) => `page ${at}`);
    expect(new PieceIndex(pages).pagesWith("page 2047")).toEqual([2047]);
  });
});
