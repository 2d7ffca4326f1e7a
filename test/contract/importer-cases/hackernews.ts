import { hackernews } from "../../../src/importers/hackernews.ts";
import { escapeHtml, fileCase } from "../importer-case.ts";

export const hackernewsCase = fileCase({
  importer: hackernews,
  // A sign before the first word keeps a text that begins with ">" from being a quote.
  wrap: (texts) =>
    texts.map((text, i) => `${JSON.stringify(item(i + 1, `Well: ${escapeHtml(text)}`))}\n`).join(""),
  breakRecord: (fixture) => fixture.replace('"id": 41200004,', '"id" 41200004,'),
  nest: (depth) => {
    const open =
      '{"id":1,"created_at_i":1700000000,"type":"comment","author":"ann","text":"Why?","children":[';
    return `${open.repeat(depth)}${"]}".repeat(depth)}`;
  },
  source: (content, { record, field }) => {
    const rows: readonly Record<string, unknown>[] = content
      .split("\n")
      .flatMap((line) => (line.trim() === "" ? [] : [JSON.parse(line)]));
    return String(rows.find(({ id }) => String(id) === record)?.[field ?? ""]);
  },
});

function item(id: number, text: string) {
  return { id, type: "comment", by: "ann", time: 1700000000, parent: 1, text };
}
