import { forummagnumMarkdown } from "../../../src/importers/forummagnum-markdown.ts";
import { escapeMarkdown, fileCase } from "../importer-case.ts";

export const forummagnumMarkdownCase = fileCase({
  importer: forummagnumMarkdown,
  wrap: (texts) => texts.map((text, index) => commentOf(index, escapeMarkdown(text))).join("\n\n"),
  breakRecord: (fixture) =>
    fixture.replace("[Per](/users/per)\n", "[Per](/users/per)\n\nHere something is lost.\n"),
  nest: null,
  source: (content) => content,
  holdsWhole: "a page is one record",
});

function commentOf(index: number, body: string): string {
  const path = `/posts/p1/tea-or-coffee/comment/c${index}`;
  const facts = ["*   2024-01-01T00:00:00.000Z", "*   Karma: 1", `*   HTML permalink: [${path}](${path})`];
  const text = body.split("\n").map((line) => `\t${line}`);
  return ["### Comment by [Ann](/users/ann)", "", ...facts, "", ...text].join("\n");
}
