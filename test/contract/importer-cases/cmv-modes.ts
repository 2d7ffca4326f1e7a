import { cmvModes } from "../../../src/importers/cmv-modes.ts";
import { escapeHtml, escapeMarkdown, fileCase } from "../importer-case.ts";

export const cmvModesCase = fileCase({
  importer: cmvModes,
  wrap: (texts) => {
    const replies = texts.map(
      (text, index) =>
        `<reply id="r${index}" author="ann"><claim id="${index}">${escapeHtml(escapeMarkdown(text))}</claim></reply>\n`,
    );
    return `<?xml version="1.0"?>\n<thread ID="t"><OP author="bo">Hm.</OP>\n${replies.join("")}</thread>\n`;
  },
  breakRecord: null,
  nest: null,
  source: (content) => content,
  holdsWhole: "claims refer to claims that come later",
});
