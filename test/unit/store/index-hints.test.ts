import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cypherFile, migrations } from "../../../src/store/cypher-files.ts";
import { indexedProperties, withIndexHints } from "../../../src/store/neo4j/index-hints.ts";

/** The ids of the files of a folder that an engine runs. */
function filesFor(engine: string, folder: string): readonly string[] {
  const names = readdirSync(new URL(`../../../cypher/${folder}/`, import.meta.url));
  return [
    ...new Set(
      names.flatMap((name) => {
        const [, id, only = engine] = /^([\w-]+)(?:\.(\w+))?\.cypher$/u.exec(name) ?? [];
        return id === undefined || only !== engine ? [] : [id];
      }),
    ),
  ];
}

const indexed = indexedProperties(migrations("neo4j").flatMap(({ statements }) => statements));

describe("index hints for Neo4j", () => {
  it("knows the indexes from the migrations", () => {
    for (const property of ["Claim.id", "Claim.key", "Comment.seq", "Version.key"])
      expect(indexed).toContain(property);
    expect(indexed).not.toContain("Claim.text");
  });

  it("stand after the pattern and before its condition", () => {
    expect(
      withIndexHints(
        "UNWIND $rows AS row\nMATCH (c:Claim {id: row.id})-[r]->(d:Claim)\nWHERE d.id <> 'match'\nDELETE r",
        indexed,
      ),
    ).toBe(
      "UNWIND $rows AS row\nMATCH (c:Claim {id: row.id})-[r]->(d:Claim)\nUSING INDEX SEEK c:Claim(id)\nWHERE d.id <> 'match'\nDELETE r",
    );
  });

  it("give a name to a node that has none, and one hint to each MATCH", () => {
    expect(
      withIndexHints("MATCH (:Comment {id: $id})-->(l) MATCH (k:Claim {key: l.key}) RETURN k", indexed),
    ).toBe(
      "MATCH (start0:Comment {id: $id})-->(l)\nUSING INDEX SEEK start0:Comment(id)\nMATCH (k:Claim {key: l.key})\nUSING INDEX SEEK k:Claim(key)\nRETURN k",
    );
  });

  it.each([
    "MATCH (c:Claim) WHERE c.id = $id RETURN c",
    "MATCH (c:Claim {text: $text}) RETURN c",
    "UNWIND $rows AS row WITH row WHERE NOT EXISTS { MATCH (n:Claim {id: row.id}) } RETURN row.id AS id",
    "RETURN 'MATCH (c:Claim {id: 1})' AS text",
    "MERGE (c:Claim {id: $id}) SET c.text = $text",
  ])("leave alone what begins at no id: %s", (statement) => {
    expect(withIndexHints(statement, indexed)).toBe(statement);
  });

  it("change nothing else in any shipped file", () => {
    for (const folder of ["queries", "reads", "writes", "creates"])
      for (const id of filesFor("neo4j", folder))
        for (const statement of cypherFile([folder], id, "neo4j").statements) {
          const plain = withIndexHints(statement, indexed)
            .replace(/\s*USING INDEX SEEK \w+:\w+\(\w+\)/gu, "")
            .replace(/\(start\d+:/gu, "(:");
          expect(plain.replace(/\s+/gu, " ").trim()).toBe(statement.replace(/\s+/gu, " ").trim());
        }
  });
});
