import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Recent } from "../../../src/text/recent.ts";

describe("recent results", () => {
  it("are what was set last, or nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.nat())), (pairs) => {
        const recent = new Recent<number>(2);
        const all = new Map<string, number>();
        for (const [text, result] of pairs) {
          expect([undefined, all.get(text)]).toContain(recent.get(text));
          recent.set(text, result);
          all.set(text, result);
          expect(recent.get(text)).toBe(result);
        }
      }),
    );
  });

  it("keep what is asked for again and again, and forget the rest", () => {
    const recent = new Recent<number>(2);
    for (const [result, text] of ["a", "b", "c", "d", "e"].entries()) {
      recent.set(text, result);
      expect(recent.get("a")).toBe(0);
    }
    expect(recent.get("b")).toBeUndefined();
  });
});
