import { describe, expect, it } from "vitest";
import { pastedPage } from "../../../src/importers/pasted-page.ts";
import type { CommentDraft } from "../../../src/model/draft.ts";
import { detectImporter } from "../../support/detect-importer.ts";
import { importAll, memoryInput } from "../../support/inputs.ts";

const read = async (page: string): Promise<readonly CommentDraft[]> =>
  (await importAll(pastedPage, memoryInput(page, { name: "page.txt", pieceBytes: 4096 }))).comments;
const said = async (page: string): Promise<readonly (readonly [string | null, string])[]> =>
  (await read(page)).map(({ author, text }) => [author?.name ?? null, text]);
const detected = async (page: string): Promise<string> =>
  (await detectImporter(memoryInput(page, { name: "x", pieceBytes: 4096 }), null)).id;

const first = "The dam is two metres too low, and the wall is cracked.";
const second = "It held in May. Why should it not hold now?";
const expected = [
  ["ada", first],
  ["Bo Lund", second],
] as const;

describe("pasted-page", () => {
  it.each<[string, string]>([
    [
      "name and date",
      `ada\nMar 3, 2023, 10:14 AM\n\n${first}\n\nReply\n\nBo Lund\nMar 4, 2023\n\n${second}\n\nReply\n`,
    ],
    [
      "names that speak",
      `ada says:\nMarch 3, 2023 at 8:44 pm\n\n${first}\n\nReply\n\nBo Lund says:\nMarch 4, 2023 at 9:01 pm\n\n${second}\n\nReply\n`,
    ],
    [
      "one line with votes",
      `[–]ada 12 points 3 hours ago \n${first}\n\npermalinkembedsavereportreply\n[–]Bo Lund [score hidden] 2 hours ago*\n${second}\n\npermalinkembedsaveparentreportreply\n`,
    ],
    [
      "arrows",
      `▲\nada 4 hours ago | next [–]\n\n${first}\n\nreply\n\n▲\nBo Lund 3 hours ago | parent | next [–]\n\n${second}\n\nreply\n`,
    ],
    [
      "dots",
      `Avatar\nada • 3 years ago\n${first}\n5\n•\nReply\n•\nShare ›\nAvatar\nBo Lund  ada • 3 years ago\n${second}\n•\nReply\n•\nShare ›\nSubscribe\n`,
    ],
    [
      "dots on lines of their own",
      `u/ada avatar\nada\n•\n3h ago\n${first}\n\nUpvote\n98\n\nDownvote\n\nReply\n\nu/Bo avatar\nBo Lund\nOP\n•\n2h ago\n•\nEdited 1h ago\n${second}\n\nUpvote\n3\n\nDownvote\n\nReply\n`,
    ],
    [
      "ranks",
      `ada\nWell-known member\nJoined\nMar 1, 2015\nMessages\n1,204\nJun 2, 2022\n#1\n${first}\nReactions:\nBo Lund and Cy\nBo Lund\nMember\nJun 3, 2022\n#2\n${second}\nReply\n`,
    ],
    ["glued names", `[-]ada3y12\n${first}\nReply\n[-]Bo Lund2mo-3\n${second}\nReply\n`],
    [
      "short dates",
      `ada\n· 2h\n${first}\nLike\nReply\nShare\nBo Lund\n· 3h\n${second}\nLike\nReply\nShare\n`,
    ],
    [
      "votes instead of dates",
      `ada\n12 points\n\n${first}\n\nReply\n\nBo Lund\n1 point\n\n${second}\n\nReply\n`,
    ],
  ])("reads comments under headers of %s", async (_, page) => {
    for (const lineEnd of ["\n", "\r\n", "\r"]) {
      expect(await said(page.replaceAll("\n", lineEnd))).toEqual(expected);
      expect(await detected(page.replaceAll("\n", lineEnd))).toBe("pasted-page");
    }
  });

  it("gives times where the page names a moment, and none where it counts back", async () => {
    const times = async (...dates: readonly string[]): Promise<readonly (string | null)[]> =>
      (await read(dates.map((date, index) => `ada${index}\n${date}\n\n${first}\n\nReply\n\n`).join(""))).map(
        ({ createdAt }) => createdAt,
      );
    expect(await times("Mar 3, 2023, 10:14 AM", "5 March 2024", "Mar 7, 2024Edited")).toEqual([
      "2023-03-03T10:14:00.000Z",
      "2024-03-05T00:00:00.000Z",
      "2024-03-07T00:00:00.000Z",
    ]);
    expect(await times("3 days ago", "2h", "Mar 3", "yesterday at 10:14")).toEqual([null, null, null, null]);
  });

  it("puts a person's comments in the order of time where the page lists the newest first", async () => {
    const page = `ada\n3d\n\n${first}\n\nReply\n\nada\n2mo\n\n${second}\n\nReply\n`;
    expect((await read(page)).map(({ text, index }) => [text, index])).toEqual([
      [first, 1],
      [second, 0],
    ]);
  });

  it("takes titles above the headers for threads", async () => {
    const page = ["On dams", "On floods"]
      .map((title) => `${title}\nada\n3d\n${first} ${title}.\nReply\n`)
      .join("");
    const comments = await read(page);
    expect(comments.map(({ threadTitle }) => threadTitle)).toEqual(["On dams", "On floods"]);
    expect(comments.map(({ text }) => text)).toEqual([`${first} On dams.`, `${first} On floods.`]);
    expect(new Set(comments.map(({ threadId }) => threadId)).size).toBe(2);
  });

  it("takes a second form of the names above the headers for no titles", async () => {
    const page = `ada\nAda Berg\n3d\n${first}\nReply\nbo\nBo Lund\n2d\n${second}\nReply\n`;
    const comments = await read(page);
    expect(comments.map(({ author, threadTitle }) => [author?.name, threadTitle])).toEqual([
      ["Ada Berg", null],
      ["Bo Lund", null],
    ]);
  });

  it("says who is answered by name, and leaves the parent open", async () => {
    const page = `ada\n3d\n${first}\nReply\nbo replied to ada\n2d\n${second}\nReply\ncy\nreplied to\nbo\n1d\nNo.\nReply\nada\n1d\n@cy Yes.\nReply\n`;
    expect((await read(page)).map(({ addressee, parentId }) => [addressee, parentId])).toEqual([
      [null, null],
      ["ada", null],
      ["bo", null],
      ["cy", null],
    ]);
  });

  it("takes for quotes what was copied from above, what a label names, and wrapped lines behind one mark", async () => {
    const page = `ada\n3d\n${first}\nReply\nbo\n2d\n${first}\n\nNo.\nReply\ncy\n2d\nada said:\nthe wall is cracked\nClick to expand...\nWhere?\nReply\ndi\n1d\n> The dam is two metres too low, and the\nwall is cracked.\n\nSince 1954.\nReply\n`;
    const quotes = (await read(page)).map(({ text, quotes: found }) =>
      found.map(({ span, how, speaker }) => [text.slice(span.start, span.end), how, speaker]),
    );
    expect(quotes).toEqual([
      [],
      [[first, "matched", "ada"]],
      [["the wall is cracked", "header", "ada"]],
      [["The dam is two metres too low, and the\nwall is cracked.", "markup", null]],
    ]);
  });

  it("takes a name and a colon for the label of a quote where that person said so, and else for an address", async () => {
    const page = `ada\n3d\n${first}\nReply\nbo\n2d\nada:\n\nthe dam is two metres too low\n\nNo.\nReply\ncy\n2d\nada:\nyou are right\nReply\n`;
    expect((await read(page)).map(({ text, quotes }) => [text, quotes.length])).toEqual([
      [first, 0],
      ["the dam is two metres too low\n\nNo.", 1],
      ["ada:\nyou are right", 0],
    ]);
  });

  it("guesses quotes that lost their marks on a page of one person's comments", async () => {
    const lost = "and nobody counts the days of fog";
    const page = `ada\n3d\n${lost}\n\nI agree with this.\nReply\nada\n5d\n${second}\nReply\n`;
    const quotes = (await read(page)).flatMap((comment) =>
      comment.quotes.map(({ span, how }) => [comment.text.slice(span.start, span.end), how]),
    );
    expect(quotes).toEqual([[lost, "guessed"]]);
  });

  it("reads once what was copied twice, and keeps two people who say the same", async () => {
    const page = `ada\nMar 3, 2023\n${first}\nReply\nbo\nMar 3, 2023\n${first}\nReply\nada\nMar 3, 2023\n${first}\nReply\n`;
    expect((await said(page)).map(([name]) => name)).toEqual(["ada", "bo"]);
  });

  it("keeps the words under a header that it cannot read, as nobody's", async () => {
    const page = `ada\n3d\n${first}\nReply\n???\nsome day\n${second}\nReply\nbo\n2d\nNo.\nReply\n`;
    expect(await said(page)).toEqual([
      ["ada", first],
      [null, second],
      ["bo", "No."],
    ]);
  });

  it("keeps buttons inside a text, braces of code and a number that ends it", async () => {
    const text = "Edit\n\nThe answer is\n\nf() {\n}\n\n42";
    const page = `ada\n3d\n${text}\n\nbo\n2d\n${second}\n\nada\n1d\nNo.\n`;
    expect((await said(page))[0]).toEqual(["ada", text.replace("Edit\n\n", "")]);
  });

  it.each([
    [
      "a letter",
      "London\n\nMarch 3, 2023\n\nDear Ada,\n\nI write to you about the dam. It is too low.\n\nYours,\n\nBo\n",
    ],
    [
      "prose with dates",
      "The dam was built\nin May 1931, by the village.\n\nOn March 3, 2023 it was repaired.\n\nMarch 2024\n\nIt broke again. Nobody knows why it broke, and nobody asks.\n",
    ],
    [
      "notes of releases",
      "Version 1.2\nMarch 3, 2023\n\n- The dam is higher.\n\nVersion 1.1\nMarch 1, 2023\n\n- The dam is lower.\n",
    ],
    ["a table of contents", "Dams\nMarch 3, 2023\nFloods\nMarch 4, 2023\nWalls\nMarch 5, 2023\n"],
    [
      "a thread with headers that a person wrote",
      `ada, 2024-03-05 18:02\n${first}\n\nbo, 2024-03-06 09:10\n${second}\n`,
    ],
    [
      "an article that shows a page",
      `${`${first} ${second}\n\n`.repeat(5)}ada\n3d\n${first}\nReply\nbo\n2d\nNo.\nReply\n`,
    ],
    ["a transcript", `Ada: ${first}\n\nBo: ${second}\n\nAda: No.\n\nBo: Yes.\n`],
  ])("does not take %s for a page", (_, text) => {
    expect(pastedPage.sniff(text, "x")).toBeLessThan(0.5);
  });

  it.each([
    ["spaces", " ".repeat(100_000)],
    ["marks", ">".repeat(100_000)],
    ["dates", "3d\n".repeat(20_000)],
    ["names", "ada\n".repeat(20_000)],
    ["headers", "ada\n3d\n".repeat(5000)],
    ["labels", "ada:\n\n".repeat(5000)],
    ["quotes", "> The dam is two metres too low, and the\nwall is cracked.\n\n".repeat(5000)],
  ])("reads a page with nothing but %s in a comment", async (_, text) => {
    const comments = await said(`ada\n3d\n${text}\nbo\n2d\n${second}`);
    expect(comments.at(-1)?.[1]).toBe(second);
  });
});
