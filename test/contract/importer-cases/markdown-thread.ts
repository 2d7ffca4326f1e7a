import { markdownThread } from "../../../src/importers/markdown-thread.ts";
import { escapeMarkdown, fileCase } from "../importer-case.ts";

export const markdownThreadCase = fileCase({
  importer: markdownThread,
  wrap: (texts) =>
    texts
      .map((text, index) => `## Ada — 2024-03-05 {#c${index + 1}}\n\n${escapeMarkdown(text)}\n\n`)
      .join(""),
  breakRecord: null,
  nest: null,
  source: (content) => content,
  holdsWhole: "a page is one record",
});
