import { describe, expect, it } from "vitest";
import { LeftComments } from "../../../../src/extraction/llm/left-comments.ts";

const comment = (id: string, isStating = false) => ({
  id,
  statements: isStating ? [{ span: { start: 0, end: 1 }, leadIn: null, quoteId: null }] : [],
});

describe("comments that are left without an answer", () => {
  it("are known by name while there is room", () => {
    const left = new LeftComments({ capacity: 2 });
    for (const id of ["a", "b", "b"]) left.add(id);
    expect(["a", "b", "c"].map((id) => left.mayHold(comment(id)))).toEqual([true, true, false]);
  });

  it("may be any that states nothing when there are more", () => {
    const left = new LeftComments({ capacity: 2 });
    for (const id of ["a", "b", "c"]) left.add(id);
    expect(["a", "b", "c", "d"].map((id) => left.mayHold(comment(id)))).toEqual([true, true, true, true]);
    expect(left.mayHold(comment("d", true))).toBe(false);
  });
});
