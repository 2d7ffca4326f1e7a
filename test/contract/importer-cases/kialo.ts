import { kialo } from "../../../src/importers/kialo.ts";
import { escapeMarkdown, fileCase } from "../importer-case.ts";

export const kialoCase = fileCase({
  importer: kialo,
  wrap: (texts) =>
    `1. Thesis.\n${texts.map((text, index) => `1.${index + 1}. Pro: ${escapeMarkdown(text)}\n`).join("")}`,
  breakRecord: (fixture) => fixture.replace("A show by the town gives the same joy.", ""),
  // The number of a reply names all that is above it, so a file of deep replies is longer than any tree is deep.
  nest: null,
  source: (content) => content,
  holdsWhole: "pointers lead to claims that come later",
});
