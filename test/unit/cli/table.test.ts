import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellWidth, cutCells, padCells, wrapCells } from "../../../src/cli/cell-width.ts";
import { type Column, layOutTable } from "../../../src/cli/table.ts";

const columns: readonly Column[] = [
  { key: "id", title: "id" },
  { key: "count", title: "count", align: "right" },
  { key: "text", title: "text", flexible: true },
];

describe("cellWidth", () => {
  it("counts cells and not characters", () => {
    expect(["abc", "日本", "🙂", "e\u0301", "👩‍👩‍👧", "é", ""].map(cellWidth)).toEqual([3, 4, 2, 1, 2, 1, 0]);
  });

  it("fills and cuts to cells", () => {
    expect(padCells("日", 4)).toBe("日  ");
    expect(cutCells("日本語", 5)).toBe("日本…");
    expect(cutCells("short", 5)).toBe("short");
  });
});

describe("wrapCells", () => {
  it("breaks at spaces, and a long word where it must", () => {
    expect(wrapCells("one two three", 7)).toEqual(["one two", "three"]);
    expect(wrapCells("abcdefgh ij", 3)).toEqual(["abc", "def", "gh", "ij"]);
    expect(wrapCells("", 5)).toEqual([""]);
  });

  it("fills no line beyond the width and loses no letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 2, max: 20 }), (raw, width) => {
        const text = raw.replace(/\s+/g, " ").trim();
        const lines = wrapCells(text, width);
        for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      }),
    );
  });
});

describe("layOutTable", () => {
  const sentence = "Reward hacking begins where the reward function ends, and nobody looks there.";

  it("fits the terminal and wraps the column of sentences", () => {
    const lines = layOutTable(columns, [["a1", 12, sentence]], { width: 50 });
    for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(50);
    expect(
      lines
        .slice(2)
        .map((line) => line.slice(11))
        .join(" "),
    ).toBe(sentence);
  });

  it("writes one line a row into a pipe, with nothing cut", () => {
    const lines = layOutTable(
      columns,
      [
        ["a1", 12, sentence],
        ["b", 3, null],
      ],
      { width: null },
    );
    expect(lines).toHaveLength(4);
    expect(lines[2]).toBe(`a1     12  ${sentence}`);
    expect(lines[3]).toBe("b       3  –");
  });

  it("cuts a sentence after four lines, and says so", () => {
    const lines = layOutTable(columns, [["a", 1, sentence.repeat(5)]], { width: 40 });
    expect(lines).toHaveLength(6);
    expect(lines.at(-1)).toMatch(/…$/);
  });

  it("lets no line end or escape sequence of a cell reach the terminal", () => {
    const lines = layOutTable(columns, [["a\nb", 1, "x\u001b[2J"]], { width: 60 });
    expect(lines).toHaveLength(3);
    expect(lines[2]).toContain("x␛[2J");
  });
});
