import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isSuggestion, sureConfidence } from "../../../src/model/relation.ts";
import { Engine } from "../../../src/store/embedded/engine.ts";

/** When a relation is drawn, as queries ask it of the variable that holds one. */
const drawn = (variable: string): string =>
  [
    `${variable}.confidence >= $least`,
    `${variable}.method = 'edited'`,
    `${variable}.extractor = 'human'`,
    `${variable}.extractor STARTS WITH 'import:'`,
    `${variable}.id IN $accepted`,
  ].join(" OR ");

const root = new URL("../../../cypher/", import.meta.url);
const asking = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".cypher"))
  .map((path) => ({ path, text: readFileSync(new URL(path, root), "utf8").replaceAll(/^\/\/.*$/gmu, "") }))
  .filter(({ text }) => /\$least|\$accepted|\.confidence [<>]/u.test(text));

describe("when a relation is drawn", () => {
  it("is asked in queries", () => {
    expect(asking.length).toBeGreaterThan(15);
  });

  it.each(asking)("is asked in one way in $path", ({ text }) => {
    const rest = text.replaceAll(drawn("r"), "").replaceAll(drawn("q"), "");
    expect(rest).not.toMatch(/\$least|\$accepted|confidence|'edited'|'human'|'import:/u);
  });

  it("is the same for a query as for the model", async () => {
    const relations = [0, sureConfidence - 0.001, sureConfidence, 1].flatMap((confidence) =>
      ["edited", "cue", "stated"].flatMap((method) =>
        ["human", "import:kialo", "rules", "important", "llm"].map((extractor) => ({
          id: `${confidence} ${method} ${extractor}`,
          confidence,
          method,
          extractor,
        })),
      ),
    );
    const folder = await mkdtemp(join(tmpdir(), "elenchus-drawn-"));
    const engine = Engine.openFile(join(folder, "graph"));
    const accepted = [relations[1]?.id ?? ""];
    const rows = await engine.run(`UNWIND $relations AS r WITH r WHERE ${drawn("r")} RETURN r.id AS id`, {
      relations,
      accepted,
      least: sureConfidence,
    });
    engine.close();
    await rm(folder, { recursive: true, force: true });
    expect(rows.map(({ id }) => id)).toEqual(
      relations.filter((one) => !isSuggestion(one) || accepted.includes(one.id)).map(({ id }) => id),
    );
  });
});
