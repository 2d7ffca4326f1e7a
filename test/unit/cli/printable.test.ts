import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printable, printableJson, printableLine } from "../../../src/cli/printable.ts";

/** Any UTF-16 units, halves of pairs among them, with many of the lowest. */
const anyUnits = fc
  .array(fc.oneof(fc.nat(0xffff), fc.nat(0xff)))
  .map((units) => String.fromCharCode(...units));

describe("printable", () => {
  it("writes out what would steer a terminal", () => {
    expect(printable("a\u001b[31mred\u0007\u007f\u009b2J")).toBe("a␛[31mred␇␡<U+009B>2J");
    expect(printable("abc\u202Edef\u2066ghi\u200f")).toBe("abc<U+202E>def<U+2066>ghi<U+200F>");
    expect(printable("line\u2028end\ufeff\r")).toBe("line<U+2028>end<U+FEFF>␍");
  });

  it("leaves words, tabs, line ends and emoji as they are", () => {
    const text = "Naïve “words”\n\tand 🙂 مرحبا 日本";
    expect(printable(text)).toBe(text);
  });

  it("lets no control and no half of a pair through, whatever the text", () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        expect(printable(text)).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
      }),
    );
  });
});

describe("printableLine", () => {
  it("puts text on one line", () => {
    expect(printableLine("  a\n\n b\tc \u001b ")).toBe("a b c ␛");
  });
});

describe("printableJson", () => {
  it("escapes what steers, and is the same value", () => {
    const value = { text: "a\u001b[0m\u202e\u009b\u2028🙂\ud800" };
    const json = printableJson(value);
    expect(json).not.toMatch(/[\u202e\u2028]/u);
    expect(JSON.parse(json)).toEqual(value);
  });
});
