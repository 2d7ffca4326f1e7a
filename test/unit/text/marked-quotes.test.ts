import { describe, expect, it } from "vitest";
import { bbcodeQuoteMarks } from "../../../src/text/bbcode-quotes.ts";
import { readMarked } from "../../../src/text/marked-quotes.ts";
import { readMarkup } from "../../../src/text/markup.ts";
import { toOrigin } from "../../../src/text/offset-map.ts";

async function read(source: string) {
  const { text, quotes, offsets } = await readMarked(source, bbcodeQuoteMarks, (part) =>
    readMarkup(part, "md"),
  );
  const quoted = quotes.map(({ span, header }) => {
    const origin = toOrigin(offsets, span);
    return {
      words: text.slice(span.start, span.end),
      origin: source.slice(origin.start, origin.end),
      header: header && [header.speaker, header.post, header.topic],
    };
  });
  return { text, quoted };
}

describe("quotes in BBCode tags", () => {
  it("end where the tag closes, also with words directly behind", async () => {
    expect(await read('[quote="ann, post:3, topic:12"]\nRL is *unsafe*.\n[/quote]Why?')).toEqual({
      text: "RL is unsafe.\n\nWhy?",
      quoted: [{ words: "RL is unsafe.", origin: "RL is *unsafe*.", header: ["ann", "3", "12"] }],
    });
  });

  it("are nested, each with its own person", async () => {
    const { text, quoted } = await read(
      '[quote="bo, post:2, topic:1, full:true"]\r\n[quote="ann, post:1, topic:1"]\r\nA.\r\n[/quote]\r\nB.\r\n[/quote]\r\nC.',
    );
    expect(text).toBe("A.\n\nB.\n\nC.");
    expect(quoted.map(({ words, header }) => [words, header?.[0]])).toEqual([
      ["A.\n\nB.", "bo"],
      ["A.", "ann"],
    ]);
  });

  it.each([
    ["[quote]a[/quote]", [null, null, null]],
    ["[quote=ann]a[/quote]", ["ann", null, null]],
    ["[QUOTE=ann;12]a[/QUOTE]", ["ann", "12", null]],
    ['[QUOTE="ann, post: 12, member: 3"]a[/QUOTE]', ["ann", "12", null]],
    ['[quote="ann" post_id=12 time=9 user_id=4]a[/quote]', ["ann", "12", null]],
    ['[quote="Lind, Ann, post:1, topic:2, full:true"]a[/quote]', ["Lind, Ann", "1", "2"]],
    ['[quote="Ann Lind, post:1, topic:2, username:ann"]a[/quote]', ["ann", "1", "2"]],
    ["[quote=“ann, post:1”]a[/quote]", ["ann", "1", null]],
  ])("name the person and the post as forums write it: %s", async (source, header) => {
    expect((await read(source)).quoted[0]?.header).toEqual(header);
  });

  it.each([
    "```\n[quote]\nx\n[/quote]\n```",
    "Write `[quote]` and `[/quote]`.",
    "\\[quote]x\\[/quote]",
    "An open [quote=ann] tag",
    "A closed [/quote] tag",
    "[quote x",
  ])("are none in code, behind a backslash or without a partner: %s", async (source) => {
    expect((await read(source)).quoted).toEqual([]);
  });

  it("close across a fence that never ends", async () => {
    expect((await read("[quote]\n```\ncode\n[/quote]\nWords.")).quoted).toHaveLength(1);
  });

  it("cost no more than the length of what is written", async () => {
    const tags = "[quote]".repeat(20_000) + "[quote=".repeat(20_000) + "`".repeat(1000);
    expect(bbcodeQuoteMarks(tags)).toEqual([]);
    expect(bbcodeQuoteMarks("[quote]a[/quote]".repeat(5000))).toHaveLength(10_000);
    const fences = Array.from({ length: 20_000 }, (_, i) => (i % 2 === 0 ? "```js" : "~~~ts")).join("\n");
    expect(bbcodeQuoteMarks(`${fences}[quote]`)).toEqual([]);
  });
});
