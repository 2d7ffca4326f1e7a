import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { readRecorded } from "../../../bench/eval/own/recorded.ts";
import { corpusProse } from "../../../bench/eval/quality/corpus-section.ts";
import { goldProse, goldTitle } from "../../../bench/eval/quality/gold-section.ts";
import { table } from "../../../bench/eval/quality/markdown.ts";
import { ownFigureCells, ownProse, ownTitle } from "../../../bench/eval/quality/own-section.ts";
import { introduction, notesTitle, qualityPage, replaceSection } from "../../../bench/eval/quality/page.ts";
import { quotePostsProse, quotePostsTitle } from "../../../bench/eval/quality/quote-posts-section.ts";

const path = fileURLToPath(new URL("../../../docs/quality.md", import.meta.url));

describe("the page on measured quality", () => {
  let page = "";
  beforeAll(async () => {
    page = await readFile(path, "utf8");
  });

  it("has every section of the command that writes it, and its words", () => {
    const tasks = Object.values(corpusProse);
    const titles = [...page.matchAll(/^## (.+)$/gmu)].map(([, title]) => title);
    expect(titles.slice(0, 2)).toEqual([ownTitle, goldTitle]);
    expect(titles.slice(2, -2).sort()).toEqual(tasks.map(({ title }) => title).sort());
    expect(titles.slice(-2)).toEqual([quotePostsTitle, notesTitle]);
    for (const words of [
      introduction,
      ownProse,
      goldProse,
      quotePostsProse,
      ...tasks.map(({ prose }) => prose),
    ])
      expect(page).toContain(words);
  });

  it("says of our own gold set what the gate holds", async () => {
    const { claims, pairs, pairsAndKinds } = await readRecorded();
    const rows = [
      ownFigureCells("claims", claims),
      ownFigureCells("relations, right pair of sentences", pairs),
      ownFigureCells("relations, pair and kind", pairsAndKinds),
    ];
    for (const row of rows) expect(page).toContain(`| ${row.join(" | ")} |`);
  });
});

describe("the writer of the page", () => {
  const section = (title: string, body: string) => ({ title, prose: `Prose of ${title}.`, body });
  const first = qualityPage([section("One", "1"), section("Two", "2")], null);

  it("keeps what people wrote at the end, word for word", () => {
    const written = `${first}\nA larger window lost two points.\n\n### More\n\nText.\n`;
    const again = qualityPage([section("One", "3")], written);
    expect(again.slice(again.indexOf(`## ${notesTitle}`))).toBe(
      written.slice(written.indexOf(`## ${notesTitle}`)),
    );
    expect(again).toContain("Prose of One.\n\n3\n");
    expect(again).not.toContain("Two");
  });

  it("writes the same page from the same figures", () => {
    expect(qualityPage([section("One", "1"), section("Two", "2")], first)).toBe(first);
  });

  it("measures one section anew and leaves the others as they are", () => {
    const changed = replaceSection(first, section("One", "5"));
    expect(changed).toBe(first.replace("Prose of One.\n\n1\n", "Prose of One.\n\n5\n"));
    expect(() => replaceSection(first, section("Three", "3"))).toThrow('no section "Three"');
  });

  it("draws a table", () => {
    expect(table(["a", "b"], [["1", "2"]])).toBe("| a | b |\n| --- | --- |\n| 1 | 2 |");
  });
});
