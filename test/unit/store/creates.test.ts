import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { nodeTables, relationshipTables } from "../../../src/exporters/neo4j-admin/tables.ts";
import { creations } from "../../../src/store/create-rows.ts";
import { cypherFile } from "../../../src/store/cypher-files.ts";
import { parameterNames } from "../../../src/store/cypher-tokens.ts";
import { writtenRows } from "../../../src/store/write-rows.ts";
import { debate } from "../../support/store-debate.ts";

const root = new URL("../../../cypher/creates/", import.meta.url);
const ids = readdirSync(root).map((name) => name.replace(".cypher", ""));

/** What other writes keep on a comment that is there. */
const savedLater = new Set(["terms", "termLayers", "language", "fingerprints"]);

/** The properties that a store keeps on nodes of a label, or on relationships of a type. */
function kept(name: string): readonly string[] {
  const node = Object.values(nodeTables).find(({ label }) => label === name);
  if (node) return [node.key, ...Object.keys(node.fields)].filter((key) => !savedLater.has(key));
  const relationship = Object.values(relationshipTables).find(({ type }) => type === name);
  return Object.keys(relationship?.fields ?? {});
}

describe("the statements that create records", () => {
  it("are there for each write that creates, and for no other", () => {
    expect(ids.toSorted()).toEqual(Object.keys(creations).toSorted());
  });

  it.each(ids)("of %s set every property that the store keeps, each from the field of its name", (id) => {
    const { statements } = cypherFile(["creates"], id, "embedded");
    const made = statements.flatMap((statement) => [
      ...(/^CREATE .*?(?=^RETURN)/msu.exec(statement)?.[0] ?? "").matchAll(/:(\w+) \{([^}]*)\}/gu),
    ]);
    expect(
      made.length + statements.filter((one) => /CREATE \(\w\)-\[:\w+\]->\(\w\)/u.test(one)).length,
    ).toBeGreaterThan(0);
    for (const [, name = "", list = ""] of made) {
      const pairs = list.split(",").map((pair) => pair.replaceAll("`", "").trim().split(": "));
      expect(pairs.map(([key]) => key).toSorted(), name).toEqual(kept(name).toSorted());
      for (const [key, value] of pairs) expect(value).toBe(`row.${key}`);
    }
  });

  it("unwind one list each, and are handed every list that they unwind", () => {
    for (const write of debate().full.writes) {
      const creation = creations[write.write];
      if (!creation) continue;
      const [look = "", ...statements] = cypherFile(["creates"], write.write, "embedded").statements;
      expect(parameterNames(look)).toEqual(["ids"]);
      const lists = Object.keys(creation.lists(writtenRows(write)));
      expect(new Set(statements.flatMap(parameterNames))).toEqual(new Set(lists));
      for (const statement of statements) expect(parameterNames(statement)).toHaveLength(1);
    }
  });
});
