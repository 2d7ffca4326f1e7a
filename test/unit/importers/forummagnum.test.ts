import { describe, expect, it } from "vitest";
import { forummagnum } from "../../../src/importers/forummagnum.ts";
import type { ImportOptions } from "../../../src/importers/importer.ts";
import type { CommentDraft } from "../../../src/model/draft.ts";
import { importAll, memoryInput } from "../../support/inputs.ts";

const read = (document: unknown, options: Partial<ImportOptions> = {}) =>
  importAll(
    forummagnum,
    memoryInput(typeof document === "string" ? document : JSON.stringify(document), { pieceBytes: 1000 }),
    options,
  );
const comment = {
  _id: "cAbcdefghijklmn01",
  postId: "pAbcdefghijklmn01",
  parentCommentId: null,
  postedAt: "2024-01-01T00:00:00.000Z",
  user: { _id: "uAnn", slug: "ann", username: "ann", displayName: "Ann" },
  contents: { html: "<p>Words.</p>" },
};
const readOne = async (changes: object, options: Partial<ImportOptions> = {}) =>
  (await read({ data: { comments: { results: [{ ...comment, ...changes }] } } }, options)).comments[0];

describe("forummagnum", () => {
  it.each([
    ["the legacy query", { data: { comments: { results: [comment] } } }],
    ["the modern query", { data: { comments: { results: [comment], totalCount: 1 } } }],
    ["a query of one comment", { data: { comment: { result: comment } } }],
    ["a bare list", [comment]],
    ["comments in their post", { _id: "p", title: "T", contents: { html: "<p>P</p>" }, comments: [comment] }],
  ])("reads what %s answers", async (_, document) => {
    const { comments } = await read(document);
    expect(comments[0]).toMatchObject({ id: `lesswrong.com:${comment._id}`, text: "Words." });
  });

  it("reads a dump with a record a line", async () => {
    const { comments } = await read(
      `${JSON.stringify(comment)}\n${JSON.stringify({ ...comment, _id: "c2" })}`,
    );
    expect(comments.map(({ record }) => record)).toEqual([comment._id, "c2"]);
  });

  it.each([
    ["https://www.lesswrong.com/posts/p/s?commentId=c", "lesswrong.com"],
    ["https://www.alignmentforum.org/posts/p/s?commentId=c", "lesswrong.com"],
    ["https://www.greaterwrong.com/posts/p/s/comment/c", "lesswrong.com"],
    ["https://forum.effectivealtruism.org/posts/p/s?commentId=c", "forum.effectivealtruism.org"],
    ["https://ea.greaterwrong.com/posts/p/s/comment/c", "forum.effectivealtruism.org"],
    ["https://progressforum.org/posts/p/s?commentId=c", "progressforum.org"],
  ])("knows the site of %s", async (pageUrl, site) => {
    expect(await readOne({ pageUrl })).toMatchObject({ id: `${site}:${comment._id}`, url: pageUrl });
  });

  it("says that it took a site for granted, except where the user names one", async () => {
    const { diagnostics } = await read([comment]);
    expect(diagnostics).toMatchObject([{ severity: "note", message: expect.stringContaining("--source") }]);
    const { comments, diagnostics: none } = await read([comment], { host: "mine", isHostGiven: true });
    expect(comments[0]?.id).toBe(`mine:${comment._id}`);
    expect(none).toEqual([]);
  });

  it.each([
    ["a comment", { parentCommentId: "c0", parentAnswerId: "a0" }, "lesswrong.com:c0"],
    ["the answer it stands under", { parentAnswerId: "a0" }, "lesswrong.com:a0"],
    ["the post, as an answer", { answer: true }, `lesswrong.com:${comment.postId}`],
    ["the post, as a turn of a dialogue", { debateResponse: true }, `lesswrong.com:${comment.postId}`],
    ["nobody, as a quick take", { shortform: true }, null],
    ["a quick take", { shortform: true, parentCommentId: "c0" }, "lesswrong.com:c0"],
    ["nobody, on a tag", { postId: null, tagId: "t0" }, null],
  ])("finds that a comment answers %s", async (_, changes, parentId) => {
    expect((await readOne(changes))?.parentId).toBe(parentId);
  });

  it("puts a comment on a tag under the tag", async () => {
    const tagged = { postId: null, post: null, tagId: "t0", tag: { _id: "t0", name: "Dams" } };
    expect(await readOne(tagged)).toMatchObject({ threadId: "lesswrong.com:t0", threadTitle: "Dams" });
  });

  it.each([
    ["contents.html", { contents: { html: "<p>A</p>", markdown: "b" } }, "A"],
    ["contents.markdown", { contents: { markdown: "**b**", plaintextMainText: "c" } }, "b"],
    ["contents.agentMarkdown", { contents: { agentMarkdown: "*b*" } }, "b"],
    ["htmlBody", { contents: undefined, htmlBody: "<p>B</p>" }, "B"],
    [
      "contents.originalContents.data",
      { contents: { originalContents: { type: "markdown", data: "_b_" } } },
      "b",
    ],
  ])("takes the words from %s", async (field, changes, text) => {
    expect(await readOne(changes)).toMatchObject({ field, text });
  });

  it.each([
    ["contents", { contents: { plaintextMainText: "Words without quotes." } }],
    ["the comment", { contents: undefined, plaintextMainText: "Words without quotes." }],
  ])("refuses the plain text of %s, which lacks quotes", async (_, changes) => {
    const { comments, diagnostics } = await read([comment, { ...comment, _id: "c2", ...changes }]);
    expect(comments).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({
      severity: "error",
      commentId: "lesswrong.com:c2",
      message: expect.stringContaining("plaintextMainText"),
    });
  });

  it("says so where the query asked for no text", async () => {
    const { diagnostics } = await read([comment, { ...comment, _id: "c2", contents: undefined }]);
    expect(diagnostics[0]).toMatchObject({ severity: "error", message: expect.stringContaining("contents") });
  });

  it.each([
    ["deleted", { deleted: true }, "deleted", ""],
    ["deleted in public", { deletedPublic: true, contents: null }, "deleted", ""],
    ["retracted", { retracted: true }, "retracted", "Words."],
    ["rejected", { rejected: true }, "hidden", "Words."],
    ["spam", { spam: true }, "removed", "Words."],
    ["not to be read", { contents: null }, "hidden", ""],
    ["empty", { contents: { html: "" } }, "live", ""],
  ])("keeps a comment that is %s", async (_, changes, status, text) => {
    expect(await readOne(changes)).toMatchObject({
      status,
      text,
      parentId: `lesswrong.com:${comment.postId}`,
    });
  });

  it.each([
    ["by account", {}, { id: "lesswrong.com:uAnn", name: "Ann" }],
    [
      "by the name in addresses",
      { user: { slug: "ann", displayName: "Ann" } },
      { id: "lesswrong.com:ann", name: "Ann" },
    ],
    [
      "of an account that is gone",
      { user: null, userId: "uAnn", author: "Ann" },
      { id: "lesswrong.com:uAnn", name: "Ann" },
    ],
    [
      "by no more than an id",
      { user: undefined, userId: "uAnn" },
      { id: "lesswrong.com:uAnn", name: "uAnn" },
    ],
    ["whom the site hides", { hideAuthor: true }, null],
    ["who is unknown", { user: null }, null],
  ])("names an author %s", async (_, changes, author) => {
    expect((await readOne(changes))?.author).toEqual(author);
  });

  it("takes an edit for one only when it came later", async () => {
    expect((await readOne({ lastEditedAt: comment.postedAt }))?.editedAt).toBeNull();
    expect((await readOne({ lastEditedAt: "2024-01-02T00:00:00Z" }))?.editedAt).toBe(
      "2024-01-02T00:00:00.000Z",
    );
  });

  it("reads each react as a judgement, which an anti-react reverses", async () => {
    const reacts = {
      disagree: [
        { userId: "uBo", reactType: "created", quotes: ["Words", "ords."] },
        { userId: "uCy", reactType: "disagreed", quotes: ["Words"] },
      ],
      betTrue: [{ userId: "uBo", reactType: "seconded" }],
      crux: [{ userId: "uBo", reactType: "disagreed", quotes: [] }],
      "1percent": [{ displayName: "Dee" }],
    };
    expect((await readOne({ extendedScore: { agreement: 4, reacts } }))?.reactions).toEqual([
      { by: "lesswrong.com:uBo", kind: "disagree", quote: "Words", sign: -1 },
      { by: "lesswrong.com:uBo", kind: "disagree", quote: "ords.", sign: -1 },
      { by: "lesswrong.com:uCy", kind: "disagree", quote: "Words", sign: 1 },
      { by: "lesswrong.com:uBo", kind: "betTrue", quote: null, sign: 1 },
      { by: "lesswrong.com:uBo", kind: "crux", quote: null, sign: 0 },
      { by: "lesswrong.com:Dee", kind: "1percent", quote: null, sign: -1 },
    ]);
  });

  it("keeps the comment of which a react cannot be read, and says so", async () => {
    const extendedScore = { reacts: { agree: [7, { userId: "uBo" }] } };
    const { comments, diagnostics } = await read([{ ...comment, extendedScore }]);
    expect(comments[0]?.reactions).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({
      severity: "warning",
      message: expect.stringContaining("1 reaction"),
    });
  });

  it("takes the title of a link for its words", async () => {
    const post = {
      _id: "p1",
      title: "Dams & fish",
      slug: "dams",
      postedAt: comment.postedAt,
      contents: { html: "" },
    };
    expect((await read({ data: { post: { result: post } } })).comments).toMatchObject([
      { text: "Dams & fish", field: "title", url: "https://www.lesswrong.com/posts/p1/dams", parentId: null },
    ]);
  });

  it("takes users, revisions and the posts that comments mention for no records", async () => {
    const document = [
      {
        ...comment,
        contents: { _id: "r1", html: "<p>Words.</p>" },
        post: { _id: "p1", title: "T", postedAt: "2024-01-01" },
      },
      { _id: "u1", slug: "ann", displayName: "Ann" },
    ];
    const { comments } = await read(document);
    expect(comments.map(({ record }) => record)).toEqual([comment._id]);
  });
});

describe("the alignment research dataset", () => {
  const url = "https://www.lesswrong.com/posts/dEmoPost0000000A1/dams";
  const row = {
    title: "Dams",
    authors: "Bo",
    date_published: "2024-03-05T16:00:00",
    score: "88",
    url,
    text: "Keep *them*.",
  };
  const reply = {
    id: "c1",
    authors: "Ann",
    score: "3",
    url: `${url}?commentId=c1`,
    date_published: "2024-03-05T18:00:00",
  };
  const quotesOf = ({ text, quotes }: CommentDraft) =>
    quotes.map(({ span }) => text.slice(span.start, span.end));

  it("reads comments that are nested in their post, with the one line of a quote that is marked", async () => {
    const inner = { ...reply, id: "c2", authors: "Bo", text: "> Why not?\nBecause of fish.", comments: [] };
    const { comments } = await read({
      ...row,
      comments: [{ ...reply, text: "Why not?", comments: [inner] }],
    });
    expect(comments).toMatchObject([
      {
        id: "lesswrong.com:dEmoPost0000000A1",
        parentId: null,
        text: "Keep *them*.",
        score: 88,
        threadTitle: "Dams",
      },
      {
        id: "lesswrong.com:c1",
        parentId: "lesswrong.com:dEmoPost0000000A1",
        createdAt: "2024-03-05T18:00:00.000Z",
      },
      { id: "lesswrong.com:c2", parentId: "lesswrong.com:c1", text: "Why not?\nBecause of fish." },
    ]);
    expect(comments.map(quotesOf)).toEqual([[], [], ["Why not?"]]);
  });

  it("reads posts without comments as Markdown, under the ids of their sites", async () => {
    const rows = [
      { ...row, id: "0f3c", authors: ["Bo", "Cy"], karma: 5 },
      { ...row, id: "77aa", url: "https://arxiv.org/abs/1234.5678", authors: [] },
    ];
    const { comments } = await read(rows.map((one) => JSON.stringify(one)).join("\n"));
    expect(comments).toMatchObject([
      { id: "lesswrong.com:dEmoPost0000000A1", text: "Keep them.", score: 5, author: { name: "Bo, Cy" } },
      { id: "arxiv.org:77aa", text: "Keep them.", author: null },
    ]);
  });
});
