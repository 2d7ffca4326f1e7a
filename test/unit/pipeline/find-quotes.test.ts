import { describe, expect, it } from "vitest";
import { jsonLines, mapText } from "../../support/map-text.ts";

const words = "The committee never published the soundings that it took in the autumn.";
const filler = (index: number, threadId: string) => ({
  id: `filler-${index}`,
  threadId,
  parentId: "post",
  author: "Dee",
  createdAt: `2024-02-01T00:00:${String(index % 60).padStart(2, "0")}Z`,
  text: `Nothing new on day ${index}.`,
});

/** The source of the first quote of the comment `reply`, once all records are mapped. */
async function sourceOf(records: readonly object[]) {
  const { known } = await mapText({ "lake.jsonl": jsonLines(records) });
  const [quote] = [...known.quoteMap.values()].filter(({ commentId }) => commentId === "lake.jsonl:reply");
  return { source: quote?.source?.commentId ?? null, speaker: quote?.speaker ?? null };
}

const reply = {
  id: "reply",
  threadId: "lake",
  author: "Bo",
  createdAt: "2024-03-01T00:00:00Z",
  markup: "md",
  text: `> ${words}\n\nThey did, on page nine.`,
};

describe("where a quote is looked for", () => {
  it("finds words far up a long thread", async () => {
    const early = {
      id: "early",
      threadId: "lake",
      author: "Ann",
      createdAt: "2024-01-01T00:00:00Z",
      text: words,
    };
    const between = Array.from({ length: 60 }, (_, index) => filler(index, "lake"));
    expect(await sourceOf([early, ...between, reply])).toEqual({
      source: "lake.jsonl:early",
      speaker: "lake.jsonl:Ann",
    });
  });

  it("finds words of the post that a thread stands under", async () => {
    const post = { id: "lake", author: "Ann", text: words };
    expect(await sourceOf([post, reply])).toEqual({ source: "lake.jsonl:lake", speaker: "lake.jsonl:Ann" });
  });

  it("finds words of another thread by the person named before them", async () => {
    const elsewhere = {
      id: "old",
      threadId: "river",
      author: "Ann",
      createdAt: "2023-01-01T00:00:00Z",
      text: words,
    };
    const named = { ...reply, text: `Ann wrote:\n\n> ${words}\n\nThey did.` };
    const here = {
      id: "here",
      threadId: "lake",
      author: "Ann",
      createdAt: "2024-01-02T00:00:00Z",
      text: "Hm.",
    };
    expect(await sourceOf([elsewhere, here, named])).toEqual({
      source: "lake.jsonl:old",
      speaker: "lake.jsonl:Ann",
    });
  });

  it("finds the commenter's own words of another thread", async () => {
    const own = {
      id: "own",
      threadId: "river",
      author: "Bo",
      createdAt: "2023-01-01T00:00:00Z",
      text: words,
    };
    expect(await sourceOf([own, reply])).toEqual({ source: "lake.jsonl:own", speaker: "lake.jsonl:Bo" });
  });

  it("looks in no thread of people whom nobody names, and not into the future", async () => {
    const stranger = {
      id: "old",
      threadId: "river",
      author: "Cy",
      createdAt: "2023-01-01T00:00:00Z",
      text: words,
    };
    const later = {
      id: "later",
      threadId: "river",
      author: "Bo",
      createdAt: "2025-01-01T00:00:00Z",
      text: words,
    };
    expect(await sourceOf([stranger, later, reply])).toEqual({ source: null, speaker: null });
  });
});
