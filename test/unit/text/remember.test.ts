import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { remember } from "../../../src/text/remember.ts";

describe("remember", () => {
  it("gives what the function gives, however often and whatever was forgotten between", () => {
    const upper = (text: string): string => `${text.toUpperCase()}!`;
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 20 })), (texts) => {
        const remembered = remember(upper, { most: 3 });
        expect([...texts, ...texts].map(remembered)).toEqual([...texts, ...texts].map(upper));
      }),
    );
  });

  it("computes a short text once, also where the result is null, and a long one each time", () => {
    const asked: string[] = [];
    const remembered = remember((text) => {
      asked.push(text);
      return null;
    });
    for (let i = 0; i < 3; i++) {
      remembered("word");
      remembered("a word that is far too long");
    }
    expect(asked.filter((text) => text === "word")).toHaveLength(1);
    expect(asked).toHaveLength(4);
  });

  it("forgets all when it is full, so that memory is bounded", () => {
    const asked: string[] = [];
    const remembered = remember((text) => asked.push(text), { most: 2 });
    for (const text of ["a", "b", "c", "a"]) remembered(text);
    expect(asked).toEqual(["a", "b", "c", "a"]);
  });
});
