import { parse } from "csv-parse/sync";
import { csv } from "../../../src/importers/csv.ts";
import { fileCase } from "../importer-case.ts";

export const csvCase = fileCase({
  importer: csv,
  wrap: (texts) =>
    `id,author,markup,text\n${texts.map((text, index) => `${index},ann,plain,"${text.replaceAll('"', '""')}"\n`).join("")}`,
  // The row ends before its text.
  breakRecord: (fixture) => fixture.replace(/^22,.*$/mu, ",18,ada"),
  nest: null,
  source: (content, { record, field }) => {
    const [header = [], ...rows]: string[][] = parse(content, { relax_column_count: true });
    const cell = rows[Number(record) - 2]?.[header.indexOf(field ?? "")];
    return cell ?? "";
  },
});
