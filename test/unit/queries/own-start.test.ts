import { describe, expect, it } from "vitest";
import { ownStart } from "../../../src/queries/load/own-start.ts";

/** The start of a text in which braces stand around the quotes. */
function startOf(marked: string): string {
  const quotes: { start: number; end: number }[] = [];
  const text = marked.replace(/\{([^}]*)\}/gu, (_, words: string, at: number) => {
    const start = at - 2 * quotes.length;
    quotes.push({ start, end: start + words.length });
    return words;
  });
  return ownStart(text, quotes);
}

describe("ownStart", () => {
  it.each([
    ["I disagree.\n\nSSL is safe.", "I disagree. SSL is safe."],
    ["{RL is unsafe.}\n\nI disagree.", "I disagree."],
    ["{RL is unsafe.}\nI disagree.\n{SSL is not.}\n{Nor is it dull.}\nTrue.", "I disagree. […] True."],
    ["In February I wrote:\n\n{RL is unsafe.}", "In February I wrote:"],
    ["You say “{RL is unsafe}”, and I disagree.", "You say “RL is unsafe”, and I disagree."],
    ["{RL is unsafe.}\n\n{SSL is not.}", "“RL is unsafe. SSL is not.”"],
    ["", ""],
  ])("shows of %j what its author wrote: %j", (marked, start) => {
    expect(startOf(marked)).toBe(start);
  });

  it("cuts long words between characters, and does not count those quoted", () => {
    expect(startOf(`{${"a quote ".repeat(40)}}${"😀".repeat(200)}`)).toBe(`${"😀".repeat(160)}…`);
  });
});
