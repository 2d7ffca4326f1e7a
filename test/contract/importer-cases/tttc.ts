import { parse } from "csv-parse/sync";
import { tttc } from "../../../src/importers/tttc.ts";
import { fileCase } from "../importer-case.ts";

export const tttcCase = fileCase({
  importer: tttc,
  wrap: (texts) =>
    `comment-id,comment-body\n${texts.map((text, index) => `${index},"${text.replaceAll('"', '""')}"\n`).join("")}`,
  breakRecord: (fixture) => fixture.replace(",2,Let", ",,Let"),
  nest: null,
  source: (content, { record, field }) => {
    const [header = [], ...rows]: string[][] = parse(content);
    return rows[Number(record) - 2]?.[header.indexOf(field ?? "")] ?? "";
  },
});
