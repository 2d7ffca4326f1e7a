import { readdirSync } from "node:fs";
import { auth, type Driver, driver as openDriver } from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cypherFile, migrations } from "../../src/store/cypher-files.ts";
import { indexedProperties, withIndexHints } from "../../src/store/neo4j/index-hints.ts";
import { parseNeo4jUrl } from "../../src/store/neo4j/neo4j-url.ts";
import { planOperators } from "../../src/store/neo4j/plan.ts";
import { driverParameters } from "../../src/store/neo4j/values.ts";
import { applyTo } from "../support/in-store.ts";
import { neo4jAccess, neo4jSkip, neo4jStore } from "../support/neo4j.ts";
import { scanning, scansIn, someParameters } from "../support/scans.ts";
import { debate } from "../support/store-debate.ts";

const ids = [
  ...new Set(
    readdirSync(new URL("../../cypher/queries/", import.meta.url)).map((name) => name.split(".")[0] ?? ""),
  ),
];
const indexed = indexedProperties(migrations("neo4j").flatMap(({ statements }) => statements));

describe.skipIf(neo4jSkip !== null)("the plans of Neo4j", () => {
  let driver: Driver;

  beforeAll(async () => {
    await applyTo(neo4jStore(), debate().full);
    const { address, user } = parseNeo4jUrl(neo4jAccess.url);
    driver = openDriver(address, auth.basic(user, neo4jAccess.password));
  });
  afterAll(() => driver.close());

  it("are looked at for all queries but those that read everything", () => {
    expect(ids).toEqual(expect.arrayContaining([...(scanning.neo4j ?? [])]));
  });

  it.each(ids.filter((id) => !scanning.neo4j?.has(id)))("of %s begin at an index", async (id) => {
    const { statements, parameters } = cypherFile(["queries"], id, "neo4j");
    const session = driver.session();
    try {
      const { summary } = await session.run(
        `EXPLAIN CYPHER replan=force ${withIndexHints(statements[0] ?? "", indexed)}`,
        driverParameters(someParameters(parameters)),
      );
      const plan = planOperators(summary).map(({ name, detail }) => `${name} ${detail}`);
      expect(plan.length).toBeGreaterThan(0);
      expect(scansIn(plan), plan.join("\n")).toEqual([]);
    } finally {
      await session.close();
    }
  });
});
