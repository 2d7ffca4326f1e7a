import { describe, expect, it } from "vitest";
import { readAutop } from "../../../src/importers/wordpress/autop.ts";
import { wordpress } from "../../../src/importers/wordpress.ts";
import { toOrigin } from "../../../src/text/offset-map.ts";
import { importAll, memoryInput } from "../../support/inputs.ts";

describe("a text of WordPress", () => {
  it.each([
    ["One.\nTwo.\n\nThree.", "One.\nTwo.\n\nThree."],
    ["<p>One</p>\n<p>Two</p>", "One\n\nTwo"],
    ["<ul>\n<li>a</li>\n<li>b</li>\n</ul>\nAfter", "- a\n- b\n\nAfter"],
    ["<pre>a\n\nb</pre>\nc", "a\n\nb\n\nc"],
    ["<!-- wp:paragraph -->\n<p>One\ntwo</p>\n<!-- /wp:paragraph -->", "One two"],
    ["a < b\nc", "a < b\nc"],
  ])("breaks lines as the blog shows them: %j", (source, text) => {
    expect(readAutop(source).text).toBe(text);
  });

  it("leads back to its source across the breaks", () => {
    const source = "One &amp; <b>two</b>\r\nthree\r\n\r\nfour";
    const { text, offsets } = readAutop(source);
    for (const word of ["One", "two", "three", "four"]) {
      const start = text.indexOf(word);
      const origin = toOrigin(offsets, { start, end: start + word.length });
      expect(source.slice(origin.start, origin.end)).toBe(word);
    }
  });
});

describe("comments of a blog as JSON", () => {
  const read = (pages: unknown) =>
    importAll(wordpress, memoryInput(JSON.stringify(pages), { name: "comments.json" }));

  it("are numbered within their page, and answer each other there", async () => {
    const comments = [
      { id: 0, author: "Ann", text: "*One*.", created: "2024-05-01 10:00:00", website: "" },
      { id: 1, parent: 0, author: "", text: "Two.", created: 1714557600 },
    ];
    const imported = await read([{ id: "/a/", title: "Nuts+%26+bolts", comments }]);
    expect(
      imported.comments.map(({ id, parentId, text, createdAt, author }) => [
        id,
        parentId,
        text,
        createdAt,
        author?.name,
      ]),
    ).toEqual([
      ["site:/a/#0", null, "One.", "2024-05-01T10:00:00.000Z", "Ann"],
      ["site:/a/#1", "site:/a/#0", "Two.", "2024-05-01T10:00:00.000Z", undefined],
    ]);
    expect(imported.comments[0]?.threadTitle).toBe("Nuts & bolts");
  });

  it("are read beside one that is broken", async () => {
    const imported = await read([{ id: "/a/", title: "A", comments: [{ id: 0 }, { id: 1, text: "Two." }] }]);
    expect(imported.comments.map(({ text }) => text)).toEqual(["Two."]);
    expect(imported.diagnostics).toMatchObject([
      { code: "import.record-invalid", place: "comments.json#/0/comments/0" },
    ]);
  });
});
