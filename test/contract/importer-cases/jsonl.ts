import { jsonl } from "../../../src/importers/jsonl.ts";
import { fileCase } from "../importer-case.ts";

export const jsonlCase = fileCase({
  importer: jsonl,
  wrap: (texts) => texts.map((text, index) => `${JSON.stringify({ id: index + 1, text })}\n`).join(""),
  breakRecord: (fixture) => fixture.replace('{"id":2,', '{"id":2 '),
  nest: null,
  source: (content, { record }) => {
    const line: { text: string } = JSON.parse(content.split("\n")[Number(record) - 1] ?? "");
    return line.text;
  },
});
