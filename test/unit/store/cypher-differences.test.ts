import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { differencesIn } from "../../support/cypher-differences.ts";

const root = new URL("../../../cypher/", import.meta.url);
/** Those that both engines run. */
const shared = readdirSync(root)
  .filter((folder) => folder !== "migrations")
  .flatMap((folder) => readdirSync(new URL(`${folder}/`, root)).map((name) => `${folder}/${name}`))
  .filter((path) => /^[\w-]+\/[\w-]+\.cypher$/u.test(path));

describe("the files of cypher/ that both engines run", () => {
  it.each(shared)("%s holds nothing that they answer differently", (path) => {
    expect(differencesIn(readFileSync(new URL(path, root), "utf8"))).toEqual([]);
  });

  it.each([
    "MATCH (a:Claim) OPTIONAL MATCH (a)-->(b) WHERE b.id = 'x' AND EXISTS { (b)-->(:Concept) } RETURN b.id AS id",
    "MATCH (a:Claim) OPTIONAL MATCH (a)-->(b)\nWHERE COUNT { (b)-->() } > 1 RETURN b.id AS id",
    "MATCH (a:Claim) RETURN [(a)-->(k:Concept) | k.missing] AS list",
    "MATCH (a:Claim) RETURN [p = (a)<-[:STATES|ABOUT]-(l) | length(p)] AS list",
    "MATCH (k:Concept) RETURN reverse(k.labels) AS labels",
    "MATCH (k:Concept) RETURN sum(k.salience) AS n",
    "MATCH (k:Concept) RETURN k.id AS id ORDER BY toUpper(k.prefLabel)",
  ])("would not hold %s", (statement) => {
    expect(differencesIn(statement)).toHaveLength(1);
  });

  it.each([
    "MATCH (a:Claim) OPTIONAL MATCH (a)-->(b) WHERE b.id = 'x' RETURN b.id AS id, EXISTS { (b)-->() } AS is",
    "MATCH (a:Claim) RETURN [(a)-[:ABOUT]->(k:Concept) | k.id] AS list",
    "MATCH (k:Concept) RETURN coalesce(sum(k.salience), 0) AS n ORDER BY n // reverse(x)",
  ])("may hold %s", (statement) => {
    expect(differencesIn(statement)).toEqual([]);
  });
});
