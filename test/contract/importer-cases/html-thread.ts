import { htmlThread } from "../../../src/importers/html-thread.ts";
import { escapeHtml, fileCase } from "../importer-case.ts";

export const htmlThreadCase = fileCase({
  importer: htmlThread,
  wrap: (texts) =>
    `<!doctype html><body>${texts
      .map((text, index) => `<article id="c${index}" data-author="Ada"><p>${escapeHtml(text)}</p></article>`)
      .join("\n")}</body>`,
  breakRecord: null,
  nest: (depth) =>
    `<!doctype html><body>${Array.from(
      { length: depth },
      (_, index) => `<div class="comment" id="c${index}" data-author="Ada"><p>Reply ${index}.</p>`,
    ).join("")}`,
  source: (content) => content,
  holdsWhole: "a page is one record",
});
