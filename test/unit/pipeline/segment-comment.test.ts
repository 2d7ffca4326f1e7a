import { describe, expect, it } from "vitest";
import type { Comment } from "../../../src/model/comment.ts";
import type { Quote } from "../../../src/model/quote.ts";
import { segmentComment } from "../../../src/pipeline/segment-comment.ts";

/** Whether the words between quotation marks are a segment of their own. */
function isCutOut(text: string): boolean {
  const span = { start: text.indexOf("“"), end: text.indexOf("”") + 1 };
  const comment = { id: "c1", version: "1", text } as Comment;
  const { segments } = segmentComment(comment, [{ id: "q1", how: "inline", span } as Quote]);
  return segments.some(({ quoteId }) => quoteId === "q1");
}

describe("words quoted between marks", () => {
  it("are segments of their own where they hold sentences and open one", () => {
    expect(isCutOut("You wrote: “Trams are slow.” I agree")).toBe(true);
    expect(isCutOut("You wrote\n “Trams are slow.” I agree")).toBe(true);
    expect(isCutOut("“Trams are slow.” I agree")).toBe(true);
    expect(isCutOut("You call it “slow.” I agree")).toBe(false);
    expect(isCutOut("You wrote: “slow” and I agree")).toBe(false);
  });

  it("are read in linear time where a wall of blanks stands before them", () => {
    expect(isCutOut(`You say${" ".repeat(200_000)}so: it is “slow”`)).toBe(false);
  });
});
