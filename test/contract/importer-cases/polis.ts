import { parse } from "csv-parse/sync";
import { polis } from "../../../src/importers/polis.ts";
import { folderCase } from "../importer-case.ts";

const statements = "comments.csv";

export const polisCase = folderCase({
  importer: polis,
  wrap: (texts) => ({
    [statements]: `comment-id,author-id,comment-body\n${texts
      .map((text, index) => `${index},1,"${text.replaceAll('"', '""')}"\n`)
      .join("")}`,
  }),
  breakRecord: (fixture) => ({
    ...fixture,
    [statements]: fixture[statements]?.replace("2023,1,2,1,2", "2023,,2,1,2") ?? "",
  }),
  nest: null,
  source: (content, { record, field }) => {
    const [header = [], ...rows]: string[][] = parse(content[statements] ?? "");
    return rows[Number(record) - 2]?.[header.indexOf(field ?? "")] ?? "";
  },
});
