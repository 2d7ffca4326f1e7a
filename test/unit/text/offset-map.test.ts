import { describe, expect, it } from "vitest";
import {
  composeOffsets,
  fromOrigin,
  identityOffsets,
  MappedTextBuilder,
  toOrigin,
  unifyLineEnds,
} from "../../../src/text/offset-map.ts";

// origin  a &lt; b*c*!     text  a < bc!
const source = "a &lt; b*c*!";
const mapped = new MappedTextBuilder()
  .copy("a ", 0)
  .make("<", 2, 6)
  .copy(" b", 6)
  .copy("c", 9)
  .copy("!", 11)
  .build();
const originOf = (start: number, end: number): string => {
  const origin = toOrigin(mapped.offsets, { start, end });
  return source.slice(origin.start, origin.end);
};

describe("MappedTextBuilder", () => {
  it("writes one stretch for words that follow each other in text and input", () => {
    expect(new MappedTextBuilder().copy("ab", 5).copy("cd", 7).build()).toEqual({
      text: "abcd",
      offsets: [0, 5, 4],
    });
  });

  it("maps a resolved entity to its start, as model/origin.ts draws it", () => {
    expect(mapped.text).toBe("a < bc!");
    expect(mapped.offsets).toEqual([0, 0, 2, 2, 2, 0, 3, 6, 2, 5, 9, 1, 6, 11, 1]);
  });

  it("says where made words end when the text ends with them", () => {
    const { offsets } = new MappedTextBuilder().make("&", 0, 5).build();
    expect(toOrigin(offsets, { start: 0, end: 1 })).toEqual({ start: 0, end: 5 });
  });
});

describe("toOrigin", () => {
  it("leaves markup outside the span out, and takes markup inside in", () => {
    expect(originOf(5, 6)).toBe("c");
    expect(originOf(4, 7)).toBe("b*c*!");
  });

  it("covers an entity at either end whole", () => {
    expect(originOf(2, 3)).toBe("&lt;");
    expect(originOf(0, 3)).toBe("a &lt;");
    expect(originOf(2, 5)).toBe("&lt; b");
  });
});

describe("fromOrigin", () => {
  it("leads back from a stretch of the input to the text", () => {
    expect(fromOrigin(mapped.offsets, { start: 7, end: 10 })).toEqual({ start: 4, end: 6 });
    expect(fromOrigin(mapped.offsets, { start: 2, end: 6 })).toEqual({ start: 2, end: 3 });
  });

  it("is null where nothing of the input was kept", () => {
    expect(fromOrigin(mapped.offsets, { start: 8, end: 9 })).toBeNull();
  });
});

describe("unifyLineEnds", () => {
  it("turns every line end into a line feed and keeps the way back", () => {
    const text = "a\r\nb\rc\nd";
    const unified = unifyLineEnds(text);
    expect(unified.text).toBe("a\nb\nc\nd");
    const words = [...unified.text].map((_, start) => {
      const origin = toOrigin(unified.offsets, { start, end: start + 1 });
      return text.slice(origin.start, origin.end);
    });
    expect(words).toEqual(["a", "\n", "b", "\r", "c", "\n", "d"]);
  });

  it("gives one stretch when there is nothing to do", () => {
    expect(unifyLineEnds("abc").offsets).toEqual([0, 0, 3]);
  });
});

describe("composeOffsets", () => {
  it("leads through two steps to the input", () => {
    const first = unifyLineEnds("x\r\n*y*");
    const second = new MappedTextBuilder().copy("x\n", 0).copy("y", 3).build();
    const both = composeOffsets(second.offsets, first.offsets);
    expect(toOrigin(both, { start: 2, end: 3 })).toEqual({ start: 4, end: 5 });
    expect(toOrigin(both, { start: 0, end: 1 })).toEqual({ start: 0, end: 1 });
  });

  it("gives the map of one stretch of a text, with the identity as its first step", () => {
    for (let start = 0; start < mapped.text.length; start++)
      for (let end = start + 1; end <= mapped.text.length; end++) {
        const slice = composeOffsets(identityOffsets(end - start, start), mapped.offsets);
        expect(toOrigin(slice, { start: 0, end: end - start })).toEqual(
          toOrigin(mapped.offsets, { start, end }),
        );
      }
  });

  it("changes nothing when one step is the identity", () => {
    expect(composeOffsets(mapped.offsets, identityOffsets(source.length))).toEqual(mapped.offsets);
    expect(composeOffsets(identityOffsets(mapped.text.length), mapped.offsets)).toEqual(mapped.offsets);
  });
});
