import { describe, expect, it } from "vitest";
import type { IdentifiedDraft } from "../../../src/linking/drafted-comment.ts";
import { placeComments } from "../../../src/linking/place-comments.ts";
import { draft, source } from "../../support/drafts.ts";
import { MemoryKnown } from "../../support/memory-known.ts";

const site = source("site");

async function place(known: MemoryKnown, drafts: readonly IdentifiedDraft[]) {
  const { nextSeq } = await known.counts();
  const placement = await placeComments(drafts, site, known, nextSeq);
  const change = placement.change.build();
  known.apply(change);
  return { change, diagnostics: placement.diagnostics };
}

describe("placing comments", () => {
  it("plans nothing for comments that are stored already", async () => {
    const known = new MemoryKnown();
    const drafts = [
      draft("site:1", "RL is unsafe."),
      draft("site:2", "> RL is unsafe.\n\nWhy?", {
        parentId: "site:1",
        threadId: "site:t",
        quotes: [{ span: { start: 2, end: 15 }, how: "markup", score: 1, speaker: null, source: null }],
        reactions: [{ by: "site:bo", kind: "agree", quote: null, sign: 1 }],
      }),
    ];
    await place(known, drafts);

    const again = await place(known, drafts);

    expect(again.change.writes).toEqual([]);
    expect(await known.counts()).toEqual({ sources: 0, comments: 2, nextSeq: 2 });
  });

  it("puts a stub where a parent was never seen, and fills it when the parent turns up", async () => {
    const known = new MemoryKnown();
    await place(known, [draft("site:2", "Why?", { parentId: "site:1" })]);
    expect(known.commentMap.get("site:1")).toMatchObject({ status: "stub", text: "" });
    known.apply({
      writes: [
        { write: "save-extracted", rows: [{ commentId: "site:2", fingerprints: ["f"], language: "en" }] },
      ],
    });

    await place(known, [draft("site:1", "RL is unsafe.")]);

    expect(known.commentMap.get("site:1")).toMatchObject({ status: "live", text: "RL is unsafe." });
    expect(known.commentMap.get("site:2")?.parentId).toBe("site:1");
    expect((await known.pending("f", -1, 9)).map(({ id }) => id)).toEqual(["site:1", "site:2"]);
  });

  it("keeps both texts of an edited comment and shows the newer one", async () => {
    const known = new MemoryKnown();
    await place(known, [draft("site:1", "RL is unsafe.")]);

    await place(known, [draft("site:1", "RL is often unsafe.", { editedAt: "2025-02-01T00:00:00.000Z" })]);

    expect(known.commentMap.get("site:1")?.text).toBe("RL is often unsafe.");
    const versions = await known.versions(["site:1"]);
    expect(versions.map(({ text, kind }) => [text, kind])).toEqual([
      ["RL is unsafe.", "original"],
      ["RL is often unsafe.", "edit"],
    ]);
  });

  it("does not show an older edit over a newer one", async () => {
    const known = new MemoryKnown();
    await place(known, [draft("site:1", "Third wording.", { editedAt: "2025-03-01T00:00:00.000Z" })]);

    await place(known, [draft("site:1", "Second wording.", { editedAt: "2025-02-01T00:00:00.000Z" })]);

    expect(known.commentMap.get("site:1")?.text).toBe("Third wording.");
    expect(await known.versions(["site:1"])).toHaveLength(2);
  });

  it("keeps the words of a comment that was deleted later, and says that it was", async () => {
    const known = new MemoryKnown();
    await place(known, [draft("site:1", "RL is unsafe.")]);

    await place(known, [draft("site:1", "", { status: "deleted", author: null })]);

    expect(known.commentMap.get("site:1")).toMatchObject({
      text: "RL is unsafe.",
      status: "deleted",
      authorId: "site:ann",
    });
  });

  it("reports an id that occurs twice in one batch with different texts and keeps both", async () => {
    const known = new MemoryKnown();
    const { diagnostics } = await place(known, [
      draft("site:1", "One text."),
      draft("site:1", "Another text."),
    ]);
    expect(diagnostics.map(({ code, place: at }) => [code, at])).toEqual([
      ["import.duplicate-id", "site.txt:site:1"],
    ]);
    expect(await known.versions(["site:1"])).toHaveLength(2);
  });

  it("names a reader who only reacted by their id until they write themselves", async () => {
    const known = new MemoryKnown();
    await place(known, [
      draft("site:1", "RL is unsafe.", {
        reactions: [{ by: "site:bo", kind: "agree", quote: null, sign: 1 }],
      }),
    ]);
    expect(known.authorMap.get("site:bo")?.name).toBe("bo");

    await place(known, [draft("site:2", "Hello.", { author: { id: "site:bo", name: "Bo Lind" } })]);

    expect(known.authorMap.get("site:bo")?.name).toBe("Bo Lind");
  });

  it("keeps the title of a thread that later comments do not repeat", async () => {
    const known = new MemoryKnown();
    const inThread = { threadId: "site:t" };
    await place(known, [
      draft("site:1", "RL is unsafe.", { ...inThread, threadTitle: "Is RL unsafe?" }),
      draft("site:2", "Why?", inThread),
    ]);
    await place(known, [draft("site:3", "Because of search.", inThread)]);
    expect([...known.threadMap.values()]).toEqual([{ id: "site:t", title: "Is RL unsafe?" }]);
  });
});

describe("one comment from two exports", () => {
  const site = source("site");
  const archive = source("archive", { rank: 1 });
  const take = async (known: MemoryKnown, from: typeof site, drafts: readonly IdentifiedDraft[]) => {
    const placed = await placeComments(drafts, from, known, (await known.counts()).nextSeq);
    const change = placed.change.add("save-sources", from).build();
    known.apply(change);
    return change.writes.filter(({ write }) => write !== "save-sources");
  };

  it("is one comment with both places, and the second time nothing new", async () => {
    const known = new MemoryKnown();
    await take(known, site, [draft("site:1", "The weir leaks.")]);
    const further = draft("site:1", "The weir leaks.", { record: "17", field: "body" });
    expect((await take(known, archive, [further])).map(({ write }) => write)).toEqual(["save-versions"]);
    const [version] = await known.versions(["site:1"]);
    expect(version?.origin).toMatchObject({ sourceId: "site", record: "site:1" });
    expect(version?.alsoIn).toMatchObject([{ sourceId: "archive", record: "17", field: "body" }]);
    expect(await known.commentsOfSource("archive")).toEqual(["site:1"]);
    for (const from of [site, archive]) expect(await take(known, from, [further])).toEqual([]);
  });

  it("has the score, status and reactions of its newest source", async () => {
    const known = new MemoryKnown();
    const liked = { by: "site:bo", kind: "agree", quote: null, sign: 1 };
    const old = draft("site:1", "The weir leaks.", { score: 3, reactions: [liked] });
    const late = draft("site:1", "The weir leaks.", { score: 9, status: "retracted" });
    await take(known, site, [old]);
    await take(known, archive, [late]);
    await take(known, site, [old]);
    expect(known.commentMap.get("site:1")).toMatchObject({ score: 9, status: "retracted", reactions: [] });
  });

  it("plans nothing for a comment cut again of which an earlier text had a quote that a person judged", async () => {
    const known = new MemoryKnown();
    const cut = (text: string, quoted: string) => ({
      ...draft("site:1", text, {
        quotes: [{ span: spanIn(text, quoted), how: "guessed", score: 0.9, speaker: null, source: null }],
      }),
      difference: "cut" as const,
    });
    const spanIn = (text: string, words: string) => ({
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
    });
    const [first, second] = ["Dams leak. Never. Rain.", "Never. Dams leak."];
    await place(known, [cut(first, "Dams leak.")]);
    const before = await known.quotes(["site:1"]);
    const [{ version, span, text } = {}] = before;
    const value = {
      commentId: "site:1",
      version,
      span,
      text,
      isQuote: false,
      speaker: null,
      source: null,
      before,
    };
    const target = { kind: "quote", id: before[0]?.id ?? "" } as const;
    const correction = {
      id: "q",
      by: "",
      at: null,
      action: "reject",
      target,
      value: JSON.stringify(value),
    } as const;
    known.apply({ writes: [{ write: "save-corrections", rows: [correction] }] });

    await place(known, [cut(second, "Dams leak.")]);
    // Quotes that a person judged are not stored once the comment is read.
    known.apply({ writes: [{ write: "remove-quotes", rows: [{ commentId: "site:1" }] }] });

    expect((await place(known, [cut(second, "Dams leak.")])).change.writes).toEqual([]);
  });
});
