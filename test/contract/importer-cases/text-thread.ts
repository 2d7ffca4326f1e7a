import { textThread } from "../../../src/importers/text-thread.ts";
import { fileCase } from "../importer-case.ts";

export const textThreadCase = fileCase({
  importer: textThread,
  wrap: (texts) =>
    texts.map((text, index) => `Ada | 2024-03-05T18:02:11Z | #${index + 1}\n\n${text}\n\n`).join(""),
  breakRecord: null,
  nest: null,
  source: (content) => content,
});
