import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { graphJson } from "../../../src/importers/graph-json.ts";
import { GraphSpanCheck } from "../../../src/linking/graph-spans.ts";
import type { GraphRecord } from "../../../src/model/graph.ts";
import { importAll, memoryInput } from "../../support/inputs.ts";

const fixture = readFileSync(
  fileURLToPath(new URL("../../fixtures/importers/graph-json/input.json", import.meta.url)),
  "utf8",
);
const recordsOf = async (content: string): Promise<readonly GraphRecord[]> =>
  (await importAll(graphJson, memoryInput(content))).graph;
/** Turns words of the same length into others, so that only the comment's text can tell. */
const forge = (content: string): string =>
  content.replace(/("span":\{[^}]*\},"text":")Only if they/u, "$1ONLY if they");

describe("GraphSpanCheck", () => {
  it("keeps a graph whose spans hold their words", async () => {
    const records = await recordsOf(fixture);
    const check = new GraphSpanCheck(async () => []);
    expect(await check.check(records)).toEqual({ records, diagnostics: [] });
  });

  it("asks for texts of earlier batches once, and for no others", async () => {
    const records = await recordsOf(fixture);
    const asked: { commentId: string; version: string }[] = [];
    const texts = records.flatMap((record) =>
      record.array === "comments"
        ? record.element.versions.map(({ id, text }) => ({ commentId: record.element.id, version: id, text }))
        : [],
    );
    const check = new GraphSpanCheck(async (refs) => {
      asked.push(...refs);
      return texts.filter((text) => refs.some((ref) => ref.commentId === text.commentId));
    });
    const batches = [
      records.filter(({ array }) => array === "comments"),
      records.filter(({ array }) => array !== "comments"),
    ];
    for (const batch of batches) expect((await check.check(batch)).diagnostics).toEqual([]);
    expect(asked.map(({ commentId }) => commentId).sort()).toEqual(["trams:1", "trams:2"]);
  });

  it("drops a locution that does not hold its words, and relations that end on it, over batches", async () => {
    const records = await recordsOf(forge(fixture));
    const check = new GraphSpanCheck(async () => []);
    const upTo = records.findIndex(({ array }) => array === "relations");
    const first = await check.check(records.slice(0, upTo));
    const second = await check.check(records.slice(upTo));
    expect(first.diagnostics).toEqual([
      expect.objectContaining({ severity: "error", code: "import.span-invalid", commentId: "trams:2" }),
    ]);
    expect(first.records).toHaveLength(upTo - 1);
    expect(second.diagnostics.map(({ place }) => place)).toEqual([expect.stringMatching(/^relations /u)]);
    expect(second.records.some(({ array }) => array === "relations")).toBe(false);
  });

  it("drops what points into a text that nobody has, and of a concept only the mention", async () => {
    const records = (await recordsOf(fixture)).filter(({ array }) => array !== "comments");
    const { records: kept, diagnostics } = await new GraphSpanCheck(async () => []).check(records);
    expect(kept.map(({ array }) => array)).not.toContain("locutions");
    expect(kept.map(({ array }) => array)).not.toContain("quotes");
    expect(kept.find(({ array }) => array === "concepts")).toMatchObject({
      element: { prefLabel: "tram", mentions: [] },
    });
    expect(diagnostics.every(({ code }) => code === "import.span-invalid")).toBe(true);
  });
});
