import { describe, expect, it } from "vitest";
import { jsonl } from "../../../src/importers/jsonl.ts";
import { toOrigin } from "../../../src/text/offset-map.ts";
import { importAll, memoryInput } from "../../support/inputs.ts";

const read = (
  lines: readonly (string | object)[],
  options: { maxRecordBytes?: number; name?: string } = {},
) => {
  const content = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  const { name = "dump.jsonl", ...rest } = options;
  return importAll(jsonl, memoryInput(content, { name, pieceBytes: 100 }), rest);
};

describe("jsonl", () => {
  it("asks only for an id and a text", async () => {
    const { comments, diagnostics } = await read([{ id: "1", text: "Hello." }]);
    expect(diagnostics).toEqual([]);
    expect(comments[0]).toMatchObject({
      id: "site:1",
      author: null,
      threadId: null,
      parentId: null,
      createdAt: null,
      status: "live",
      quotes: [],
      record: "1",
      field: "text",
      offsets: [0, 0, 6],
    });
  });

  it("takes an empty id of a parent or a thread for none", async () => {
    const { comments, diagnostics } = await importAll(
      jsonl,
      memoryInput('{"id":"1","text":"A claim.","parentId":"","threadId":"","author":{"id":"","name":"Ann"}}'),
    );
    expect(diagnostics).toEqual([]);
    expect(comments).toMatchObject([{ parentId: null, threadId: null, author: { name: "Ann" } }]);
  });

  it("reads lines after > as a quote unless the text is said to be plain", async () => {
    const source = "> It  holds.\r\n>\r\n> Since 1954.\r\n\r\nBy luck.";
    const record = { id: "1", text: source };
    const { comments } = await importAll(
      jsonl,
      memoryInput(`${JSON.stringify(record)}\n${JSON.stringify({ ...record, id: "2", markup: "plain" })}\n`),
    );
    const [quoting, plain] = comments;
    expect(quoting?.text).toBe("It  holds.\n\nSince 1954.\n\nBy luck.");
    expect(quoting?.quotes.map(({ span }) => quoting.text.slice(span.start, span.end))).toEqual([
      "It  holds.\n\nSince 1954.",
    ]);
    const place = toOrigin(quoting?.offsets ?? [], { start: 12, end: 23 });
    expect(source.slice(place.start, place.end)).toBe("Since 1954.");
    expect(plain).toMatchObject({ text: source.replaceAll("\r\n", "\n"), quotes: [] });
  });

  it("puts the host before the ids of comments, parents, threads, authors and quoted comments", async () => {
    const { comments } = await read([
      {
        id: 7,
        threadId: "t",
        parentId: "6",
        author: "Ann",
        text: "abc",
        quotes: [{ start: 0, end: 2, sourceId: "5", sourceAuthor: "Bo" }],
      },
    ]);
    expect(comments[0]).toMatchObject({
      id: "site:7",
      threadId: "site:t",
      parentId: "site:6",
      author: { id: "site:Ann", name: "Ann" },
      quotes: [{ span: { start: 0, end: 2 }, how: "header", speaker: "Bo", source: "site:5" }],
    });
  });

  it("reads the rest when lines are broken, and says which", async () => {
    const { comments, diagnostics } = await read([
      { id: "1", text: "a" },
      "{broken",
      "",
      "[1]",
      { id: "2" },
      { id: "3", text: "c" },
    ]);
    expect(comments.map(({ id }) => id)).toEqual(["site:1", "site:3"]);
    expect(diagnostics.map(({ code, severity, place }) => [code, severity, place])).toEqual([
      ["import.record-invalid", "error", "dump.jsonl:2"],
      ["import.record-invalid", "error", "dump.jsonl:4"],
      ["import.record-invalid", "error", "dump.jsonl:5"],
    ]);
    expect(diagnostics[2]?.message).toBe("text: is missing");
  });

  it("skips a line that is too long, with its place and length", async () => {
    const long = { id: "2", text: "x".repeat(500) };
    const { comments, diagnostics } = await read([{ id: "1", text: "a" }, long, { id: "3", text: "c" }], {
      maxRecordBytes: 200,
    });
    expect(comments.map(({ id }) => id)).toEqual(["site:1", "site:3"]);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: "import.record-too-large",
        place: "dump.jsonl:2",
        message: expect.stringContaining(String(JSON.stringify(long).length)),
      }),
    ]);
  });

  it("skips a line that is not UTF-8 and says at which byte", async () => {
    const content = Buffer.concat([
      Buffer.from('{"id":"1","text":"a"}\n{"id":"2","text":"'),
      Buffer.from([0xe9]),
      Buffer.from('"}\n{"id":"3","text":"c"}'),
    ]);
    const { comments, diagnostics } = await importAll(jsonl, memoryInput(content, { name: "d.jsonl" }));
    expect(comments.map(({ id }) => id)).toEqual(["site:1", "site:3"]);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: "import.encoding",
        place: "d.jsonl:2",
        message: expect.stringContaining("byte 40 "),
      }),
    ]);
  });

  it("names each unknown field once, with its first place and count", async () => {
    const { diagnostics } = await read([
      { id: "1", text: "a" },
      { id: "2", text: "b", karma: 1, author: { name: "A", slug: "a" } },
      { id: "3", text: "c", karma: 2, constructor: 1 },
    ]);
    expect(diagnostics.map(({ code, severity, place, message }) => [code, severity, place, message])).toEqual(
      [
        [
          "import.field-unknown",
          "warning",
          "dump.jsonl:2",
          'the field "karma" is not known and was left out, 2 times',
        ],
        [
          "import.field-unknown",
          "warning",
          "dump.jsonl:2",
          'the field "author.slug" is not known and was left out, once',
        ],
        [
          "import.field-unknown",
          "warning",
          "dump.jsonl:3",
          'the field "constructor" is not known and was left out, once',
        ],
      ],
    );
  });

  it("keeps a comment whose time cannot be read, without the time", async () => {
    const { comments, diagnostics } = await read([
      { id: "1", text: "a", createdAt: "last week", editedAt: 1614849300 },
    ]);
    expect(comments[0]).toMatchObject({ createdAt: null, editedAt: "2021-03-04T09:15:00.000Z" });
    expect(diagnostics).toEqual([
      expect.objectContaining({
        severity: "warning",
        commentId: "site:1",
        message: expect.stringContaining("createdAt"),
      }),
    ]);
  });

  it("drops a quote that lies outside its text and keeps the others", async () => {
    const { comments, diagnostics } = await read([
      {
        id: "1",
        text: "abc",
        quotes: [
          { start: 0, end: 3 },
          { start: 1, end: 4 },
          { start: 2, end: 2 },
        ],
      },
    ]);
    expect(comments[0]?.quotes.map(({ span }) => span)).toEqual([{ start: 0, end: 3 }]);
    expect(diagnostics.map(({ code, commentId }) => [code, commentId])).toEqual([
      ["import.span-invalid", "site:1"],
      ["import.span-invalid", "site:1"],
    ]);
  });

  it("counts given quotes in the field as it stands, and joins them with those of the markup", async () => {
    const text = "> *old* words\n\nmine\n\n> more";
    const { comments } = await read([
      { id: "1", markup: "md", text, quotes: [{ start: 2, end: 13, sourceId: "0" }] },
    ]);
    const [comment] = comments;
    expect(comment?.text).toBe("old words\n\nmine\n\nmore");
    expect(comment?.quotes.map(({ span, how }) => [comment.text.slice(span.start, span.end), how])).toEqual([
      ["old words", "header"],
      ["more", "markup"],
    ]);
  });

  it("leads from the words of a marked-up comment to its field", async () => {
    const text = "a **bold** claim\r\n\r\nand <b>more</b>";
    const { comments } = await read([{ id: "1", markup: "md", text }]);
    const [comment] = comments;
    if (!comment) throw new Error("no comment");
    for (const words of ["bold", "claim", "more"]) {
      const start = comment.text.indexOf(words);
      const origin = toOrigin(comment.offsets, { start, end: start + words.length });
      expect(text.slice(origin.start, origin.end)).toBe(words);
    }
  });

  it("replaces what no store keeps, without moving a span", async () => {
    const { comments } = await importAll(
      jsonl,
      memoryInput('{"id":"1","text":"a\\u0000b\\ud800c \\ud83d\\ude00","quotes":[{"start":4,"end":5}]}'),
    );
    expect(comments[0]?.text).toBe("a\ufffdb\ufffdc 😀");
    expect(comments[0]?.quotes[0]?.span).toEqual({ start: 4, end: 5 });
  });

  it("keeps markup that cannot be read as plain text and says so", async () => {
    const text = `${">".repeat(10_000)}a`;
    const { comments, diagnostics } = await read([{ id: "1", markup: "md", text }]);
    expect(comments[0]?.text).toBe(text);
    expect(diagnostics).toEqual([
      expect.objectContaining({ code: "import.record-invalid", severity: "warning", commentId: "site:1" }),
    ]);
  });
});
