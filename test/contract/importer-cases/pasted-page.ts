import { pastedPage } from "../../../src/importers/pasted-page.ts";
import { fileCase } from "../importer-case.ts";

export const pastedPageCase = fileCase({
  importer: pastedPage,
  wrap: (texts) =>
    texts.map((text, index) => `Ada\nMar 5, 2024\n#${index + 1}\n\n${text}\n\nReply\nShare\n\n`).join(""),
  breakRecord: null,
  nest: null,
  source: (content) => content,
  holdsWhole: "a page is one record",
});
