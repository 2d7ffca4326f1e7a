import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { mapFiles } from "../../../src/map-files.ts";
import { refuseWords } from "../../../src/store/guard.ts";
import { openStore } from "../../../src/store/registry.ts";
import { cookbookAnsweredBy, cookbookPath, recipes } from "../../support/cookbook.ts";

const example = fileURLToPath(new URL("../../../examples/debate.jsonl", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "elenchus-cookbook-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = readFileSync(cookbookPath, "utf8");

describe("docs/cypher-cookbook.md", () => {
  it("answers at least 40 questions, each asked once and each with rows but for a few", () => {
    const all = recipes(page);
    expect(all.length).toBeGreaterThanOrEqual(40);
    expect(new Set(all.map(({ question }) => question)).size).toBe(all.length);
    for (const { question, rows } of all)
      expect.soft(question === "" || rows.length === 0, question).toBe(false);
    const unanswered = all.filter(({ rows }) => rows.length === 1).map(({ question }) => question);
    expect(unanswered).toContain("Does anybody argue in a circle?");
    expect(unanswered.length).toBeLessThanOrEqual(2);
  });

  it("orders every query, so that its rows come the same way each time", () => {
    for (const { question, cypher } of recipes(page)) {
      expect.soft(cypher, question).toMatch(/ORDER BY/u);
      expect.soft(() => refuseWords(cypher), question).not.toThrow();
    }
  });

  it("shows the rows that the embedded store gives on the example", { timeout: 240_000 }, async () => {
    const store = await openStore(join(folder, "store"));
    await mapFiles([example], store);
    const answered = await cookbookAnsweredBy(store);
    if (process.env.UPDATE_DOCS === "1") writeFileSync(cookbookPath, answered);
    else expect(page, "mend with UPDATE_DOCS=1 and read the difference").toBe(answered);
  });
});
