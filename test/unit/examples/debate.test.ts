import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Instant, Reaction } from "../../../src/model/comment.ts";

/** A line of the example, as docs/formats.md describes the format; stricter than the importer on purpose. */
const Line = z.strictObject({
  id: z.string().min(1),
  threadId: z.string(),
  threadTitle: z.string(),
  parentId: z.string().nullable(),
  author: z.strictObject({ id: z.string().min(1), name: z.string().min(1) }).nullable(),
  createdAt: Instant,
  text: z.string(),
  markup: z.literal("md"),
  status: z.literal("deleted").optional(),
  reactions: z.array(Reaction).optional(),
});

const path = new URL("../../../examples/debate.jsonl", import.meta.url);
const lines = readFileSync(path, "utf8").trimEnd().split("\n");
const comments = lines.map((line) => Line.parse(JSON.parse(line)));
const earlierThan = (index: number) => comments.slice(0, index);

/** The quoted passages of a Markdown text: the lines after `> `. */
const quotesOf = (text: string) => [...text.matchAll(/^> (.*)$/gm)].map((match) => match[1] ?? "");

/** A text without the passages that it quotes. */
const ownWords = (text: string) => text.replaceAll(/^> .*$/gm, "");

describe("the bundled debate", () => {
  it("holds 33 comments by five people, and one whose author is gone", () => {
    expect(comments).toHaveLength(33);
    const names = new Set(comments.flatMap((comment) => comment.author?.name ?? []));
    expect([...names].sort()).toEqual(["Calloway", "Harrow", "Ozmund", "Tessel", "Wren"]);
    const tombstones = comments.filter((comment) => comment.author === null);
    expect(tombstones.map(({ id, status, text }) => ({ id, status, text }))).toEqual([
      { id: "c14", status: "deleted", text: "" },
    ]);
    expect(comments.some((comment) => comment.parentId === "c14")).toBe(true);
  });

  it("gives every comment an id of its own and every author id one name", () => {
    expect(new Set(comments.map((comment) => comment.id)).size).toBe(comments.length);
    const authors = new Map(comments.flatMap(({ author }) => (author ? [[author.id, author.name]] : [])));
    for (const { author } of comments) if (author) expect(authors.get(author.id)).toBe(author.name);
    expect(authors.size).toBe(5);
  });

  it("is one thread in which all but the first comment answer an earlier one", () => {
    expect(new Set(comments.map((comment) => comment.threadId)).size).toBe(1);
    expect(comments.filter((comment) => comment.parentId === null).map((comment) => comment.id)).toEqual([
      "c01",
    ]);
    comments.slice(1).forEach((comment, index) => {
      expect(earlierThan(index + 1).map((it) => it.id)).toContain(comment.parentId);
    });
  });

  it("runs forward in time, from February to October 2025", () => {
    const times = comments.map((comment) => comment.createdAt);
    expect(times).toEqual([...times].sort());
    expect(new Set(times).size).toBe(times.length);
    expect(times[0]?.slice(0, 10)).toBe("2025-02-03");
    expect(times.at(-1)?.slice(0, 10)).toBe("2025-10-03");
  });

  it("quotes word for word from earlier comments", () => {
    const found = comments.flatMap((comment, index) =>
      quotesOf(comment.text).map((quote) => ({
        quote: `${comment.id}: ${quote}`,
        isVerbatim: earlierThan(index).some((earlier) => ownWords(earlier.text).includes(quote)),
      })),
    );
    expect(found.filter((it) => !it.isVerbatim)).toEqual([]);
    expect(found).toHaveLength(28);
  });

  it("lets Harrow quote his own claim each time he narrows it, and Wren before the reversal", () => {
    const selfQuotes = comments.flatMap((comment, index) =>
      earlierThan(index)
        .filter((earlier) => earlier.author !== null && earlier.author.id === comment.author?.id)
        .filter((earlier) => quotesOf(comment.text).some((quote) => ownWords(earlier.text).includes(quote)))
        .map((earlier) => `${comment.id} ${earlier.id}`),
    );
    expect(selfQuotes).toEqual(["c10 c01", "c21 c10", "c27 c05", "c31 c21", "c33 c01"]);
  });

  it("carries reactions whose quoted words stand in the comment", () => {
    const reactions = comments.flatMap((comment) =>
      (comment.reactions ?? []).map((reaction) => ({ ...reaction, text: comment.text })),
    );
    expect(reactions.map(({ kind, sign }) => `${kind} ${sign}`)).toEqual(["agree 1", "disagree -1"]);
    for (const { quote, text } of reactions) expect(text).toContain(quote);
  });
});
