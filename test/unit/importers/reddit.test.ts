import { describe, expect, it } from "vitest";
import { pushshift } from "../../../src/importers/pushshift.ts";
import { reddit } from "../../../src/importers/reddit.ts";
import type { CommentDraft } from "../../../src/model/draft.ts";
import { toOrigin } from "../../../src/text/offset-map.ts";
import { importAll, memoryInput } from "../../support/inputs.ts";

const thing = (kind: string, data: object) => ({ kind, data });
const listing = (...children: readonly object[]) => ({ kind: "Listing", data: { children } });
const plain = { author: "ann", link_id: "t3_p1", parent_id: "t1_c0", created_utc: 1700000000.0 };

const readThings = async (...documents: readonly object[]) =>
  importAll(
    reddit,
    memoryInput(documents.map((one) => JSON.stringify(one)).join("\n"), { pieceBytes: 1000 }),
  );
const readRow = async (row: object): Promise<CommentDraft | undefined> =>
  (await importAll(pushshift, memoryInput(JSON.stringify(row), { pieceBytes: 1000 }))).comments[0];
const readBody = async (body: string, more: object = {}): Promise<CommentDraft | undefined> =>
  (await readThings(listing(thing("t1", { id: "c1", body, ...plain, ...more })))).comments[0];

const quotesOf = (comment: CommentDraft | undefined) =>
  comment?.quotes.map(({ span }) => comment.text.slice(span.start, span.end));

describe("reddit", () => {
  it("keeps apart a post and a comment of one number", async () => {
    const post = thing("t3", { id: "abc", title: "T", selftext: "", author: "ann" });
    const { comments } = await readThings(listing(post, thing("t1", { ...plain, id: "abc", body: "b" })));
    expect(comments.map(({ id }) => id)).toEqual(["reddit.com:t3_abc", "reddit.com:abc"]);
  });

  it("takes the title for the words of a link and the self text for those of a post", async () => {
    const link = thing("t3", { id: "a", title: "Dams &amp; fish", selftext: "", author: "ann" });
    const post = thing("t3", { id: "b", title: "Dams", selftext: "They *must* go.", author: "ann" });
    const { comments } = await readThings(listing(link, post));
    expect(comments).toMatchObject([
      { text: "Dams & fish", field: "title", threadTitle: "Dams & fish", threadId: "reddit.com:t3_a" },
      { text: "They must go.", field: "selftext", threadTitle: "Dams", parentId: null },
    ]);
  });

  it("reads a listing that is escaped and one that is not", async () => {
    const escaped = await readBody("&gt;a &lt; b &amp;amp; c\n\nNo.", {
      body_html: "&lt;div&gt;…&lt;/div&gt;",
    });
    const raw = await readBody(">a < b &amp; c\n\nNo.", { body_html: "<div>…</div>" });
    for (const comment of [escaped, raw]) {
      expect(comment?.text).toBe("a < b & c\n\nNo.");
      expect(quotesOf(comment)).toEqual(["a < b & c"]);
    }
  });

  it("takes entities for words where the rendered text says that nothing is escaped", async () => {
    const comment = await readBody("&gt; is the sign for more.", { body_html: "<div>&gt; is…</div>" });
    expect(comment).toMatchObject({ text: "> is the sign for more.", quotes: [] });
  });

  it("leads from words back through escapes and Markdown", async () => {
    const body = "&gt;a *b* &lt; c\n\nNo.";
    const comment = await readBody(body);
    const start = comment?.text.indexOf("b < c") ?? -1;
    const origin = toOrigin(comment?.offsets ?? [], { start, end: start + 5 });
    expect(body.slice(origin.start, origin.end)).toBe("b* &lt; c");
  });

  it("shows tags as the words they are there", async () => {
    expect((await readBody("If a<b and c>d, use List<T>."))?.text).toBe("If a<b and c>d, use List<T>.");
  });

  it("takes no spoiler for a quote", async () => {
    expect(await readBody("&gt;!The butler.!&lt;")).toMatchObject({ text: "The butler.", quotes: [] });
  });

  it.each([
    ["[deleted]", "[deleted]", "deleted", null],
    ["[removed]", "ann", "removed", "reddit.com:ann"],
    ["[ Removed by Reddit ]", "ann", "removed", "reddit.com:ann"],
    ["[unavailable]", "[unavailable]", "hidden", null],
  ])("keeps a tombstone for %s", async (body, author, status, by) => {
    const comment = await readBody(body, { author });
    expect(comment).toMatchObject({ text: "", status, parentId: "reddit.com:c0" });
    expect(comment?.author?.id ?? null).toBe(by);
  });

  it("keeps the words of somebody whose account is gone", async () => {
    expect(await readBody("I stay.", { author: "[deleted]" })).toMatchObject({
      author: null,
      text: "I stay.",
      status: "live",
    });
  });

  it("knows that a post was taken down from its category", async () => {
    const post = { id: "a", title: "T", selftext: "words", author: "ann", removed_by_category: "moderator" };
    expect((await readThings(listing(thing("t3", post)))).comments[0]?.status).toBe("removed");
  });

  it.each([
    ["the command", "You are right. !delta", "all", true],
    ["the sign, at home", "∆ for the part on fish.", "changemyview", true],
    ["the letter in another subreddit", "Δ is a river mouth.", "geography", false],
    ["a word that only begins like the command", "!deltas are nice", "all", false],
    ["a quoted award", "> !delta\n\nWhy did you give that?", "changemyview", false],
    ["an award in code", "Write `!delta` to award it.", "changemyview", false],
  ])("tells an award from %s", async (_, body, subreddit, isAward) => {
    const comment = await readBody(body, { subreddit });
    const delta = { by: "reddit.com:ann", kind: "delta", quote: null, sign: 1 };
    expect(comment?.reactions).toEqual(isAward ? [delta] : []);
  });

  it("takes no award from the bot, or for the post", async () => {
    const subreddit = "changemyview";
    expect((await readBody("1 ∆ awarded.", { subreddit, author: "DeltaBot" }))?.reactions).toEqual([]);
    expect((await readBody("!delta", { subreddit, parent_id: "t3_p1" }))?.reactions).toEqual([]);
  });

  it("counts what the site left out", async () => {
    const more = thing("more", { id: "x", count: 7, children: ["x", "y"] });
    const { diagnostics } = await readThings(listing(thing("t1", { id: "c1", body: "a", ...plain }), more));
    expect(diagnostics).toMatchObject([{ severity: "note", message: expect.stringContaining("7 behind") }]);
  });

  it("gives the time of an edit where there is one", async () => {
    expect((await readBody("a", { edited: 1700000100 }))?.editedAt).toBe("2023-11-14T22:15:00.000Z");
    expect((await readBody("a", { edited: true }))?.editedAt).toBeNull();
  });

  it("warns of what is no time and keeps the comment", async () => {
    const { comments, diagnostics } = await readThings(
      listing(thing("t1", { id: "c1", body: "a", ...plain, created_utc: "yesterday" })),
    );
    expect(comments).toMatchObject([{ createdAt: null }]);
    expect(diagnostics).toMatchObject([{ severity: "warning", commentId: "reddit.com:c1" }]);
  });

  it("takes the host that the user names", async () => {
    const text = JSON.stringify(listing(thing("t1", { id: "c1", body: "a", ...plain })));
    const { comments } = await importAll(reddit, memoryInput(text), { host: "mine", isHostGiven: true });
    expect(comments[0]).toMatchObject({ id: "mine:c1", threadId: "mine:t3_p1" });
  });
});

describe("a comment on Reddit and in an archive", () => {
  it("is one comment, whichever of the two gives it", async () => {
    const shared = { ...plain, id: "c1", subreddit: "all", score: 3 };
    const site = thing("t1", {
      ...shared,
      name: "t1_c1",
      body: ">a < b & c\n\nNo.",
      body_html: "<div></div>",
    });
    const [fromSite] = (await readThings(listing(site))).comments;
    const fromArchive = await readRow({ ...shared, body: "&gt;a &lt; b &amp; c\n\nNo." });
    expect({ ...fromArchive, offsets: [] }).toEqual({ ...fromSite, offsets: [] });
    expect(fromArchive?.offsets).not.toEqual(fromSite?.offsets);
  });
});

describe("pushshift", () => {
  const row = { id: "c1", body: "words", author: "ann", link_id: "t3_p1", subreddit: "all" };

  it.each([
    ["with a prefix", "t1_c0", "reddit.com:c0"],
    ["that is the post", "t3_p1", "reddit.com:t3_p1"],
    ["without a prefix", "c0", "reddit.com:c0"],
    ["without a prefix, that is the post", "p1", "reddit.com:t3_p1"],
    ["as a number", Number.parseInt("kx81", 36), "reddit.com:kx81"],
    ["that is not said", null, "reddit.com:t3_p1"],
  ])("finds a parent %s", async (_, parent, id) => {
    expect((await readRow({ ...row, parent_id: parent }))?.parentId).toBe(id);
  });

  it("reads a row that went through a table", async () => {
    const { comments, diagnostics } = await importAll(
      pushshift,
      memoryInput(JSON.stringify({ ...row, score: "-12", edited: "False" })),
    );
    expect(comments).toMatchObject([{ score: -12, editedAt: null }]);
    expect(diagnostics).toEqual([]);
  });

  it("reads a time in digits", async () => {
    expect((await readRow({ ...row, created_utc: "1700000000" }))?.createdAt).toBe(
      "2023-11-14T22:13:20.000Z",
    );
  });

  it.each([
    [{ was_deleted_later: true, removal_type: "deleted" }, "deleted"],
    [{ was_deleted_later: true, removal_type: "removed by reddit" }, "removed"],
    [{ was_initially_deleted: true, removal_type: "removed" }, "live"],
    [{ is_edited: true, retrieved_2nd_on: 1700000000 }, "live"],
  ])("keeps the words and reads from %j what became of them", async (_meta, status) => {
    expect(await readRow({ ...row, _meta })).toMatchObject({ text: "words", status });
  });

  it("reads what a search of an archive answers, and no post that another one repeats", async () => {
    const post = { id: "p1", title: "T", selftext: "s", author: "ann", subreddit: "all" };
    const answer = { data: [row, { ...post, crosspost_parent_list: [{ ...post, id: "p0" }] }] };
    const { comments } = await importAll(pushshift, memoryInput(JSON.stringify(answer)));
    expect(comments.map(({ record }) => record)).toEqual(["c1", "t3_p1"]);
    const { comments: same } = await importAll(
      pushshift,
      memoryInput(answer.data.map((one) => JSON.stringify(one)).join("\n")),
    );
    expect(same).toEqual(comments);
  });

  it("says which line holds no comment", async () => {
    const text = `${JSON.stringify(row)}\n{"id":"u1","karma":5}\n${JSON.stringify({ ...row, body: 5 })}\n`;
    const { comments, diagnostics } = await importAll(pushshift, memoryInput(text, { name: "RC.ndjson" }));
    expect(comments).toHaveLength(1);
    expect(diagnostics).toMatchObject([
      { severity: "warning", place: "RC.ndjson:2" },
      { severity: "error", place: "RC.ndjson:3", message: expect.stringContaining("body") },
    ]);
  });
});
