import { stackexchange } from "../../../src/importers/stackexchange.ts";
import { elementsIn } from "../../support/xml.ts";
import { escapeHtml, escapeMarkdown, folderCase } from "../importer-case.ts";

export const stackexchangeCase = folderCase({
  importer: stackexchange,
  wrap: (texts) => ({ "Comments.xml": `<comments>\n${texts.map(rowOf).join("\n")}\n</comments>` }),
  breakRecord: (fixture) => ({
    ...fixture,
    "Comments.xml": fixture["Comments.xml"]?.replace('Id="302"', 'Id="third"') ?? "",
  }),
  nest: null,
  source: (content, { record, field }) => {
    const [kind, id] = (record ?? "").split(" ");
    const rows = elementsIn(content[kind === "post" ? "Posts.xml" : "Comments.xml"] ?? "", "row");
    return rows.find((row) => row.attribute("Id") === id)?.attribute(field ?? "") ?? "";
  },
});

function rowOf(text: string, index: number): string {
  const source = /[^A-Za-z0-9\s.,]/u.test(text) ? escapeMarkdown(text) : text;
  return `  <row Id="${index + 1}" PostId="1" Text="${escapeHtml(source)}" UserId="3" />`;
}
