import { describe, expect, it } from "vitest";
import { segment } from "../../../src/segmentation/segment.ts";

const words = (text: string, quotes: Parameters<typeof segment>[1] = []) =>
  segment(text, quotes).map(({ span }) => text.slice(span.start, span.end));

describe("sentences", () => {
  it.each([
    ["abbreviations", ["Use a tool (e.g. Lean) or cf. the appendix.", "Dr. Ito agrees, i.e. Both do."]],
    ["list numbers in a line", ["We do it in order: 1. We train it.", "2. Then we test it."]],
    ["open parentheses", ["It plans (badly! It forgets things.) and fails.", "So what?"]],
    ["closing quotes before lower case", ["She said “no way!” and left.", "He stayed."]],
    ["addresses", ["See https://a.example/x?y=1.2.", "Also www.b.example/Q!A is good.", "Done."]],
  ])("keeps %s whole", (_, sentences) => {
    expect(words(sentences.join(" "))).toEqual(sentences);
  });

  it("ends a sentence at smileys, footnote marks and before an aside of its own", () => {
    expect(words("Papers seek power :) :) And so do we.")).toEqual([
      "Papers seek power :) :)",
      "And so do we.",
    ]);
    expect(words("That was shown.[1][2] It holds.")).toEqual(["That was shown.[1][2]", "It holds."]);
    expect(words("It is less likely. (this has more.) Fine.")).toEqual([
      "It is less likely.",
      "(this has more.)",
      "Fine.",
    ]);
  });

  it("cuts several sentences in one parenthesis", () => {
    expect(words("(UPDATE: we can solve it. Hmm, I doubt it.)")).toEqual([
      "(UPDATE: we can solve it.",
      "Hmm, I doubt it.)",
    ]);
  });

  it("follows writers who use no capitals, and no others", () => {
    expect(words("the law is old. it should go.")).toEqual(["the law is old.", "it should go."]);
    expect(words("The iPhone vs. android etc. debate is old.")).toHaveLength(1);
  });

  it("ends after a lone letter unless a surname follows", () => {
    expect(words("We tried plan A. Then we tried plan B. It failed.")).toHaveLength(3);
    expect(words("We asked J. Smith. He agreed.")).toEqual(["We asked J. Smith.", "He agreed."]);
  });

  it("joins lines that were wrapped at a fixed width", () => {
    const text = [
      "Nobody knows how the reward is computed inside of the trained",
      "network, and nobody has a way to find out before it is deployed",
      "to a million users. So we should wait.",
    ].join("\n");
    expect(words(text)).toEqual([text.slice(0, text.indexOf(" So")), "So we should wait."]);
  });

  it("keeps lines apart that are short for other reasons", () => {
    expect(words("A heading\nAnother line that is a good deal longer than the heading")).toHaveLength(2);
  });

  it("cuts a paragraph of a megabyte without blanks in linear time", () => {
    const text = "🙂".repeat(500_000);
    const segments = segment(text, []);
    expect(segments[0]?.span.start).toBe(0);
    expect(segments.at(-1)?.span.end).toBe(text.length);
  });
});

describe("walls of marks", () => {
  it.each([".", "(", ":) ", "a.b.", "“ ", "e.g. ", "word (", "[1]"])("of %j are cut without ado", (mark) => {
    const text = mark.repeat(20_000);
    const segments = segment(text, []);
    expect(segments[0]?.span.start).toBe(0);
    expect(segments.at(-1)?.span.end).toBe(text.trimEnd().length);
  });
});

describe("lists", () => {
  const text = "I see two problems:\n\n• It is slow. It is big.\n• It is wrong\n\nSo no.";

  it("gives items without their mark, each with the sentence that introduces the list", () => {
    expect(segment(text, []).map((it) => [it.kind, text.slice(it.span.start, it.span.end)])).toEqual([
      ["sentence", "I see two problems:"],
      ["item", "It is slow."],
      ["item", "It is big."],
      ["item", "It is wrong"],
      ["sentence", "So no."],
    ]);
    const leadIns = segment(text, []).map(({ leadIn }) => leadIn && text.slice(leadIn.start, leadIn.end));
    const intro = "I see two problems:";
    expect(leadIns).toEqual([null, intro, intro, intro, null]);
  });

  it("counts a list as one paragraph", () => {
    expect(segment(text, []).map(({ paragraph }) => paragraph)).toEqual([0, 1, 1, 1, 2]);
  });

  it("lets an item introduce the items indented below it", () => {
    const nested = "- costs:\n  - money\n  - time\n- gains are unclear";
    const leadIns = segment(nested, []).map(({ leadIn }) => leadIn && nested.slice(leadIn.start, leadIn.end));
    expect(leadIns).toEqual([null, "costs:", "costs:", null]);
  });

  it("takes no finished sentence for an introduction", () => {
    expect(segment("I like lists.\n- one\n- two", []).every(({ leadIn }) => leadIn === null)).toBe(true);
  });

  it.each(["- ", "* ", "• ", "1. ", "2) ", "(1) ", "(a) "])("knows the mark %j", (mark) => {
    expect(segment(`${mark}It works`, [])).toMatchObject([
      { kind: "item", span: { start: mark.length, end: mark.length + 8 } },
    ]);
  });

  it("takes neither a year nor an initial for a mark", () => {
    expect(segment("1984. That was the year.", [])[0]?.kind).toBe("sentence");
    expect(segment("A. Smith wrote it.", [])[0]?.kind).toBe("sentence");
  });
});

describe("quotes", () => {
  it("cuts where a quote starts and ends and names the innermost", () => {
    const text = "You say RL is fine. But it is not.";
    const outer = { id: "outer", span: { start: 8, end: text.length } };
    const inner = { id: "inner", span: { start: 8, end: 18 } };
    expect(
      segment(text, [outer, inner]).map(({ span, quoteId }) => [text.slice(span.start, span.end), quoteId]),
    ).toEqual([
      ["You say", null],
      ["RL is fine", "inner"],
      [".", "outer"],
      ["But it is not.", "outer"],
    ]);
  });

  it("does not introduce a quoted list with the writer's own words", () => {
    const text = "You wrote:\n- it is slow\n- it is big";
    const quote = { id: "q", span: { start: 11, end: text.length } };
    expect(segment(text, [quote]).map(({ leadIn }) => leadIn)).toEqual([null, null, null]);
  });
});
