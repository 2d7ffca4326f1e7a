import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Engine } from "../../../src/store/embedded/engine.ts";
import { refuseOperators, refuseWords } from "../../../src/store/guard.ts";
import { hostile, ordinary, ordinaryParameters } from "../../support/user-queries.ts";

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
    refuseOperators(await engine.explain(cypher.replace(/;\s*$/u, ""), ordinaryParameters));
  });

  it("knows at least sixty hostile and forty ordinary queries", () => {
    expect(new Set(hostile).size).toBeGreaterThanOrEqual(60);
    expect(new Set(ordinary).size).toBeGreaterThanOrEqual(40);
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
