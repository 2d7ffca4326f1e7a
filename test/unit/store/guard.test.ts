import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Engine } from "../../../src/store/embedded/engine.ts";
import { refuseOperators, refuseWords } from "../../../src/store/guard.ts";

const load = "LOAD CSV FROM 'file:///etc/hosts' AS row RETURN row";

/** Queries that write, reach files, or try to hide that from whoever looks at their words. */
const hostile: readonly string[] = [
  "CREATE (:Claim {id: 'x'})",
  "create (n) return n",
  "MATCH (n) SET n.text = 'x'",
  "MATCH (n) SET n:Foo",
  "MATCH (n) SET n += {a: 1}",
  "MATCH (n) REMOVE n.text",
  "MATCH (n) DELETE n",
  "MATCH (n) DETACH DELETE n",
  "MATCH (n)\nDETACH\nDELETE\nn",
  "MERGE (n:Claim {id: 'x'}) RETURN n",
  "MERGE (n:Claim {id: 'x'}) ON CREATE SET n.a = 1",
  "FOREACH (x IN [1] | CREATE (:Z))",
  "MATCH (n) CALL { WITH n SET n.a = 1 } RETURN n.id AS id",
  "CALL { CREATE (:Z) } RETURN 1 AS one",
  "MATCH (n) CALL { WITH n DELETE n } IN TRANSACTIONS OF 10 ROWS",
  "MATCH (n) RETURN n.id AS id UNION CREATE (m) RETURN m.id AS id",
  "INSERT (:Claim {id: 'x'})",
  load,
  load.toLowerCase(),
  load.replace("LOAD CSV", "LOAD/**/CSV"),
  load.replace("LOAD CSV", "LOAD // words\nCSV"),
  load.replace("LOAD CSV", "LOAD\tCSV"),
  load.replace("LOAD CSV", "LOAD CSV WITH HEADERS"),
  `MATCH (n) WITH n LIMIT 1 ${load}`,
  `UNWIND [1] AS x ${load}`,
  `WITH '\\'' AS x ${load}`,
  `WITH "a\\\\" AS x ${load}`,
  `WITH 1 AS \`a\\\` ${load} //\``,
  `/* ' */ ${load} /* ' */`,
  `// "\r${load} // "`,
  `/* /* */ ${load} */`,
  `WITH '/*' AS x ${load} // */`,
  `CALL { ${load} } RETURN row`,
  "\\u004cOAD CSV FROM 'file:///etc/hosts' AS row RETURN row",
  `WITH '\\u0027 AS x ${load} //' AS y RETURN y`,
  `MATCH (n) WHERE EXISTS { ${load} } RETURN n`,
  "CREATE INDEX i FOR (n:Claim) ON (n.text)",
  "DROP INDEX claim_id",
  "CREATE CONSTRAINT c FOR (n:Claim) REQUIRE n.id IS UNIQUE",
  "ALTER DATABASE neo4j SET ACCESS READ ONLY",
  "SHOW INDEXES",
  "SHOW DATABASES YIELD name RETURN name",
  "TERMINATE TRANSACTION 'x'",
  "USE system MATCH (n) RETURN n",
  "PROFILE MATCH (n) RETURN n",
  "EXPLAIN MATCH (n) RETURN n",
  "CYPHER runtime=slotted MATCH (n) RETURN n",
  "CALL apoc.load.json('file:///etc/hosts') YIELD value RETURN value",
  "CALL `apoc`.`load`.`json`('file:///etc/hosts') YIELD value RETURN value",
  "CALL dbms.security.createUser('a', 'b')",
  "CALL dbms.components()",
  "CALL grafeo.procedures()",
  "call db.labels() YIELD label CALL apoc.export.csv.all('x', {}) YIELD file RETURN file",
  "RETURN apoc.util.sleep(100000) AS x",
  "RETURN `apoc`.`cypher`.`runFirstColumn`('CREATE (n)', {}) AS x",
  "MATCH (n) RETURN n.id AS id; MATCH (n) DETACH DELETE n",
  "COPY Claim FROM 'file:///etc/hosts'",
  "START n=node(*) RETURN n",
  "GRANT ROLE admin TO x",
  "BEGIN",
];

/** Queries that a user of ours may well ask. */
const ordinary: readonly string[] = [
  "MATCH (c:Claim) RETURN count(c) AS n",
  "MATCH (c:Claim)-[:ABOUT]->(k:Concept) WHERE $k IN k.labels RETURN c.text AS text LIMIT 5",
  "MATCH (a:Author)-[:WROTE]->(c:Comment) RETURN a.name AS name, count(c) AS comments ORDER BY comments DESC",
  "MATCH (a:Claim)-[r:DISAGREES_WITH]->(b:Claim) RETURN a.text AS attacker, b.text AS attacked, r.confidence AS p",
  "MATCH (a:Claim)-[:DISAGREES_WITH|SUPPORTS]-(b:Claim) RETURN DISTINCT b.id AS id",
  "MATCH p = (a:Claim)-[:REFINES*1..10]->(b:Claim) RETURN length(p) AS steps, [n IN nodes(p) | n.text] AS texts",
  "MATCH p = shortestPath((a:Claim {id: $a})-[*..6]-(b:Claim {id: $b})) RETURN length(p) AS n",
  "MATCH p = allShortestPaths((a:Claim {id: $a})-[*..6]-(b:Claim {id: $b})) RETURN length(p) AS n",
  "MATCH (c:Comment) OPTIONAL MATCH (c)-[:REPLIES_TO]->(p:Comment) RETURN c.id AS id, p.id AS parent",
  "MATCH (c:Claim) WHERE EXISTS { MATCH (c)-[:SUPPORTS]->() } RETURN c.id AS id",
  "MATCH (c:Claim) WHERE NOT (c)<-[:DISAGREES_WITH]-() RETURN c.text AS text",
  "MATCH (c:Claim) WHERE COUNT { (c)<-[:STATES]-() } > 1 RETURN c.text AS text",
  "MATCH (k:Concept) RETURN k.prefLabel AS label, [(k)<-[:ABOUT]-(c) | c.id] AS claims",
  "MATCH (c:Claim) WHERE toLower(c.text) CONTAINS 'set' RETURN c.text AS text",
  "MATCH (c:Claim) WHERE c.text =~ '(?i).*delete.*' RETURN c.text AS text",
  "MATCH (n:Claim) RETURN n.text AS text UNION MATCH (n:Concept) RETURN n.prefLabel AS text",
  "MATCH (n:Claim) RETURN n.id AS id UNION ALL MATCH (n:Concept) RETURN n.id AS id",
  "MATCH (a:Author) CALL { WITH a MATCH (a)-[:SAID]->(l) RETURN count(l) AS n } RETURN a.name AS name, n",
  "UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN c.text AS text",
  "MATCH (c:Comment) WITH substring(c.createdAt, 0, 7) AS month, count(*) AS n WHERE n > 1 RETURN month, n ORDER BY month",
  "MATCH (c:Claim) RETURN CASE WHEN size(c.text) > 80 THEN 'long' ELSE 'short' END AS kind, count(*) AS n",
  "MATCH (a:Claim)-[r]->(b) RETURN type(r) AS type, count(*) AS n ORDER BY n DESC",
  "MATCH (n) RETURN labels(n) AS labels, count(*) AS n",
  "MATCH (c:Claim) RETURN c AS claim ORDER BY c.id SKIP 1 LIMIT 3",
  "CALL db.labels() YIELD label RETURN label",
  "MATCH (c:Claim) RETURN c.text AS text // the words: create, delete, set\n LIMIT 1;",
  "/* LOAD CSV */ MATCH (c:Claim) RETURN 'MERGE (n)' AS text",
  "MATCH (n:`Delete`) RETURN n.load AS load, n.`set` AS `merge`",
  "MATCH (n:`Set`)-[:`CREATE`]->(m) RETURN n.load AS x, {load: n.id, csv: m.id} AS map",
  "MATCH (c:Claim) WITH collect(c.text) AS texts RETURN reduce(n = 0, t IN texts | n + size(t)) AS characters",
  "RETURN date('2023-01-01') AS day, duration({days: 1}) IS NULL AS none",
  'MATCH (a:Author {name: "O\'Brien"}) RETURN a.id AS id',
];

describe("what a user's query may do", () => {
  let engine: Engine;
  let directory: string;

  beforeAll(async () => {
    directory = await mkdtemp(`${tmpdir()}/elenchus-guard-`);
    engine = Engine.openFile(`${directory}/graph.grafeo`);
    await engine.run("CREATE (:Claim {id: 'k1', text: 'x'})-[:SUPPORTS]->(:Claim {id: 'k2'})", {});
    await writeFile(`${directory}/words.csv`, "words\n");
  });
  afterAll(async () => {
    engine.close();
    await rm(directory, { recursive: true });
  });

  it.each(hostile)("refuses %j", (cypher) => {
    expect(() => refuseWords(cypher)).toThrow(expect.objectContaining({ code: "query.not-read-only" }));
  });

  it.each(ordinary)("lets pass %j", async (cypher) => {
    refuseWords(cypher);
    refuseOperators(
      await engine.explain(cypher.replace(/;\s*$/u, ""), { k: "x", a: "k1", b: "k2", ids: ["k1"] }),
    );
  });

  it("knows at least forty hostile and twenty-five ordinary queries", () => {
    expect(new Set(hostile).size).toBeGreaterThanOrEqual(40);
    expect(new Set(ordinary).size).toBeGreaterThanOrEqual(25);
  });

  it("refuses by the engine's plan alone whatever writes or reads a file", async () => {
    const queries = [
      "MATCH (n:Claim) SET n.a = 1",
      "MATCH (n:Claim) REMOVE n.a",
      "MATCH (n:Claim) SET n:Foo",
      "CREATE (n:Claim)",
      "MERGE (n:Claim {id: 'x'})",
      "MATCH (n:Claim) DETACH DELETE n",
      "MATCH (a:Claim)-[r]->(b) DELETE r",
      "MATCH (a:Claim), (b:Claim) CREATE (a)-[:X]->(b)",
      "FOREACH (x IN [1] | CREATE (:Z))",
      `LOAD CSV FROM '${directory}/words.csv' AS row RETURN row`,
      "CALL grafeo.pagerank() YIELD node_id RETURN node_id AS n",
    ];
    for (const query of queries)
      await expect(engine.explain(query, {}).then(refuseOperators), query).rejects.toMatchObject({
        code: "query.not-read-only",
      });
  });

  it.each([
    ["", "an empty text"],
    ["  // nothing but a comment", "a comment alone"],
    [";", "a semicolon alone"],
    ["RETURN 1 AS a; RETURN 2 AS b", "two statements"],
  ])("calls %j invalid: %s", (cypher) => {
    expect(() => refuseWords(cypher)).toThrow(expect.objectContaining({ code: "query.invalid" }));
  });
});
