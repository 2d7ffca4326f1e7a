import { argdown } from "../../../src/importers/argdown.ts";
import { escapeMarkdown, fileCase } from "../importer-case.ts";

export const argdownCase = fileCase({
  importer: argdown,
  wrap: (texts) =>
    `[T]: Thesis.\n${texts.map((text, index) => `  + <A${index}>: ${escapeMarkdown(text)}\n`).join("")}`,
  breakRecord: (fixture) =>
    fixture.replace("_ Learning better does not matter on days of tests.", "_ #only-a-tag"),
  // Depth is indentation: 100,000 levels would be five billion blanks.
  nest: null,
  source: (content) => content,
  holdsWhole: "titles are put in words before and after they are named",
});
