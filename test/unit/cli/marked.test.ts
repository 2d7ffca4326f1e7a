import { describe, expect, it } from "vitest";
import { marked } from "../../../src/cli/views/text.ts";

const text = "RL is unsafe. SSL is not.";
const span = (start: number, end: number) => ({ start, end });

describe("marked", () => {
  it("puts signs around spans, in the order of the text", () => {
    expect(marked(text, ["claim", [span(14, 25), span(0, 13)]])).toBe("[RL is unsafe.] [SSL is not.]");
    expect(marked(text)).toBe(text);
  });

  it("joins spans that overlap, and keeps neighbours apart", () => {
    expect(marked(text, ["claim", [span(0, 5), span(3, 12)]])).toBe("[RL is unsafe]. SSL is not.");
    expect(marked(text, ["claim", [span(0, 2), span(2, 5)]])).toBe("[RL][ is] unsafe. SSL is not.");
  });

  it("tells claims, quotes and changes apart", () => {
    expect(marked(text, ["quote", [span(0, 13)]], ["claim", [span(14, 25)]])).toBe(
      "«RL is unsafe.» [SSL is not.]",
    );
    expect(marked(text, ["removed", [span(6, 12)]])).toBe("RL is [-unsafe-]. SSL is not.");
    expect(marked(text, ["added", [span(14, 17)]])).toBe("RL is unsafe. [+SSL+] is not.");
  });
});
