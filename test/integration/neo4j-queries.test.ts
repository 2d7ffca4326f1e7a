import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { auth, driver as openDriver } from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mapFiles } from "../../src/map-files.ts";
import { refusePlan } from "../../src/store/guard.ts";
import { parseNeo4jUrl } from "../../src/store/neo4j/neo4j-url.ts";
import { planOperators } from "../../src/store/neo4j/plan.ts";
import { openStore } from "../../src/store/registry.ts";
import type { Store, Value } from "../../src/store/store.ts";
import { emptyNeo4j, neo4jAccess, neo4jSkip, neo4jStore, onNeo4j } from "../support/neo4j.ts";
import { hostile, ordinary, type ordinaryParameters } from "../support/user-queries.ts";

const debate = fileURLToPath(new URL("../../examples/debate.jsonl", import.meta.url));
const limits = { timeoutMs: 30_000, maxRows: 1000, maxBytes: 500e6 };

describe.skipIf(neo4jSkip !== null)("what a user's query may do in Neo4j", () => {
  let folder: string;
  let neo4j: Store;
  let embedded: Store;
  let parameters: typeof ordinaryParameters;

  beforeAll(async () => {
    await emptyNeo4j();
    folder = await mkdtemp(`${tmpdir()}/elenchus-neo4j-queries-`);
    neo4j = neo4jStore();
    embedded = await openStore(`embedded:${folder}/store`);
    await mapFiles([debate], embedded);
    await mapFiles([debate], neo4j);
    const ends = await embedded.query(
      "MATCH (a:Claim)-[:REFINES]->(b:Claim)-[:ABOUT]->(k:Concept) RETURN a.id AS a, b.id AS b, k.prefLabel AS k ORDER BY a, b, k LIMIT 1",
      {},
      limits,
    );
    const [a = "", b = "", k = ""] = (ends.rows[0] ?? []).map(String);
    parameters = { k, a, b, ids: [a, b] };
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("refuses every hostile query, and nothing is changed", async () => {
    const before = await onNeo4j((run) =>
      run("MATCH (n) OPTIONAL MATCH (n)-[r]-() RETURN count(n) AS n, count(r) AS r"),
    );
    for (const cypher of hostile)
      await expect(neo4j.query(cypher, {}, limits), cypher).rejects.toMatchObject({
        code: "query.not-read-only",
      });
    expect(
      await onNeo4j((run) => run("MATCH (n) OPTIONAL MATCH (n)-[r]-() RETURN count(n) AS n, count(r) AS r")),
    ).toEqual(before);
  });

  it("refuses by the plan alone what writes, reaches files or hides a clause behind an escape", async () => {
    const place = parseNeo4jUrl(neo4jAccess.url);
    const driver = openDriver(place.address, auth.basic(place.user, neo4jAccess.password));
    const session = driver.session({
      ...(place.database === null ? {} : { database: place.database }),
      defaultAccessMode: "READ",
    });
    // Words that are refused for what they might do: these read, steer the planner, or are not Neo4j's.
    const harmless = /^(?:EXPLAIN|PROFILE|CYPHER|SHOW|MATCH \(n:\\u)/u;
    let compiled = 0;
    for (const cypher of hostile.filter((one) => !harmless.test(one))) {
      const summary = await session.run(`EXPLAIN\n${cypher}`).then(
        (result) => result.summary,
        () => null,
      );
      if (summary === null) continue;
      compiled += 1;
      expect(() => refusePlan(planOperators(summary)), cypher).toThrow(
        expect.objectContaining({ code: "query.not-read-only" }),
      );
    }
    expect(compiled).toBeGreaterThan(20);
    await session.close();
    await driver.close();
  });

  it("lists the labels that the embedded engine lists, and those that only the schema names", async () => {
    const cypher = "CALL db.labels() YIELD label RETURN label";
    const labels = async (store: Store) => (await store.query(cypher, {}, limits)).rows.map(String);
    expect(await labels(neo4j)).toEqual(expect.arrayContaining(await labels(embedded)));
  });

  it.each(ordinary.filter((one) => !one.startsWith("CALL db.")))(
    "gives the rows that the embedded engine gives to %j",
    async (cypher) => {
      const [ours, theirs] = [
        await embedded.query(cypher, parameters, limits),
        await neo4j.query(cypher, parameters, limits),
      ];
      expect(theirs.columns).toEqual(ours.columns);
      // Which rows a limit keeps is only settled by an order.
      if (/LIMIT/u.test(cypher) && !/ORDER BY/u.test(cypher))
        expect(theirs.rows).toHaveLength(ours.rows.length);
      else expect(canonical(theirs.rows, cypher)).toEqual(canonical(ours.rows, cypher));
    },
  );
});

/**
 * Rows with what no order settles put into one: the keys of maps, lists that were collected, rows without
 * ORDER BY.
 */
function canonical(rows: readonly (readonly Value[])[], cypher: string): readonly string[] {
  const texts = rows.map((row) => JSON.stringify(row.map(sorted)));
  return /ORDER BY/u.test(cypher) ? texts : texts.sort();
}

function sorted(value: Value): Value {
  if (isList(value))
    return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, sorted(inner)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
