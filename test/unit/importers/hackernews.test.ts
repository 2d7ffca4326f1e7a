import { describe, expect, it } from "vitest";
import { hackernews } from "../../../src/importers/hackernews.ts";
import type { CommentDraft } from "../../../src/model/draft.ts";
import { toOrigin } from "../../../src/text/offset-map.ts";
import { importAll, memoryInput } from "../../support/inputs.ts";

const read = (document: unknown) =>
  importAll(
    hackernews,
    memoryInput(typeof document === "string" ? document : JSON.stringify(document), { pieceBytes: 1000 }),
  );
const item = { id: 5, type: "comment", by: "ann", time: 1700000000, parent: 1, text: "Words." };
const readOne = async (changes: object) => (await read({ ...item, ...changes })).comments[0];
const readText = (text: string) => readOne({ text });
const quotesOf = (comment: CommentDraft | undefined) =>
  comment?.quotes.map(({ span, how }) => [how, comment.text.slice(span.start, span.end)]);

const common = {
  id: "news.ycombinator.com:5",
  parentId: "news.ycombinator.com:1",
  author: { id: "news.ycombinator.com:ann", name: "ann" },
  createdAt: "2023-11-14T22:13:20.000Z",
  text: "Words.",
  url: "https://news.ycombinator.com/item?id=5",
  status: "live",
};

describe("hackernews", () => {
  it.each([
    ["an item of the site", item],
    ["items in a list, some of which are gone", [null, item]],
    ["items by their ids", { "5": item }],
    [
      "an item of Algolia",
      { id: 5, type: "comment", author: "ann", created_at_i: 1700000000, parent_id: 1, text: "Words." },
    ],
    [
      "a hit of Algolia's search",
      {
        hits: [
          {
            objectID: "5",
            author: "ann",
            created_at: "2023-11-14T22:13:20Z",
            parent_id: 1,
            comment_text: "Words.",
            _tags: ["comment"],
          },
        ],
      },
    ],
    ["a row with numbers in digits", { ...item, id: "5", parent: "1", time: "1700000000" }],
    [
      "a row with a time in words",
      { ...item, time: null, timestamp: "2023-11-14 22:13:20 UTC", deleted: null },
    ],
    [
      "a row of a table that writes 0 for nothing",
      { ...item, time: "2023-11-14 22:13:20", deleted: 0, dead: 0, poll: 0 },
    ],
    [
      "a row of the older table of comments",
      { id: 5, by: "ann", author: "ann", time: 1700000000, parent: 1, text: "Words.", ranking: 0 },
    ],
  ])("reads %s", async (_, document) => {
    expect((await read(document)).comments).toMatchObject([common]);
  });

  it("finds the story through the parents, where it was seen", async () => {
    const lines = [
      { id: 1, type: "story", by: "ann", time: 1700000000, title: "Dams", url: "https://dams.example" },
      { ...item, id: 2, parent: 1 },
      { ...item, id: 3, parent: 2 },
      { ...item, id: 4, parent: 99 },
    ];
    const { comments } = await read(lines.map((one) => JSON.stringify(one)).join("\n"));
    const story = "news.ycombinator.com:1";
    expect(comments.map(({ threadId }) => threadId)).toEqual([story, story, story, null]);
    expect(comments[0]).toMatchObject({ text: "Dams", field: "title", threadTitle: "Dams", parentId: null });
  });

  it("takes the story and its title from what Algolia says", async () => {
    const hit = {
      objectID: "7",
      author: "ann",
      comment_text: "Yes.",
      story_id: 1,
      story_title: "Dams",
      parent_id: 6,
    };
    expect((await read({ hits: [hit] })).comments).toMatchObject([
      { threadId: "news.ycombinator.com:1", threadTitle: "Dams" },
    ]);
  });

  it("answers a poll with its options", async () => {
    expect(await readOne({ type: "pollopt", parent: undefined, poll: 9, score: 4 })).toMatchObject({
      parentId: "news.ycombinator.com:9",
      score: 4,
    });
  });

  it.each([
    ["a deleted item", { deleted: true, by: undefined, text: undefined }, "deleted", ""],
    ["a deleted item of Algolia", { by: null, author: null, text: null }, "deleted", ""],
    ["a dead item", { dead: true }, "hidden", "Words."],
    ["a dead item without words", { dead: true, text: undefined }, "removed", ""],
  ])("keeps %s", async (_, changes, status, text) => {
    expect(await readOne(changes)).toMatchObject({ status, text, parentId: common.parentId });
  });

  it("takes paragraphs behind a mark for quotes and drops the mark", async () => {
    const comment = await readText("&gt; Fast &amp; safe.<p>Is it?<p>&gt;&gt;It <i>is</i>.<p>No.");
    expect(comment?.text).toBe("Fast & safe.\n\nIs it?\n\nIt is.\n\nNo.");
    expect(quotesOf(comment)).toEqual([
      ["markup", "Fast & safe."],
      ["markup", "It is."],
    ]);
  });

  it("ends a quote with its line where the answer stands on the next", async () => {
    const comment = await readText("&gt; Fast\n&gt; and safe.\nIs it?");
    expect(comment?.text).toBe("Fast and safe. Is it?");
    expect(quotesOf(comment)).toEqual([["markup", "Fast and safe."]]);
  });

  it("takes a paragraph in italics for a quote when it is answered and long enough", async () => {
    expect(quotesOf(await readText("<i>It is very fast.</i><p>Is it?"))).toEqual([
      ["guessed", "It is very fast."],
    ]);
    expect(quotesOf(await readText("<i>&gt; It is.</i><p>Is it?"))).toEqual([["markup", "It is."]]);
    expect(quotesOf(await readText("I say no.<p><i>It is very fast.</i>"))).toEqual([]);
    expect(quotesOf(await readText("<i>Edit:</i><p>It is."))).toEqual([]);
    expect(quotesOf(await readText("<i>It is very</i> fast, they say.<p>No."))).toEqual([]);
  });

  it.each([
    ["a sign for more", "&gt;50% of dams leak.<p>So?", ">50% of dams leak.\n\nSo?"],
    ["code", "<pre><code>&gt; ls\n\n&gt; cat\n</code></pre>\nSo?", "> ls\n\n> cat\n\nSo?"],
  ])("takes %s for no quote", async (_, html, text) => {
    const comment = await readText(html);
    expect(comment).toMatchObject({ text, quotes: [] });
  });

  it("leads from words back to the HTML, past a mark that was dropped", async () => {
    const html = "&gt; Fast &amp; <i>safe</i>.<p>No.";
    const { text, offsets } = (await readText(html)) ?? { text: "", offsets: [] };
    const start = text.indexOf("Fast");
    const origin = toOrigin(offsets, { start, end: text.indexOf("safe") + 4 });
    expect(html.slice(origin.start, origin.end)).toBe("Fast &amp; <i>safe");
  });

  it("reads a comment of 40,000 quotes", async () => {
    const comment = await readText("<pre>x</pre><i>a b c d</i><p>&gt; q r s<p>".repeat(20_000));
    expect(comment?.quotes.length).toBe(40_000);
  });
});
