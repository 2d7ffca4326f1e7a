import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CommentOutput } from "../../../src/queries/comment.ts";
import { jsonLines } from "../../support/map-text.ts";
import { commandsIn } from "./commands-in.ts";

const records = [
  { id: "1", author: "Wren", text: "Tidal power is the cheapest source of energy for islands." },
  { id: "2", author: "Ada", text: "Wind power is cheaper than tidal power by half." },
  {
    id: "3",
    parentId: "1",
    author: "Jay",
    markup: "md",
    text: "Storage is a cost that nobody has paid for.\n\nWind power is cheaper than tidal power by half.\n\n> Nothing is cheaper than sunlight on a roof.\n\nI disagree, roofs are small and islands are dark in winter.",
  },
];
const own = "Storage is a cost that nobody has paid for.";
const copied = "Wind power is cheaper than tidal power by half.";
const marked = "Nothing is cheaper than sunlight on a roof.";

describe("elenchus correct quote", () => {
  let folder: string;
  const { attempt, run, refused, json, exported } = commandsIn(() => folder);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "elenchus-quote-"));
    await writeFile(join(folder, "isle.jsonl"), jsonLines(records));
    await run("map", "isle.jsonl", "--source", "isle");
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const comment = async (): Promise<CommentOutput> => (await json("show", "isle:3")).comment;
  const speakers = async () =>
    new Map((await comment()).words.map(({ text, speaker }) => [text, speaker?.name ?? null]));

  it("gives words to whoever is quoted, keeps that when the file is mapped again, and takes it back", async () => {
    const before = await exported();
    expect((await speakers()).get(own)).toBe("Jay");
    expect(await run("correct", "quote", "isle:3", own, "--of", "Wren", "--by", "Ann")).toContain(
      "is a quote, words of isle:Wren by Ann",
    );
    expect((await speakers()).get(own)).toBe("Wren");
    const { quotes } = await comment();
    expect(quotes.find(({ text }) => text === own)).toMatchObject({
      how: "human",
      speaker: { name: "Wren" },
    });
    const corrected = await exported();
    await run("map", "isle.jsonl", "--source", "isle");
    expect(await exported()).toBe(corrected);
    expect(await run("correct", "list")).toContain("changed by Ann: words of Wren");
    const [{ id }] = (await json("correct", "list")).items;
    await run("correct", "undo", id);
    expect(await exported()).toBe(before);
  });

  it("says that marked words are no quote, whose they are, and gives the mark back", async () => {
    const before = await exported();
    expect((await speakers()).get(marked)).toBe(null);
    await run("correct", "quote", "isle:3", marked, "--none");
    expect((await speakers()).get(marked)).toBe("Jay");
    expect((await comment()).quotes.map(({ text }) => text)).not.toContain(marked);
    await run("correct", "quote", "isle:3", marked, "--of", "Ada");
    expect((await speakers()).get(marked)).toBe("Ada");
    const [{ id }, ...others] = (await json("correct", "list")).items;
    expect(others).toEqual([]);
    await run("correct", "undo", id);
    expect(await exported()).toBe(before);
  });

  it("names the comment that words are from, so that they are no second statement", async () => {
    await run("correct", "quote", "isle:3", copied, "--from", "isle:2");
    const { quotes, words } = await comment();
    expect(quotes.find(({ text }) => text === copied)).toMatchObject({
      ...{ speaker: { name: "Ada" }, source: { commentId: "isle:2" } },
    });
    expect(words.map(({ text }) => text)).not.toContain(copied);
  });

  it("names a source that itself quotes the comment, and takes that back", async () => {
    await writeFile(
      join(folder, "isle.jsonl"),
      jsonLines([
        { id: "1", author: "Wren", text: `${own} ${copied}` },
        {
          id: "2",
          parentId: "1",
          author: "Ada",
          markup: "md",
          text: `> ${own}\n\nI disagree, everybody paid.`,
        },
      ]),
    );
    await run("map", "isle.jsonl", "--source", "ring");
    const before = await exported();
    await run("correct", "quote", "ring:1", own, "--from", "ring:2");
    const { quotes } = (await json("show", "ring:1")).comment;
    expect(quotes).toMatchObject([{ speaker: { name: "Ada" }, source: { commentId: "ring:2" } }]);
    const [{ id }] = (await json("correct", "list")).items;
    await run("correct", "undo", id);
    expect(await exported()).toBe(before);
  });

  it("stays with its words when an edit leaves them, and waits when it does not", async () => {
    await run("correct", "quote", "isle:3", own, "--of", "Wren");
    const edited = (text: string) => jsonLines([...records.slice(0, 2), { ...records[2], text }]);
    await writeFile(join(folder, "isle.jsonl"), edited(`To be fair.\n\n${own}\n\nIt is a large one.`));
    await run("map", "isle.jsonl", "--source", "isle");
    expect((await speakers()).get(own)).toBe("Wren");
    expect(await refused("correct", "quote", "isle:3", own, "--none")).toContain("correct undo");
    await writeFile(join(folder, "isle.jsonl"), edited("Never mind, islands have no winter."));
    await run("map", "isle.jsonl", "--source", "isle");
    expect(await run("correct", "list")).toContain("waiting");
  });

  it("gives back no quote of words that an edit moved", async () => {
    await run("correct", "quote", "isle:3", marked, "--of", "Ada");
    const text = `${marked}\n\n${copied}\n\n${own}`;
    await writeFile(join(folder, "isle.jsonl"), jsonLines([...records.slice(0, 2), { ...records[2], text }]));
    await run("map", "isle.jsonl", "--source", "isle");
    expect((await speakers()).get(marked)).toBe("Ada");
    const [{ id }] = (await json("correct", "list")).items;
    await run("correct", "undo", id);
    expect((await comment()).quotes).toEqual([]);
    expect([...(await speakers()).values()]).toEqual(["Jay", "Jay", "Jay"]);
  });

  it.each([
    ["--none", "the mark that they keep"],
    ["--of Ada", "the mark and nobody as speaker"],
  ])("after %s and an edit of other words, gives back %s", async (judged) => {
    const text = records[2]?.text.replace(own, "Storage costs as much as the turbine.");
    const edited = jsonLines([...records.slice(0, 2), { ...records[2], text }]);
    const edit = async () => {
      await writeFile(join(folder, "isle.jsonl"), edited);
      await run("map", "isle.jsonl", "--source", "isle");
    };
    await run("correct", "quote", "isle:3", marked, ...judged.split(" "));
    await edit();
    expect((await comment()).quotes.find(({ text }) => text === marked)?.how).not.toBe("header");
    const corrected = await exported();
    await run("map", "isle.jsonl", "--source", "isle");
    expect(await exported()).toBe(corrected);
    const [{ id }] = JSON.parse(await run("correct", "list", "--json")).items;
    await run("correct", "undo", id);
    const undone = await exported();
    await rm(join(folder, ".elenchus"), { recursive: true });
    await writeFile(join(folder, "isle.jsonl"), jsonLines(records));
    await run("map", "isle.jsonl", "--source", "isle");
    await edit();
    expect(undone).toBe(await exported());
  });

  it("goes with the comment or the person that it is about", async () => {
    await run("correct", "quote", "isle:3", own, "--of", "Wren");
    await run("authors", "forget", "Wren", "--yes");
    expect(await run("correct", "list")).toContain("no corrections");
    expect(await exported()).not.toContain("Wren");
  });

  it.each([
    ["words that do not stand there", ["isle:3", "Dams leak.", "--of", "Ada"], "do not stand"],
    ["words that stand there several times", ["isle:3", "is", "--of", "Ada"], "several times"],
    ["what is no comment", ["isle:Wren", own], "is an author and no comment"],
    ["a source without the words", ["isle:3", own, "--from", "isle:2"], "do not stand in the comment isle:2"],
    ["the comment itself as the source", ["isle:3", own, "--from", "isle:3"], "no source of its own words"],
    ["a comment that is not there", ["isle:9", own], "`elenchus show` of a claim names the comments"],
    ["a speaker whom nobody knows", ["isle:3", own, "--of", "Zed"], "`elenchus authors` lists people"],
    ["no quote that is somebody's", ["isle:3", own, "--none", "--of", "Ada"], "nobody else's"],
  ])("refuses %s", async (_what, words, message) => {
    expect(await refused("correct", "quote", ...words)).toContain(message);
  });

  it("refuses to judge some of the words that another correction is about", async () => {
    await run("correct", "quote", "isle:3", own, "--of", "Wren");
    const { code, stderr } = await attempt("correct", "quote", "isle:3", own.slice(0, 20), "--none");
    expect(code).toBe(3);
    expect(stderr).toMatch(/linking\.corrections-overlap: .*\n.*correct undo/u);
  });
});
